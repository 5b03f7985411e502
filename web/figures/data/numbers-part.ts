import { html, type TemplateResult } from 'lit';
import { type Place, placeIn } from '../../draw/place.ts';
import { cellByKey, cellCanvas } from '../base/controls/cells.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { drawDigit, drawNumbers } from './draw.ts';
import { type Part, type Pixel, partAround, pixelAt, wholeDigit } from './pixels.ts';
import { side } from './state.ts';
import type { PartOptions } from './subject.ts';

/** With Shift an arrow leads a quarter of the digit on. */
const wholeGrid = { rows: side, columns: side, leap: side / 4 };

/** The chosen digit as its numbers and as a picture, and the pixel that is read. */
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
  #numbers: Plot<Part> = new Plot({
    id: 'numbers',
    view: ({ width }) => {
      const { pixels, state } = this.#options.subject();
      return pixels.length > 0 ? partAround(state, width, this.#numbers.view) : undefined;
    },
    draw: (context, part) => {
      const { pixels, drawTheme } = this.#options.subject();
      drawNumbers(context, this.#numbers.size, drawTheme, pixels, part, this.pixel);
    },
  });

  /** The numbers, then the picture, which has a frame around the part that they are of. */
  readonly plots = [
    this.#numbers,
    picture('digit', (context, size) => {
      const { pixels, drawTheme } = this.#options.subject();
      if (pixels.length > 0) drawDigit(context, size, drawTheme, pixels, this.#numbers.view);
    }),
  ] as const;

  renderNumbers(): TemplateResult {
    const { words, state, pixels } = this.#options.subject();
    const at = state.row * side + state.column;
    return html`<div class="numbers">
      ${cellCanvas({
        id: 'numbers',
        title: words.numbers,
        value: at,
        last: side * side - 1,
        text: words.numbersText(state.row, state.column, pixels[at] ?? 0),
        under: (place) => pixelUnder(place, this.#numbers.view),
        byKey: (key, coarse) => cellByKey(state, key, coarse, wholeGrid),
        choose: (pixel) => this.#options.change({ ...pixel }),
        hover: (pixel) => this.#hover(pixel),
      })}
    </div>`;
  }

  /** A click on it moves the part whose numbers are shown. */
  renderPicture(): TemplateResult {
    const { words } = this.#options.subject();
    return html`<div class="picture">
      <canvas id="digit" data-title=${words.picture} role="img" aria-label=${words.picture} aria-describedby="description" @click=${this.#click}></canvas>
    </div>`;
  }

  #click = (event: MouseEvent): void => {
    const pixel = pixelUnder(placeIn(event.currentTarget as Element, event), wholeDigit);
    if (pixel) this.#options.change({ ...pixel });
  };

  #hover(pixel: Pixel | undefined): void {
    this.#hovered = pixel;
    this.#options.update();
  }
}

function pixelUnder({ x, y, size }: Place, part: Part | undefined): Pixel | undefined {
  return part && pixelAt(x, y, size, part);
}
