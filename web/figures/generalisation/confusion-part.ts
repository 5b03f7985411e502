import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Examination } from '../../engine/api/api.ts';
import type { CellExamples, ConfusionCell } from '../../engine/protocol/run-types.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { kept } from '../base/controls/kept.ts';
import { percent } from '../base/controls/numbers.ts';
import { picture } from '../base/element/plot.ts';
import { cellAt, cellByKey, drawConfusion, drawExamples, matrixRect } from './confusion.ts';
import { classes, type State } from './state.ts';

export interface ConfusionPartOptions {
  readonly words: () => GeneralisationStrings;
  readonly theme: () => DrawTheme;
  readonly state: () => State;
  readonly examination: () => Examination | undefined;
  readonly examples: () => CellExamples | undefined;
  readonly change: (state: Readonly<Record<string, number>>) => void;
  /** The mouse is over another cell. */
  readonly update: () => void;
}

/** The confusion matrix, and the cell of it that is read. */
export class ConfusionPart {
  #options: ConfusionPartOptions;
  #hovered: ConfusionCell | undefined;

  constructor(options: ConfusionPartOptions) {
    this.#options = options;
  }

  readonly plots = [
    picture('confusion', (context, size) => {
      const { words, theme, examination } = this.#options;
      const { confusion } = examination() ?? {};
      if (confusion) drawConfusion(context, size, theme(), confusion, this.#cell, words());
    }),
    picture('examples', (context, size) => {
      const { theme, state, examples } = this.#options;
      const { label, answer } = state();
      const found = examples();
      if (found?.label === label && found.answer === answer) drawExamples(context, size, theme(), found);
    }),
  ] as const;

  /** Of the cell under the mouse, else of the chosen one. */
  get #text(): string {
    const words = this.#options.words();
    const examination = this.#options.examination();
    if (!examination) return words.confusionNone;
    const { label, answer } = this.#cell;
    const row = examination.confusion.subarray(label * classes, (label + 1) * classes);
    const count = row[answer] ?? 0;
    const all = row.reduce((sum, each) => sum + each, 0);
    return words.confusionCell(label, answer, count, all === 0 ? '–' : percent(count / all));
  }

  render(): TemplateResult {
    const words = this.#options.words();
    const { label, answer } = this.#options.state();
    return html`<div class="picture matrix">
      <canvas
        id="confusion"
        data-title=${words.confusionTitle}
        role="slider"
        tabindex="0"
        aria-label=${words.confusionTitle}
        aria-valuemin="0"
        aria-valuemax=${classes * classes - 1}
        aria-valuenow=${label * classes + answer}
        aria-valuetext=${this.#text}
        @click=${this.#click}
        @pointermove=${this.#move}
        @pointerleave=${() => this.#hover(undefined)}
        @keydown=${this.#key}
      ></canvas>
    </div>`;
  }

  /** The cell in words, and digits of the chosen one. */
  renderCell(): TemplateResult {
    const { examples, confusionNone } = this.#options.words();
    return html`<span class="cell-text" id="cell">${kept(this.#text, confusionNone)}</span>
      <div class="examples"><canvas id="examples" data-title=${examples} role="img" aria-label=${examples}></canvas></div>`;
  }

  get #cell(): ConfusionCell {
    return this.#hovered ?? this.#options.state();
  }

  #under(event: MouseEvent): ConfusionCell | undefined {
    const { x, y, size } = placeIn(event.currentTarget as Element, event);
    return cellAt(x, y, matrixRect(size, this.#options.theme()));
  }

  #click = (event: MouseEvent): void => {
    const cell = this.#under(event);
    if (cell) this.#options.change({ ...cell });
  };

  #move = (event: PointerEvent): void => {
    this.#hover(event.pointerType === 'mouse' ? this.#under(event) : undefined);
  };

  #hover(cell: ConfusionCell | undefined): void {
    this.#hovered = cell;
    this.#options.update();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const cell = cellByKey(this.#options.state(), event.key, event.shiftKey);
    if (!cell) return;
    event.preventDefault();
    this.#hovered = undefined;
    this.#options.change({ ...cell });
  };
}
