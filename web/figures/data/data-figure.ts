import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/api/api.ts';
import { type DataStrings, data } from '../../i18n/data.ts';
import type { Problem } from '../../i18n/shared.ts';
import { kept } from '../base/controls/kept.ts';
import { counted, percent } from '../base/controls/numbers.ts';
import { fact } from '../base/controls/panel.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { classTable } from './class-table.ts';
import { countZeros, type DigitSet, deleteDigitSet, digitSet, type Split, splitOf } from './compute.ts';
import { NumbersPart } from './numbers-part.ts';
import { splitPart } from './split-part.ts';
import { labels, readState, type State, side, stateAttributes } from './state.ts';
import { dataStyles } from './styles.ts';
import { partName, type Subject } from './subject.ts';
import { WallPart } from './wall-part.ts';

/** Chapter 4.1: the digits that the net learns from, one of them as its numbers, and which are set aside for the test. */
export class DataFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, panelStyles, dataStyles];

  #state: State = readState(this.attribute);
  #set: DigitSet | undefined;
  #split: Split | undefined;
  #splits = new Remembered<Split>();
  #pixels: Uint8Array = new Uint8Array();
  #options = {
    subject: () => this.#subject,
    change: (state: Readonly<Record<string, string | number>>) => this.change(state),
    update: () => this.requestUpdate(),
  };
  #wall = new WallPart(this.#options);
  #numbers = new NumbersPart(this.#options);
  protected override readonly plots = [this.#wall.plot, ...this.#numbers.plots];

  get #words(): DataStrings {
    return data[this.language];
  }

  get #subject(): Subject {
    return { words: this.#words, drawTheme: this.drawTheme, state: this.#state, set: this.#set, split: this.#split, pixels: this.#pixels };
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#set?.data.size);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    if (!this.digits) return;
    if (!this.#set) {
      this.#set = digitSet(engine, this.digits);
      this.#state = readState(this.attribute, this.#set.data.size);
    }
    const set = this.#set;
    const { digit, testFraction, seed } = this.#state;
    this.#split = this.#splits.of([testFraction, seed], () => splitOf(set, testFraction, seed));
    this.#pixels = set.data.pixels(Uint32Array.of(digit));
  }

  protected override gone(): void {
    super.gone();
    if (this.#set) deleteDigitSet(this.#set);
    this.#set = undefined;
  }

  /** Told in the place of the wall instead. */
  protected override get status(): string {
    return '';
  }

  protected describe(): string {
    if (!this.#set || !this.#split) return '';
    const { digit } = this.#state;
    const { trainSize, testSize } = this.#split;
    return this.#words.description(counted(digit), this.#set.labels[digit] ?? 0, partName(this.#subject), this.#zeros.share, counted(trainSize), counted(testSize));
  }

  /** Of the chosen digit. */
  get #zeros(): { readonly count: number; readonly share: string } {
    const count = countZeros(this.#pixels);
    return { count, share: percent(count / this.#pixels.length) };
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const pixels = this.#pixels;
    const column = (number: number) => Array.from({ length: side }, (_, row) => pixels[row * side + number] ?? 0);
    const numbers = () => Array.from({ length: side }, (_, number) => ({ name: `column ${number}`, values: column(number) }));
    const classes = () => [
      { name: 'class', values: labels },
      { name: 'train', values: this.#split?.train ?? [] },
      { name: 'test', values: this.#split?.test ?? [] },
    ];
    return [
      ...super.exports(),
      tableExport(numbers, { id: 'csv-digit', label: this.sharedWords.table(words.numbers), filename: `digit-${this.#state.digit}.csv` }),
      tableExport(classes, { id: 'csv-classes', label: this.sharedWords.table(words.classes), filename: 'data-classes.csv' }),
    ];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const body = html`<div class="looks">${this.#wall.render(super.status)} ${this.#numbers.renderNumbers()}</div>
      <div class="chosen">${this.#numbers.renderPicture()} ${this.#facts()}</div>
      ${splitPart(this.#subject, (state) => this.change(state))} ${classTable(words, this.#split, this.#set?.labels[this.#state.digit])}`;
    return this.frame({ stage: body, caption: words.caption });
  }

  #facts(): TemplateResult {
    const words = this.#words;
    const { digit } = this.#state;
    const { row, column } = this.#numbers.pixel;
    const known = (id: string, name: string, value: string | TemplateResult) => fact(id, name, this.#set && value);
    const { count, share } = this.#zeros;
    return html`<dl>
      ${known('number', words.digit, counted(digit))} ${known('label', words.label, String(this.#set?.labels[digit]))}
      ${known('part', words.part, kept(partName(this.#subject), words.train.length > words.test.length ? words.train : words.test))} ${known('pixel', words.pixel(row, column), String(this.#numbers.value))}
      ${known('zeros', words.zerosHere, html`${count} <span class="whole">(${share})</span>`)}
      ${known('zeros-all', words.zerosAll(this.#set ? counted(this.#set.data.size) : ''), percent(this.#set?.shareOfZeros ?? 0))}
    </dl>`;
  }
}

if (!customElements.get('downhill-data')) customElements.define('downhill-data', DataFigure);
