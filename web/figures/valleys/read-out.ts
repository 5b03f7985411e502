import { html, type TemplateResult } from 'lit';
import type { ValleysStrings } from '../../i18n/valleys.ts';
import type { Column } from '../base/exports/export.ts';
import type { Point } from '../base/state/reading.ts';
import type { Walk } from './compute.ts';
import { pointText } from './tasks.ts';

/** The marks of draw/terrain-colours.ts as letters. */
const marks = ['●', '■', '▲', '◆'];

/** The four valleys, and how many walkers have ended in each; not to be seen while they are unknown or that is not to be told. */
export function endsList(words: ValleysStrings, minima: readonly Point[] | undefined, walks: readonly Walk[], told: boolean): TemplateResult {
  const count = (valley: number) => walks.filter((walk) => walk.valley === valley).length;
  return html`<ul class=${minima && told ? 'ends' : 'ends untold'} aria-label=${words.valleys}>
    ${marks.map(
      (mark, i) =>
        html`<li class="valley-${i}"><span class="mark" aria-hidden="true">${mark}</span>${pointText(minima?.[i] ?? [0, 0])} <span class="count">${words.walkers(count(i))}</span></li>`,
    )}
  </ul>`;
}

/** A row for each point of each walk. */
export function walkColumns(walks: readonly Walk[], minima: readonly Point[]): Column[] {
  const points = walks.flatMap(({ path, valley }, walker) =>
    Array.from({ length: path.length / 2 }, (_, step) => ({ walker: walker + 1, step, x0: path[2 * step] as number, x1: path[2 * step + 1] as number, end: minima[valley] })),
  );
  return [
    { name: 'walker', values: points.map(({ walker }) => walker) },
    { name: 'step', values: points.map(({ step }) => step) },
    { name: 'x0', values: points.map(({ x0 }) => x0) },
    { name: 'x1', values: points.map(({ x1 }) => x1) },
    { name: 'end_x0', values: points.map(({ end }) => end?.[0] ?? '') },
    { name: 'end_x1', values: points.map(({ end }) => end?.[1] ?? '') },
  ];
}
