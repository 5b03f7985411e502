import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { counted, percent } from '../base/controls/numbers.ts';
import type { Comparison } from './records.ts';
import { type State, sizes } from './state.ts';

/** A row for each size; those that were not trained yet keep their place. */
export function runsTable(words: GeneralisationStrings, rows: readonly Comparison[], { size: current, seed }: State): TemplateResult {
  const { digits, train, test, gap, closed } = words.runs;
  const rowOf = (size: (typeof sizes)[number]) => {
    const row = rows.find((each) => each.size === size);
    const name = html`<th scope="row">${words.sizes[size]}${row && row.seed !== seed ? html` <span class="label">${words.seed(row.seed)}</span>` : ''}</th>`;
    const cells = row
      ? html`<td>${percent(row.last.train)}</td>
          <td>${percent(row.last.test)}</td>
          <td><b>${percent(row.gap)}</b></td>
          <td>${row.closed === undefined ? '' : percent(row.closed)}</td>`
      : html`<td colspan="4" class="not-run">${words.notRun}</td>`;
    return html`<tr data-size=${size} aria-current=${size === current ? 'true' : 'false'}>${name}${cells}</tr>`;
  };
  return html`<div><table id="runs">
    <thead>
      <tr>
        ${[digits, train, test, gap, closed].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${sizes.map(rowOf)}
    </tbody>
  </table></div>`;
}

/** The digits that a run learned from, in words. */
export function sizeText(words: GeneralisationStrings, { size }: State, trainSize: number | undefined): string {
  return trainSize === undefined ? words.sizes[size] : counted(trainSize);
}
