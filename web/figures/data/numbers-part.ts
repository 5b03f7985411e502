import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { drawDigit, drawNumbers } from './draw.ts';
import { type Part, type Pixel, partAround, pixelAt, pixelByKey, wholeDigit } from './pixels.ts';
import { side } from './state.ts';
import type { PartOptions } from './subject.ts';

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
      <canvas
        id="numbers"
        data-title=${words.numbers}
        role="slider"
        tabindex="0"
        aria-label=${words.numbers}
        aria-valuemin="0"
        aria-valuemax=${side * side - 1}
        aria-valuenow=${at}
        aria-valuetext=${words.numbersText(state.row, state.column, pixels[at] ?? 0)}
        @click=${(event: MouseEvent) => this.#choose(event, this.#numbers.view)}
        @pointermove=${this.#move}
        @pointerleave=${() => this.#hover(undefined)}
        @keydown=${this.#key}
      ></canvas>
    </div>`;
  }

  /** A click on it moves the part whose numbers are shown. */
  renderPicture(): TemplateResult {
    const { words } = this.#options.subject();
    return html`<div class="picture">
      <canvas id="digit" data-title=${words.picture} role="img" aria-label=${words.picture} aria-describedby="description" @click=${(event: MouseEvent) => this.#choose(event, wholeDigit)}></canvas>
    </div>`;
  }

  #choose(event: MouseEvent, part: Part | undefined): void {
    const pixel = part && pixelUnder(event, part);
    if (pixel) this.#options.change({ ...pixel });
  }

  #hover(pixel: Pixel | undefined): void {
    this.#hovered = pixel;
    this.#options.update();
  }

  #move = (event: PointerEvent): void => {
    this.#hover(event.pointerType === 'mouse' && this.#numbers.view ? pixelUnder(event, this.#numbers.view) : undefined);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const pixel = pixelByKey(this.#options.subject().state, event.key, event.shiftKey);
    if (!pixel) return;
    event.preventDefault();
    this.#hovered = undefined;
    this.#options.change({ ...pixel });
  };
}

function pixelUnder(event: MouseEvent, part: Part): Pixel | undefined {
  const { x, y, size } = placeIn(event.currentTarget as Element, event);
  return pixelAt(x, y, size, part);
}
