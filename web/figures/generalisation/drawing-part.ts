import { html, type TemplateResult } from 'lit';
import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { drawPixels } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { DrawingPadStrings } from '../../i18n/drawing-pad.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { percent } from '../base/controls/numbers.ts';
import { PadView } from '../base/controls/pad-view.ts';
import { drawingText, type Stroke } from '../base/controls/strokes.ts';
import { picture } from '../base/element/plot.ts';
import type { Answer } from '../learning/answer.ts';
import type { Answers } from './answer-bars.ts';
import { answerBars } from './answer-bars.ts';
import { classes, type State } from './state.ts';

export interface DrawingSubject {
  readonly words: GeneralisationStrings;
  readonly padWords: DrawingPadStrings;
  readonly theme: DrawTheme;
  readonly state: State;
  /** 28 × 28, as the nets see the drawing; while there is none, a test digit with its label. */
  readonly seen: Uint8Array | undefined;
  readonly label: number | undefined;
  readonly answers: Answers | undefined;
  /** While the nets still learn, the share that is done. */
  readonly learning: number | undefined;
  /** How many digits the second net has learnt from, as text. */
  readonly allDigits: string;
}

export interface DrawingPartOptions {
  readonly subject: () => DrawingSubject;
  readonly change: (state: { readonly drawing?: string | null; readonly meant?: number | null }) => void;
  readonly update: () => void;
}

/** The reader's own digit: named, drawn, as the nets see it, and what they say of it. */
export class DrawingPart {
  #options: DrawingPartOptions;
  #pad: PadView;
  /** What the reader has named and drawn here; a link's or a film's is not the reader's. */
  #own: { readonly meant: number; readonly drawing: string | null } | undefined;

  constructor(options: DrawingPartOptions) {
    this.#options = options;
    this.#pad = new PadView({ strokes: () => options.subject().state.strokes, change: ({ drawing }) => this.#drawn(drawing), update: options.update });
  }

  readonly plots = [
    picture('pad', (context, size) => {
      const { theme, seen } = this.#options.subject();
      // A test digit is paler than what the reader draws over it.
      if (seen && this.#pad.strokes.length === 0)
        drawPixels(context, { left: 0, top: 0, ...size }, seen, greyTable(theme.background, mix(theme.background, theme.ink, 0.45)), [0, 255]);
      this.#pad.draw(context, size, theme);
    }),
    picture('seen', (context, size) => {
      const { theme, seen } = this.#options.subject();
      if (seen) drawPixels(context, { left: 0, top: 0, ...size }, seen, greyTable(theme.background, theme.ink), [0, 255]);
    }),
  ] as const;

  /** With the stroke that is being drawn. */
  get strokes(): readonly Stroke[] {
    return this.#pad.strokes;
  }

  /** The reader has named the digit first, and drawn all of it then. */
  get isOwn(): boolean {
    const { meant, strokes } = this.#options.subject().state;
    return strokes.length > 0 && this.#own?.meant === meant && this.#own?.drawing === drawingText(strokes);
  }

  forget(): void {
    this.#own = undefined;
  }

  render(): TemplateResult {
    const { words, padWords, state, answers, allDigits } = this.#options.subject();
    return html`<div class="try">
      <div class="square">${this.#pad.renderPad(padWords)}</div>
      <div class="name">
        <span class="label" id="meant-label">${words.meant}</span>
        <div class="keys" role="group" aria-labelledby="meant-label">
          ${Array.from({ length: classes }, (_, k) => html`<button type="button" data-meant=${k} aria-pressed=${k === state.meant} @click=${() => this.#name(k)}>${k}</button>`)}
        </div>
        <div class="row">${this.#pad.renderButtons(padWords)}</div>
      </div>
      <div class="readers">${this.#reader('few', words.sizes['100'], answers?.few)} ${this.#reader('all', allDigits, answers?.all)}</div>
      <p class="answer" id="says" role="status">${this.#sentence()}</p>
    </div>`;
  }

  /** As the nets see it, with all that they say. */
  renderSeen(): TemplateResult {
    const { words, answers, allDigits } = this.#options.subject();
    return html`<div class="seen-side">
      <div>
        <h3>${words.seenTitle}</h3>
        <div class="square"><canvas id="seen" data-title=${words.seenTitle} role="img" aria-label=${words.seenPicture}></canvas></div>
        <p class="legend">${words.padHint}</p>
      </div>
      ${answerBars(words, answers, allDigits)}
    </div>`;
  }

  #reader(net: keyof Answers, digits: string, answer: Answer | undefined): TemplateResult {
    const { words } = this.#options.subject();
    const share = answer ? percent(answer.probabilities[answer.digit] as number, 0) : '';
    return html`<div class="reader" data-net=${net}><span class="label">${words.fromDigits(digits)}</span><span><strong>${answer?.digit ?? '…'}</strong> <span class="share">${share}</span></span></div>`;
  }

  #sentence(): string {
    const { words, state, answers, learning, label } = this.#options.subject();
    if (learning !== undefined) return words.bothLearn(Math.round(100 * learning));
    if (!answers || label === undefined) return '…';
    const { meant } = state;
    if (this.#pad.strokes.length === 0) return meant === undefined ? words.nameFirst(label) : words.drawIt(meant);
    if (meant === undefined) return words.unnamed;
    const [few, all] = [answers.few.digit === meant, answers.all.digit === meant];
    return words.verdicts[few ? (all ? 'both' : 'few') : all ? 'all' : 'neither'](meant);
  }

  /** Who names a digit after it has been read has not said it first: it is drawn anew. */
  #name(digit: number): void {
    const meant = digit === this.#options.subject().state.meant ? null : digit;
    this.#own = meant === null ? undefined : { meant, drawing: null };
    this.#options.change({ meant, drawing: null });
  }

  #drawn(drawing: string | null): void {
    if (this.#own) this.#own = { ...this.#own, drawing };
    this.#options.change({ drawing });
  }
}
