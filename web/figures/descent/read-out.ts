import { html, type TemplateResult } from 'lit';
import type { SeriesStyle } from '../../draw/series.ts';
import type { View } from '../../draw/view.ts';
import type { Descent } from '../../engine/api/api.ts';
import type { DescentStrings } from '../../i18n/descent.ts';
import { kept } from '../base/controls/kept.ts';
import { written } from '../base/controls/numbers.ts';
import { swatch } from '../base/controls/swatch.ts';
import type { Column } from '../base/exports/export.ts';
import { mostSteps, standAfter } from './outcome.ts';
import type { Run } from './state.ts';
import { longestVerdict, runName, verdictSentences } from './words.ts';

export interface ShownRun {
  readonly run: Run;
  /** undefined until it is computed. */
  readonly descent: Descent | undefined;
  readonly style: SeriesStyle;
}

/** Where each run stands at the step that is shown; it is the legend, too. */
export function standTable(runs: readonly ShownRun[], at: number): TemplateResult {
  const cell = (value: number | undefined) => html`<td>${value === undefined ? '…' : standText(value)}</td>`;
  return html`<div class="standing"><table class="stand">
    <thead>
      <tr>
        ${coordinateHeads}
      </tr>
    </thead>
    ${runs.map(({ run, descent, style }) => {
      const stand = descent && standAfter(descent, at);
      return html`<tbody>
        <tr>
          <th scope="rowgroup" colspan="3">${swatch(style)} ${runName(run)}</th>
        </tr>
        <tr>
          ${cell(stand?.point[0])} ${cell(stand?.point[1])} ${cell(stand?.value)}
        </tr>
      </tbody>`;
    })}
  </table></div>`;
}

/** How each run went, in sentences with `gap` between them. */
export function verdicts(words: DescentStrings, gap: string, runs: readonly ShownRun[], view: View | undefined): TemplateResult {
  return html`<div class="verdicts">
    ${runs.map(
      ({ descent, style }) =>
        html`<p class="verdict">${runs.length > 1 ? swatch(style) : ''}${kept(descent ? verdictSentences(words, descent, view).join(gap) : '', longestVerdict(words).join(gap))}</p>`,
    )}
  </div>`;
}

/** A row for each step, three columns for each run. */
export function pointColumns(runs: readonly Run[], descents: readonly Descent[]): Column[] {
  const steps = Array.from({ length: mostSteps(descents) + 1 }, (_, step) => step);
  const columns = descents.flatMap(({ path, values }, i) => {
    const of = `${runs[i]?.optimizer} ${runs[i]?.learningRate}`;
    return [
      { name: `x0 (${of})`, values: path.filter((_, k) => k % 2 === 0) },
      { name: `x1 (${of})`, values: path.filter((_, k) => k % 2 === 1) },
      { name: `f (${of})`, values },
    ];
  });
  return [{ name: 'step', values: steps }, ...columns];
}

/** Nine digits; where they need a power of ten besides, only as many as leave room for it. */
function standText(value: number): string {
  const text = written(value);
  return text.includes('e') ? written(value, 5) : text;
}

export const coordinateHeads = html`<th scope="col"><var>x</var><sub>0</sub></th>
  <th scope="col"><var>x</var><sub>1</sub></th>
  <th scope="col"><var>f</var></th>`;
