import { html, nothing, type TemplateResult } from 'lit';
import { scaleOf, seenBox } from '../../draw/place.ts';
import type { Descent } from '../../engine/api/api.ts';
import type { DescentStrings } from '../../i18n/descent.ts';
import { written } from '../base/controls/numbers.ts';
import { coordinateHeads } from './read-out.ts';

/** The page has so many rows of a table at most: thousands of them would take seconds at every step of a drag on a slow telephone. */
export const mostRows = 100;
/** Rows that are there above those that are seen. The heads of the tables above count as none. */
const above = 25;
/** They come and go by so many. */
const together = 25;

/** Every point of every run, unfolded on demand; of long tables the rows near the place to which the reader has scrolled. */
export class PointsTable {
  #update: () => void;
  #open = false;
  /** The first row that is seen, of all tables one after another. */
  #top = 0;
  /** Of a row, in pixels; 0 until there is one. */
  #height = 0;

  constructor(update: () => void) {
    this.#update = update;
  }

  render(words: DescentStrings, runs: readonly Descent[]): TemplateResult {
    const count = runs.reduce((sum, { values }) => sum + values.length, 0);
    let before = 0;
    const table = (run: Descent, i: number) => {
      const [first, end] = rowsNear(this.#top - before, run.values.length);
      before += run.values.length;
      return pointsOf(words, run, i, { first, end, height: this.#height });
    };
    return html`<details @toggle=${this.#toggle}>
      <summary>${words.points(count)}</summary>
      <div class="scroll points" tabindex="0" role="region" aria-label=${words.points(count)} @scroll=${this.#scrolled}>${this.#open ? runs.map(table) : ''}</div>
    </details>`;
  }

  #toggle = (event: Event): void => {
    this.#open = (event.target as HTMLDetailsElement).open;
    this.#update();
  };

  #scrolled = (event: Event): void => {
    const box = event.currentTarget as HTMLElement;
    const row = box.querySelector<HTMLElement>('tbody:not(.room) tr');
    if (!row) return;
    const height = seenBox(row).height / scaleOf(box);
    const top = together * Math.floor(box.scrollTop / height / together);
    if (top === this.#top && height === this.#height) return;
    this.#top = top;
    this.#height = height;
    this.#update();
  };
}

/** The first of the rows that the page has, and the one after the last; `top`: the number of the row that is seen first. */
export function rowsNear(top: number, count: number): readonly [first: number, end: number] {
  const first = Math.min(count, Math.max(0, top - above));
  return [first, Math.max(first, Math.min(count, top - above + mostRows))];
}

interface Shown {
  readonly first: number;
  readonly end: number;
  readonly height: number;
}

function pointsOf(words: DescentStrings, { path, values }: Descent, index: number, { first, end, height }: Shown): TemplateResult {
  const row = (value: number, k: number) => html`<tr aria-rowindex=${k + 2}>
    <th scope="row">${k}</th>
    <td>${written(path[2 * k] ?? Number.NaN, 6)}</td>
    <td>${written(path[2 * k + 1] ?? Number.NaN, 6)}</td>
    <td>${written(value, 6)}</td>
  </tr>`;
  return html`<table aria-rowcount=${values.length + 1}>
    <caption>
      ${words.ofRun(index + 1, values.length)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.step}</th>
        ${coordinateHeads}
      </tr>
    </thead>
    ${room(first, height)}
    <tbody>
      ${Array.from(values.subarray(first, end), (value, i) => row(value, first + i))}
    </tbody>
    ${room(values.length - end, height)}
  </table>`;
}

/** Of the rows that the page does not have. */
function room(rows: number, height: number): TemplateResult | typeof nothing {
  return rows > 0 ? html`<tbody aria-hidden="true" class="room"><tr><td colspan="4" style="block-size: ${rows * (height || 24)}px"></td></tr></tbody>` : nothing;
}
