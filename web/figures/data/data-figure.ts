import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Engine, TwoLayerNet } from '../../engine/api/api.ts';
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
import { SlicedWork } from '../base/work/sliced-work.ts';
import { type Answer, answerOf } from '../learning/answer.ts';
import { chapterNet, learnt } from '../learning/learnt-net.ts';
import { classTable } from './class-table.ts';
import { countZeros, type DigitSet, deleteDigitSet, digitSet, readerNet, type Split, shareOfZeros, splitOf } from './compute.ts';
import { NumbersPart } from './numbers-part.ts';
import { PaintPart } from './paint-part.ts';
import { changedPixels, paintOn } from './painting.ts';
import { probabilityBars, readingSentence } from './reading-part.ts';
import { splitPart } from './split-part.ts';
import { labels, readState, type State, side, stateAttributes } from './state.ts';
import { dataStyles } from './styles.ts';
import { partName, type Subject } from './subject.ts';
import { type Attempt, tasksFor } from './tasks.ts';
import { WallPart } from './wall-part.ts';

/** Chapter 4.1: the digits that the net learns from, one of them as its numbers, on which the reader paints, and which are set aside for the test. */
export class DataFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, panelStyles, dataStyles];

  #state: State = readState(this.attribute);
  #set: DigitSet | undefined;
  #split: Split | undefined;
  #splits = new Remembered<Split>();
  #original: Uint8Array = new Uint8Array();
  #pixels: Uint8Array = new Uint8Array();
  #changed: readonly number[] = [];
  #learning = new SlicedWork<TwoLayerNet>(this);
  #counting = new SlicedWork<number>(this);
  #shareOfZeros: number | undefined;
  #trained: TwoLayerNet | undefined;
  #untrained: TwoLayerNet | undefined;
  #looked = false;
  #answer: Answer | undefined;
  #before: Answer | undefined;
  #options = {
    subject: () => this.#subject,
    change: (state: Readonly<Record<string, string | number | null>>) => this.#turn(state),
    update: () => this.requestUpdate(),
  };
  #wall = new WallPart(this.#options);
  #numbers = new NumbersPart(this.#options);
  #paint = new PaintPart(this.#options, () => this.#numbers.plot.view);
  protected override readonly plots = [this.#wall.plot, this.#paint.plot, this.#numbers.plot];

  get #words(): DataStrings {
    return data[this.language];
  }

  get #subject(): Subject {
    return {
      words: this.#words,
      drawTheme: this.drawTheme,
      state: this.#state,
      set: this.#set,
      split: this.#split,
      original: this.#original,
      pixels: this.#pixels,
      changed: this.#changed,
      answer: this.#answer,
      before: this.#before,
      learning: this.#trained ? undefined : (this.#learning.share ?? 0),
    };
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#set?.data.size);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const digits = this.allDigits(engine);
    if (!digits) return;
    if (!this.#set) {
      this.#set = digitSet(engine, digits);
      this.#state = readState(this.attribute, this.#set.data.size);
    }
    const set = this.#set;
    const { digit, testFraction, seed } = this.#state;
    this.#split = this.#splits.of([testFraction, seed], () => splitOf(set, testFraction, seed));
    this.#original = digits.pixels(Uint32Array.of(digit));
    this.#pixels = paintOn(this.#original, this.#state);
    this.#changed = changedPixels(this.#original, this.#pixels);
    this.#untrained ??= chapterNet(engine, digits, learnt.seed);
    this.#trained = this.#learning.of('net', () => readerNet(engine, digits));
    // It is told on the bench alone.
    if (this.hasAttribute('bench')) this.#shareOfZeros = this.#counting.of('zeros', () => shareOfZeros(digits));
    const net = this.#trained ?? this.#untrained;
    this.#answer = answerOf(engine, net, this.#pixels);
    this.#before = answerOf(engine, net, this.#original);
  }

  /** Another digit comes without paint. */
  #turn(state: Readonly<Record<string, string | number | null>>): void {
    const another = state.digit !== undefined && state.digit !== this.#state.digit;
    if (another) this.#paint.forget();
    this.change(another ? { ...state, ink: null, paper: null } : state);
  }

  protected override ownTasks() {
    return tasksFor({
      number: () => this.#set?.firstTest ?? 0,
      ready: () => this.#trained !== undefined,
      original: () => this.#original,
      label: () => this.#set?.labels[this.#state.digit] ?? 0,
      predict: (pixels) => {
        if (!this.engine || !this.#trained) throw new Error('The net has not learnt yet.');
        return this.#trained.predict(this.engine.inputsOfPixels(pixels));
      },
    });
  }

  protected override observed(): Attempt | undefined {
    const filming = this.taskBook.filming;
    // What it has painted is not the reader's.
    if (filming) this.#paint.forget();
    const label = this.#set?.labels[this.#state.digit];
    if (label === undefined || !this.#trained || !this.#answer || this.#before?.digit !== label) return undefined;
    if (this.#changed.length === 0 || !(filming || this.#paint.isOwn(this.#changed))) return undefined;
    return { label, answer: this.#answer.digit, changed: this.#changed.length };
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#trained || this.#looked) return;
    // What was painted while the net still learnt has not been judged.
    this.#looked = true;
    this.taskBook.look();
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
    const words = this.#words;
    const answer = this.#trained && this.#answer;
    const reads = answer ? `${this.sharedWords.gap}${words.reads(answer.digit, percent(answer.probabilities[answer.digit] as number, 1))}` : '';
    const digits = words.description(counted(digit), this.#set.labels[digit] ?? 0, partName(this.#subject), this.#zeros.share, counted(trainSize), counted(testSize));
    return `${digits}${reads}`;
  }

  /** Of the chosen digit. */
  get #zeros(): { readonly count: number; readonly share: string } {
    const count = countZeros(this.#original);
    return { count, share: percent(count / this.#original.length) };
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
    const subject = this.#subject;
    const stage = html`<div class="looks">
      ${this.#wall.render(super.status)} ${this.#paint.render()}
      <div class="reads">${this.#paint.renderPens()} ${readingSentence(subject)} ${probabilityBars(subject)}</div>
    </div>`;
    const bench = html`<div class="chosen">${this.#numbers.render()} <div class="beside">${this.#wall.renderOnly()} ${this.#facts()}</div></div>
      ${splitPart(subject, (state) => this.change(state))} ${classTable(words, this.#split, this.#set?.labels[this.#state.digit])}`;
    return this.frame({ stage, bench, caption: words.caption });
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
      ${fact('zeros-all', words.zerosAll(this.#set ? counted(this.#set.data.size) : ''), this.#shareOfZeros === undefined ? undefined : percent(this.#shareOfZeros))}
    </dl>`;
  }
}

if (!customElements.get('downhill-data')) customElements.define('downhill-data', DataFigure);
