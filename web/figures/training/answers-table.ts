import { html, type TemplateResult } from 'lit';
import type { Answer } from '../../engine/protocol/run-types.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent } from '../base/controls/numbers.ts';
import { answerOf } from './draw.ts';

/** The answers in words and numbers. Before there are any it takes its place already, so that nothing moves when they come. */
export function answersTable(
  words: TrainingStrings,
  answers: readonly Answer[],
  { names, digits }: { readonly names: readonly string[]; readonly digits: boolean },
): TemplateResult {
  if (answers.length === 0) return html`<details inert><summary>${words.tableOfAnswers}</summary></details>`;
  const row = words.answerRow;
  const right = answers.filter((answer) => answerOf(answer) === answer.label).length;
  return html`<details>
    <summary>${words.answersRight(right, answers.length)} · ${words.tableOfAnswers}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.tableOfAnswers}>
      <table id="answers-table">
        <thead>
          <tr>
            <th scope="col">${digits ? row.digit : row.image}</th>
            <th scope="col">${row.answer}</th>
            <th scope="col">${row.probability}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${answers.map((answer) => {
            const said = answerOf(answer);
            return html`<tr>
              <th scope="row">${names[answer.label] ?? answer.label}</th>
              <td>${names[said] ?? said}</td>
              <td>${percent(answer.probabilities[said] as number)}</td>
              <td>${said === answer.label ? row.right : row.wrong}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}
