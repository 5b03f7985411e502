import { html, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../../draw/theme.ts';
import type { Size } from '../../../draw/view.ts';
import type { DrawingPadStrings } from '../../../i18n/drawing-pad.ts';
import { DrawingPad, type DrawingPadOptions } from './drawing-pad.ts';
import { drawPen, drawStrokes } from './ink.ts';
import { padSize, type Stroke } from './strokes.ts';

/** The pad as it is seen, with what takes strokes back. */
export class PadView {
  #pad: DrawingPad;
  #update: () => void;
  /** The ring is for those who draw by keys; a mouse has its own pointer. */
  #byKeys = false;

  constructor(options: DrawingPadOptions) {
    this.#pad = new DrawingPad(options);
    this.#update = options.update;
  }

  /** With the one that is being drawn. */
  get strokes(): readonly Stroke[] {
    return this.#pad.strokes;
  }

  /** On the canvas `pad`. */
  draw(context: CanvasRenderingContext2D, { width }: Size, theme: DrawTheme): void {
    const scale = width / padSize;
    drawStrokes(context, this.#pad.strokes, scale, theme.ink);
    if (this.#byKeys) drawPen(context, this.#pad.pen.at, this.#pad.pen.down, scale, theme.accent);
  }

  renderPad(words: DrawingPadStrings): TemplateResult {
    const pad = this.#pad;
    const { at, down } = pad.pen;
    return html`<canvas
      id="pad"
      data-title=${words.title}
      role="application"
      tabindex="0"
      aria-label=${words.pad}
      aria-description=${words.text(pad.strokes.length, at[0], at[1], down)}
      @pointerdown=${this.#pointerDown}
      @pointermove=${pad.pointerMove}
      @pointerup=${pad.pointerUp}
      @pointercancel=${pad.pointerUp}
      @keydown=${this.#key}
      @focus=${this.#focus}
      @blur=${this.#blur}
    ></canvas>`;
  }

  renderButtons(words: DrawingPadStrings): TemplateResult {
    const empty = this.#pad.strokes.length === 0;
    return html`<button type="button" id="undo" ?disabled=${empty} @click=${() => this.#pad.undo()}>${words.undo}</button>
      <button type="button" id="clear" ?disabled=${empty} @click=${() => this.#pad.clear()}>${words.clear}</button>`;
  }

  #focus = (event: FocusEvent): void => {
    this.#byKeys = (event.currentTarget as HTMLElement).matches(':focus-visible');
    this.#update();
  };

  #pointerDown = (event: PointerEvent): void => {
    this.#byKeys = false;
    this.#pad.pointerDown(event);
  };

  #key = (event: KeyboardEvent): void => {
    this.#byKeys = true;
    this.#pad.key(event);
  };

  #blur = (): void => {
    this.#byKeys = false;
    this.#pad.blur();
  };
}
