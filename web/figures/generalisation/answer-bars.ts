import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { percent } from '../base/controls/numbers.ts';
import type { Answer } from '../learning/answer.ts';
import { classes } from './state.ts';

/** What the two nets make of the digit on the pad. */
export interface Answers {
  readonly few: Answer;
  readonly all: Answer;
}

/** The ten probabilities of both nets as bars and numbers; the largest of each is set off. */
export function answerBars(words: GeneralisationStrings, answers: Answers | undefined, allDigits: string): TemplateResult {
  const cells = (answer: Answer | undefined, k: number) => {
    const probability = answer?.probabilities[k] ?? 0;
    return html`<td class="bar ${k === answer?.digit ? 'best' : ''}"><i style="inline-size: ${100 * probability}%"></i></td>
      <td>${percent(probability)}</td>`;
  };
  return html`<div><table id="probabilities">
    <thead>
      <tr>
        <th scope="col">${words.digit}</th>
        <th scope="col" colspan="2">${words.fromDigits(words.sizes['100'])}</th>
        <th scope="col" colspan="2">${words.fromDigits(allDigits)}</th>
      </tr>
    </thead>
    <tbody>
      ${Array.from({ length: classes }, (_, k) => html`<tr><th scope="row">${k}</th>${cells(answers?.few, k)}${cells(answers?.all, k)}</tr>`)}
    </tbody>
  </table></div>`;
}
