import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../draw/place.ts';
import { cellCanvas } from '../base/controls/cells.ts';
import { selectControl } from '../base/controls/controls.ts';
import { counted } from '../base/controls/numbers.ts';
import { Plot } from '../base/element/plot.ts';
import { Remembered } from '../base/work/remembered.ts';
import { drawWall } from './draw.ts';
import { onlyNames } from './state.ts';
import { type PartOptions, partName } from './subject.ts';
import { pageStart, placeAt, placeByKey, type Wall, wallOf } from './wall.ts';

/** The wall of digits. It shows the page on which the chosen digit is, so that to choose is to turn pages. */
export class WallPart {
  #options: PartOptions;
  #selections = new Remembered<readonly number[]>();

  constructor(options: PartOptions) {
    this.#options = options;
  }

  readonly plot: Plot<Wall> = new Plot({
    id: 'wall',
    view: wallOf,
    draw: (context, wall) => {
      const { set, split, state, drawTheme } = this.#options.subject();
      const shown = this.#shown;
      if (!set || shown.length === 0) return;
      const start = pageStart(this.#place, wall);
      const page = shown.slice(start, start + wall.columns * wall.rows);
      const chosen = page.indexOf(state.digit);
      drawWall(context, drawTheme, wall, {
        pixels: set.data.pixels(Uint32Array.from(page)),
        isTest: page.map((digit) => split?.isTest[digit] === 1),
        chosen: chosen < 0 ? undefined : chosen,
      });
    },
  });

  /** `waiting` stands in the place of the wall until it comes. */
  render(waiting: string | TemplateResult): TemplateResult {
    const subject = this.#options.subject();
    const { words, state, set } = subject;
    const last = Math.max(0, this.#shown.length - 1);
    const text = words.wallText(counted(state.digit), set?.labels[state.digit] ?? 0, partName(subject));
    return html`<div class="wall-side">
      <div class="wall">
        ${cellCanvas({
          id: 'wall',
          title: words.wall,
          value: this.#place,
          last,
          text,
          under: (place) => this.#under(place),
          byKey: (key, coarse) => this.#afterKey(key, coarse),
          choose: (place) => this.#choose(place),
        })}
        ${waiting ? html`<div class="waiting">${waiting}</div>` : nothing}
      </div>
      <div class="place">
        <button type="button" id="earlier" aria-label=${words.earlier} ?disabled=${!set} @click=${() => this.#choose(this.#afterKey('PageUp'))}>‹</button>
        <input
          id="place"
          type="range"
          min="0"
          max=${last}
          .value=${String(this.#place)}
          aria-label=${words.place}
          aria-valuetext=${text}
          ?disabled=${!set}
          @input=${(event: Event) => this.#choose((event.target as HTMLInputElement).valueAsNumber)}
        />
        <button type="button" id="later" aria-label=${words.later} ?disabled=${!set} @click=${() => this.#choose(this.#afterKey('PageDown'))}>›</button>
      </div>
    </div>`;
  }

  /** All digits, or those of one class. */
  renderOnly(): TemplateResult {
    const { words, state, set } = this.#options.subject();
    const options = onlyNames.map((name) => [name, name === 'all' ? words.all : words.onlyLabel(name)] as const);
    return selectControl({ id: 'only', label: words.only, value: state.only, options, disabled: !set, change: (name) => this.#show(name) });
  }

  /** The numbers of the digits on all pages, in order. */
  get #shown(): readonly number[] {
    const { set, state } = this.#options.subject();
    if (!set) return [];
    const { only } = state;
    return this.#selections.of([only], () => [...set.labels.keys()].filter((digit) => only === 'all' || set.labels[digit] === Number(only)));
  }

  /** Of the chosen digit among those shown; of the next one where it is not among them. */
  get #place(): number {
    const { digit } = this.#options.subject().state;
    const next = this.#shown.findIndex((each) => each >= digit);
    return next < 0 ? Math.max(0, this.#shown.length - 1) : next;
  }

  #choose(place: number | undefined): void {
    const digit = place === undefined ? undefined : this.#shown[place];
    if (digit !== undefined) this.#options.change({ digit });
  }

  /** A digit that the wall does not show cannot be chosen on it. */
  #show(only: string): void {
    const { set, state } = this.#options.subject();
    const stays = only === 'all' || set?.labels[state.digit] === Number(only);
    this.#options.change({ only, digit: stays ? state.digit : (set?.labels.indexOf(Number(only)) ?? 0) });
  }

  #afterKey(key: string, coarse = false): number | undefined {
    const wall = this.plot.view;
    return wall && placeByKey(this.#place, key, coarse, wall, this.#shown.length);
  }

  #under({ x, y }: Place): number | undefined {
    const wall = this.plot.view;
    if (!wall) return undefined;
    const place = placeAt(x, y, wall);
    return place === undefined ? undefined : pageStart(this.#place, wall) + place;
  }
}
