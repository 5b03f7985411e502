import { html, type TemplateResult } from 'lit';
import type { Place } from '../../draw/place.ts';
import { cellByKey, cellCanvas } from '../base/controls/cells.ts';
import { Plot } from '../base/element/plot.ts';
import { drawNumbers } from './draw.ts';
import { type Part, type Pixel, partAround, pixelAt, wholeGrid } from './pixels.ts';
import { side } from './state.ts';
import type { PartOptions } from './subject.ts';

/** The numbers around the pixel that is read, large enough for a telephone. */
export class NumbersPart {
  #options: PartOptions;
  /** Under the mouse. */
  #hovered: Pixel | undefined;

  constructor(options: PartOptions) {
    this.#options = options;
  }

  /** Under the mouse, else the chosen one. */
  get pixel(): Pixel {
    return this.#hovered ?? this.#options.subject().state;
  }

  get value(): number {
    const { row, column } = this.pixel;
    return this.#options.subject().pixels[row * side + column] ?? 0;
  }

  /** It lies on its canvas as a part of the digit. */
  readonly plot: Plot<Part> = new Plot({
    id: 'numbers',
    view: ({ width }) => {
      const { pixels, state } = this.#options.subject();
      return pixels.length > 0 ? partAround(state, width, this.plot.view) : undefined;
    },
    draw: (context, part) => {
      const { pixels, drawTheme } = this.#options.subject();
      drawNumbers(context, this.plot.size, drawTheme, pixels, part, this.pixel);
    },
  });

  render(): TemplateResult {
    const { words, state, pixels } = this.#options.subject();
    const at = state.row * side + state.column;
    return html`<div class="numbers">
      ${cellCanvas({
        id: 'numbers',
        title: words.numbers,
        value: at,
        last: side * side - 1,
        text: words.numbersText(state.row, state.column, pixels[at] ?? 0),
        under: (place) => pixelUnder(place, this.plot.view),
        byKey: (key, coarse) => cellByKey(state, key, coarse, wholeGrid),
        choose: (pixel) => this.#options.change({ ...pixel }),
        hover: (pixel) => this.#hover(pixel),
      })}
    </div>`;
  }

  #hover(pixel: Pixel | undefined): void {
    this.#hovered = pixel;
    this.#options.update();
  }
}

function pixelUnder({ x, y, size }: Place, part: Part | undefined): Pixel | undefined {
  return part && pixelAt(x, y, size, part);
}
