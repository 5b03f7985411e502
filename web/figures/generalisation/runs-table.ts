import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import type { Column } from '../shared/export.ts';
import { counted, percent } from '../shared/numbers.ts';
import type { Comparison, RunRecord } from './records.ts';
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
  return html`<table id="runs">
    <thead>
      <tr>
        ${[digits, train, test, gap, closed].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${sizes.map(rowOf)}
    </tbody>
  </table>`;
}

/** The curves of all runs, one after the other. */
export function curveColumns(records: readonly RunRecord[]): Column[] {
  const points = records.flatMap(({ digits, seed, accuracies }) => accuracies.map((accuracy) => ({ digits, seed, ...accuracy })));
  return (['digits', 'seed', 'epoch', 'iteration', 'train', 'test'] as const).map((name) => ({ name, values: points.map((point) => point[name]) }));
}

export function runColumns(rows: readonly Comparison[]): Column[] {
  return [
    { name: 'digits', values: rows.map(({ digits }) => digits) },
    { name: 'seed', values: rows.map(({ seed }) => seed) },
    { name: 'iteration', values: rows.map(({ last }) => last.iteration) },
    { name: 'train', values: rows.map(({ last }) => last.train) },
    { name: 'test', values: rows.map(({ last }) => last.test) },
    { name: 'gap', values: rows.map(({ gap }) => gap) },
  ];
}

/** The digits that a run learned from, in words. */
export function sizeText(words: GeneralisationStrings, { size }: State, trainSize: number | undefined): string {
  return trainSize === undefined ? words.sizes[size] : counted(trainSize);
}
