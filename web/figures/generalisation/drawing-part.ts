import { html, type TemplateResult } from 'lit';
import { greyTable } from '../../draw/colour.ts';
import { drawPixels } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Engine } from '../../engine/api/api.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { DrawingPad } from '../base/controls/drawing-pad.ts';
import { drawPen, drawStrokes } from '../base/controls/ink.ts';
import { padSize } from '../base/controls/strokes.ts';
import { picture } from '../base/element/plot.ts';
import { answerBars, answerText } from './answer-bars.ts';
import { type Answer, PageNet } from './page-net.ts';
import type { Snapshot } from './run.ts';
import type { State } from './state.ts';

export interface DrawingPartOptions {
  readonly words: () => GeneralisationStrings;
  readonly theme: () => DrawTheme;
  readonly state: () => State;
  readonly snapshot: () => Snapshot | undefined;
  readonly change: (state: { readonly drawing: string | null }) => void;
  readonly update: () => void;
}

/** The reader's own digit: drawn, as the net sees it, and what the net says of it. */
export class DrawingPart {
  #options: DrawingPartOptions;
  #pad: DrawingPad;
  #net = new PageNet();
  #answer: Answer | undefined;
  /** The ring is for those who draw by keys; a mouse has its own pointer. */
  #byKeys = false;

  constructor(options: DrawingPartOptions) {
    this.#options = options;
    this.#pad = new DrawingPad({ strokes: () => options.state().strokes, change: options.change, update: options.update });
  }

  compute(engine: Engine): void {
    this.#answer = this.#net.read(engine, this.#pad.strokes, this.#options.snapshot());
  }

  delete(): void {
    this.#net.delete();
  }

  readonly plots = [
    picture('pad', (context, { width }) => {
      const theme = this.#options.theme();
      const scale = width / padSize;
      drawStrokes(context, this.#pad.strokes, scale, theme.ink);
      if (this.#byKeys) drawPen(context, this.#pad.pen.at, this.#pad.pen.down, scale, theme.accent);
    }),
    picture('seen', (context, size) => {
      const { ink, background } = this.#options.theme();
      if (this.#answer) drawPixels(context, { left: 0, top: 0, ...size }, this.#answer.seen, greyTable(background, ink), [0, 255]);
    }),
  ] as const;

  render(): TemplateResult {
    const words = this.#options.words();
    const pad = this.#pad;
    const { at, down } = pad.pen;
    const empty = pad.strokes.length === 0;
    return html`<div class="draw">
      <section class="pad-side">
        <h3>${words.padTitle}</h3>
        <h3>${words.seenTitle}</h3>
        <div class="square">
          <canvas
            id="pad"
            data-title=${words.padTitle}
            role="application"
            tabindex="0"
            aria-label=${words.pad}
            aria-description=${words.padText(pad.strokes.length, at[0], at[1], down)}
            @pointerdown=${this.#pointerDown}
            @pointermove=${pad.pointerMove}
            @pointerup=${pad.pointerUp}
            @pointercancel=${pad.pointerUp}
            @keydown=${this.#key}
            @focus=${this.#focus}
            @blur=${this.#blur}
          ></canvas>
        </div>
        <div class="square"><canvas id="seen" data-title=${words.seenTitle} role="img" aria-label=${words.seenPicture}></canvas></div>
        <div class="row">
          <button type="button" id="undo" ?disabled=${empty} @click=${() => pad.undo()}>${words.undo}</button>
          <button type="button" id="clear" ?disabled=${empty} @click=${() => pad.clear()}>${words.clear}</button>
        </div>
        <div class="legend">${words.padHint}</div>
      </section>
      <section class="panel">
        <h3>${words.answerTitle}</h3>
        ${answerBars(words, this.#answer)}
        <p class="says" id="says" role="status">${answerText(words, this.#answer, (this.#options.snapshot()?.iteration ?? 0) > 0)}</p>
      </section>
    </div>`;
  }

  #focus = (event: FocusEvent): void => {
    this.#byKeys = (event.currentTarget as HTMLElement).matches(':focus-visible');
    this.#options.update();
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
