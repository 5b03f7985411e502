import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { cellByKey } from '../base/controls/cells.ts';
import { slider } from '../base/controls/slider.ts';
import { picture } from '../base/element/plot.ts';
import { drawPainted } from './draw.ts';
import { lineBetween, paintAttributes, paintedWith } from './painting.ts';
import { type Part, type Pixel, pixelAt, wholeDigit, wholeGrid } from './pixels.ts';
import { pens, side } from './state.ts';
import type { PartOptions } from './subject.ts';

/** The chosen digit, on which the reader paints: by mouse, by finger, or by keys. */
export class PaintPart {
  #options: PartOptions;
  #framed: () => Part | undefined;
  /** Where the stroke has come to. */
  #last: Pixel | undefined;
  #own = new Set<number>();

  /** `framed`: the part whose numbers are shown elsewhere. */
  constructor(options: PartOptions, framed: () => Part | undefined) {
    this.#options = options;
    this.#framed = framed;
  }

  readonly plot = picture('digit', (context, size) => {
    const { pixels, changed, state, drawTheme } = this.#options.subject();
    if (pixels.length > 0) drawPainted(context, size, drawTheme, { pixels, changed, chosen: state, part: this.#framed() });
  });

  /** The reader has painted all of these, not a link or a film. */
  isOwn(pixels: readonly number[]): boolean {
    return pixels.every((pixel) => this.#own.has(pixel));
  }

  /** What comes is another digit, or another's work. */
  forget(): void {
    this.#own.clear();
  }

  render(): TemplateResult {
    const { words, state, pixels } = this.#options.subject();
    const { row, column } = state;
    const at = row * side + column;
    const key = (name: string, coarse: boolean) => {
      const pixel = cellByKey(state, name, coarse, wholeGrid);
      if (pixel) this.#options.change({ ...pixel });
      else if (name === 'Enter' || name === ' ') this.#paint(state, state);
      else return false;
      return true;
    };
    return html`<div class="paper">
      <canvas
        id="digit"
        data-title=${words.picture}
        ${slider({ label: words.paintOn, lowest: 0, highest: side * side - 1, value: at, text: words.numbersText(row, column, pixels[at] ?? 0), key })}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
      ></canvas>
    </div>`;
  }

  renderPens(): TemplateResult {
    const { words, state, changed } = this.#options.subject();
    return html`<div class="pens" role="group" aria-label=${words.pen}>
      ${pens.map(
        (pen) =>
          html`<button type="button" id=${pen} aria-pressed=${pen === state.pen} @click=${() => this.#options.change({ pen: pen === 'ink' ? null : pen })}>${words.pens[pen]}</button>`,
      )}
      <button type="button" id="restore-all" ?disabled=${changed.length === 0} @click=${() => this.#options.change({ ink: null, paper: null })}>${words.restoreAll}</button>
    </div>`;
  }

  #down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#last = undefined;
    this.#to(event);
  };

  #move = (event: PointerEvent): void => {
    if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) this.#to(event);
  };

  #to(event: PointerEvent): void {
    const { x, y, size } = placeIn(event.currentTarget as Element, event);
    const pixel = pixelAt(x, y, size, wholeDigit);
    // Outside of the digit the stroke ends.
    if (pixel) this.#paint(this.#last ?? pixel, pixel);
    this.#last = pixel;
  }

  #paint(from: Pixel, to: Pixel): void {
    const { state, set } = this.#options.subject();
    if (!set) return;
    const at = lineBetween(from, to);
    for (const pixel of at) this.#own.add(pixel);
    this.#options.change({ row: to.row, column: to.column, ...paintAttributes(paintedWith(state, at, state.pen)) });
  }
}
