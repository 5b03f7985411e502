import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { percent } from '../base/controls/numbers.ts';
import type { Answer } from './page-net.ts';
import { classes } from './state.ts';

/** The ten probabilities as bars and numbers; the largest is set off. */
export function answerBars(words: GeneralisationStrings, answer: Answer | undefined): TemplateResult {
  const probabilities = answer?.probabilities;
  const best = probabilities ? bestOf(probabilities) : undefined;
  return html`<div><table id="probabilities">
    <thead class="for-screen-readers">
      <tr>
        <th scope="col">${words.digit}</th>
        <td></td>
        <th scope="col">${words.probability}</th>
      </tr>
    </thead>
    <tbody>
      ${Array.from({ length: classes }, (_, k) => {
        const probability = probabilities?.[k];
        return html`<tr aria-current=${k === best ? 'true' : 'false'}>
          <th scope="row">${k}</th>
          <td class="bar"><i style="inline-size: ${100 * (probability ?? 0)}%"></i></td>
          <td>${probability === undefined ? '–' : percent(probability)}</td>
        </tr>`;
      })}
    </tbody>
  </table></div>`;
}

/** What the bars mean, in one sentence. */
export function answerText(words: GeneralisationStrings, answer: Answer | undefined, trained: boolean): string {
  if (!answer) return words.nothingDrawn;
  if (!answer.probabilities) return words.noNet;
  if (!trained) return words.guesses;
  const best = bestOf(answer.probabilities);
  return words.says(best, percent(answer.probabilities[best] as number));
}

function bestOf(probabilities: Float32Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
