import { html, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Examination } from '../../engine/api/api.ts';
import type { CellExamples, ConfusionCell } from '../../engine/protocol/run-types.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { cellByKey, cellCanvas } from '../base/controls/cells.ts';
import { kept } from '../base/controls/kept.ts';
import { percent } from '../base/controls/numbers.ts';
import { picture } from '../base/element/plot.ts';
import { cellAt, drawConfusion, drawExamples, matrixRect } from './confusion.ts';
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
      ${cellCanvas({
        id: 'confusion',
        title: words.confusionTitle,
        value: label * classes + answer,
        last: classes * classes - 1,
        text: this.#text,
        under: ({ x, y, size }) => cellAt(x, y, matrixRect(size, this.#options.theme())),
        byKey: (key, coarse) => {
          const cell = cellByKey({ row: label, column: answer }, key, coarse, { rows: classes, columns: classes, leap: classes });
          return cell && { label: cell.row, answer: cell.column };
        },
        choose: (cell) => this.#options.change({ ...cell }),
        hover: (cell) => this.#hover(cell),
      })}
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

  #hover(cell: ConfusionCell | undefined): void {
    this.#hovered = cell;
    this.#options.update();
  }
}
