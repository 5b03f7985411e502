import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import type { TileSheet } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size as CanvasSize } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
import { drawingPad } from '../../i18n/drawing-pad.ts';
import { type GeneralisationStrings, generalisation } from '../../i18n/generalisation.ts';
import type { Problem } from '../../i18n/shared.ts';
import { counted, percent } from '../base/controls/numbers.ts';
import { fact, panel } from '../base/controls/panel.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import type { FigureExport } from '../base/exports/export.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { TaskWords } from '../base/tasks/task.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { playButton, runButton } from '../learning/buttons.ts';
import { nextSeed } from '../learning/rules.ts';
import { epochsOf } from '../learning/standing.ts';
import { whileGoing } from '../learning/while-going.ts';
import { byHeartPanel, drawByHeart } from './by-heart.ts';
import { ConfusionPart } from './confusion-part.ts';
import { settingsControls } from './controls.ts';
import { drawGap } from './draw-gap.ts';
import { DrawingPart, type DrawingSubject } from './drawing-part.ts';
import { fileExports } from './files.ts';
import { drawMistakes, mistakeSheet, mistakesTable } from './mistakes.ts';
import { Reading } from './reading.ts';
import { compared, gapOf, type RunRecord, withRecord } from './records.ts';
import { Run, type Snapshot } from './run.ts';
import { runsTable, sizeText } from './runs-table.ts';
import { runLine, runNotices } from './standing.ts';
import { readState, type Size, type State, sizes, stateAttributes } from './state.ts';
import { generalisationStyles } from './styles.ts';
import { type Attempt, apartTask } from './tasks.ts';

/** Chapter 4.5.3: nets that learn from few digits or from many, how well they read others, and what they make of the reader's own. */
export class GeneralisationFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, panelStyles, generalisationStyles];

  #state: State = readState(this.attribute);
  #run = new Run(this, { news: (finished) => this.#news(finished) });
  /** Of runs with the same net and learning rate. */
  #records: readonly RunRecord[] = [];
  #recordsOf = '';
  /** The sizes are trained one after the other. */
  #inTurn = false;
  #sheet: { readonly snapshot: Snapshot; readonly theme: DrawTheme; readonly tiles: TileSheet } | undefined;
  #confusion = new ConfusionPart({
    words: () => this.#words,
    theme: () => this.drawTheme,
    state: () => this.#state,
    examination: () => this.#run.snapshot?.examination,
    examples: () => this.#run.examples,
    change: (state) => this.change(state),
    update: () => this.requestUpdate(),
  });
  #reading = new Reading(this);
  #looked = false;
  #drawing = new DrawingPart({ subject: () => this.#drawingSubject, change: (state) => this.change(state), update: () => this.requestUpdate() });
  protected override readonly plots = [
    picture('gap', (context, size) => this.#drawGap(context, size), { lines: true }),
    ...this.#confusion.plots,
    picture('mistakes', (context, size) => this.#drawMistakes(context, size)),
    ...this.#drawing.plots,
    new Plot({
      id: 'by-heart',
      view: (size) => {
        const { parts, apart } = this.#reading;
        return parts && apart && { size, parts, apart };
      },
      draw: (context, { size, parts, apart }) => drawByHeart(context, size, this.drawTheme, parts, apart),
    }),
  ];

  get #words(): GeneralisationStrings {
    return generalisation[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#reading.parts?.test.size);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    if (!this.digits) return;
    const { hiddenSize, learningRate } = this.#state;
    const of = `${hiddenSize} ${learningRate}`;
    if (of !== this.#recordsOf) this.#records = [];
    this.#recordsOf = of;
    this.#run.follow(this.#state, this.digits);
    // A run that waits to be started, as after other initial weights, is none of the four in turn.
    if (this.#run.standing.kind === 'making' && !this.#run.playing) this.#inTurn = false;
    const all = this.allDigits(engine);
    if (all) this.#reading.read(engine, all, this.#drawing.strokes, this.#state.digit);
  }

  get #drawingSubject(): DrawingSubject {
    const { seen, answers, share } = this.#reading;
    return {
      words: this.#words,
      padWords: drawingPad[this.language],
      theme: this.drawTheme,
      state: this.#state,
      seen,
      label: this.#reading.labelOf(this.#state.digit),
      answers,
      learning: share,
      allDigits: this.#allDigits,
    };
  }

  /** How many the second net has learnt from. */
  get #allDigits(): string {
    const { parts } = this.#reading;
    return parts ? counted(parts.train.size) : this.#words.sizes.all;
  }

  protected override ownTasks() {
    return [apartTask(() => this.#reading.apart)];
  }

  protected override observed(): Attempt | undefined {
    const filming = this.taskBook.filming;
    if (filming) this.#drawing.forget();
    const { meant } = this.#state;
    const { readers, answers } = this.#reading;
    if (!readers || !answers || meant === undefined || !(filming || this.#drawing.isOwn)) return undefined;
    return { meant, few: answers.few.digit, all: answers.all.digit };
  }

  protected override ownTaskWords(): Readonly<Record<string, TaskWords>> {
    return { apart: this.#words.task(this.#allDigits) };
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    this.#run.visible = this.visible;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#reading.readers || this.#looked) return;
    // What was drawn while the nets still learnt has not been judged.
    this.#looked = true;
    this.taskBook.look();
  }

  protected override gone(): void {
    super.gone();
    this.#run.dispose();
  }

  override reset(): void {
    super.reset();
    this.#inTurn = false;
    this.#records = [];
    this.#drawing.forget();
    if (this.digits) this.#run.again(readState(this.attribute), this.digits);
  }

  #news(finished: boolean): void {
    const { facts, accuracies, iteration } = this.#run;
    const { size, seed } = this.#state;
    if (facts && iteration > 0) this.#records = withRecord(this.#records, { size, digits: facts.trainSize, seed, accuracies });
    if (!finished || !this.#inTurn) return;
    const next = sizes[sizes.indexOf(size) + 1];
    this.#inTurn = next !== undefined;
    if (next) this.#begin(next);
  }

  /** It plays as soon as it stands. */
  #begin(size: Size): void {
    if (!this.digits) return;
    this.#run.playNext();
    if (size === this.#state.size) this.#run.again(this.#state, this.digits);
    else this.change({ 'train-size': size });
  }

  /** From where it stands; from its beginning where it is at its end. */
  protected override async playOnce(signal: AbortSignal): Promise<void> {
    if (this.#run.standing.kind !== 'ready') return;
    if (this.#run.finished) this.#begin(this.#state.size);
    else if (!this.#run.playing) this.#run.play();
    await whileGoing(() => this.#run.playing, signal);
    this.#run.pause();
  }

  #playInTurn(): void {
    this.#inTurn = true;
    this.#begin(sizes[0]);
  }

  #choose(size: Size): void {
    this.#inTurn = false;
    this.change({ 'train-size': size });
  }

  protected override notices(): Notice[] {
    return [...super.notices(), ...runNotices(this.#words, this.#run)];
  }

  #drawGap(context: DrawContext, size: CanvasSize): void {
    const words = this.#words;
    const others = this.#records.filter((record) => record.size !== this.#state.size || this.#run.iteration === 0);
    drawGap(context, size, this.drawTheme, {
      current: { name: words.sizes[this.#state.size], accuracies: this.#run.accuracies },
      others: others.map(({ size: each, accuracies }) => ({ name: words.sizes[each], accuracies })),
      end: Math.max(this.#state.iterations, ...others.map(({ accuracies }) => accuracies.at(-1)?.iteration ?? 0)),
      names: { iteration: words.iteration, accuracy: words.accuracy },
    });
  }

  #drawMistakes(context: CanvasRenderingContext2D, size: CanvasSize): void {
    const { snapshot, facts } = this.#run;
    const side = facts?.imageShape?.[0];
    if (!snapshot || !side) return;
    const theme = this.drawTheme;
    if (this.#sheet?.snapshot !== snapshot || this.#sheet.theme !== theme) this.#sheet = { snapshot, theme, tiles: mistakeSheet(snapshot.examination, side, theme) };
    drawMistakes(context, size, theme, snapshot.examination.worst, this.#sheet.tiles);
  }

  protected describe(): string {
    const last = this.#run.accuracies.at(-1);
    if (!last || this.#run.iteration === 0) return this.#run.standing.kind === 'ready' ? this.#words.untrained : '';
    const digits = sizeText(this.#words, this.#state, this.#run.facts?.trainSize);
    return this.#words.description(digits, counted(last.iteration), percent(last.train), percent(last.test), percent(gapOf(last)));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    return [...super.exports(), ...fileExports(this.#words, this.sharedWords, this.#records, this.#run)];
  }

  /** Told above instead. */
  protected override get status(): string {
    return '';
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { snapshot } = this.#run;
    const stage = html`<div class="split">
      ${this.#drawing.render()}
      <div class="beside">
        <div class="picture chart"><canvas id="gap" data-title=${words.gapTitle} role="img" aria-label=${words.gapPicture} aria-describedby="description"></canvas></div>
        <div class="legend"><span><i class="key train"></i>${words.train}</span><span><i class="key test"></i>${words.test}</span><span>${words.earlier}</span></div>
        ${this.#strip()}
        <p class="answer gap">${this.#gap()}</p>
      </div>
    </div>`;
    const bench = html`<div class="strip">
        ${runButton('again', words.again, this.digits && (() => this.#again()))}
        ${runButton('other-weights', words.otherWeights, () => this.change({ seed: nextSeed(this.#state.seed) }))}
      </div>
      ${this.#facts()}
      <div class="panels">
        ${panel(words.runsTitle, runsTable(words, compared(this.#records), this.#state), words.runsLegend)} ${byHeartPanel(words, this.#reading.apart)}
        ${panel(words.confusionTitle, this.#confusion.render(), this.#confusion.renderCell())}
        ${panel(
          words.mistakesTitle,
          html`<div class="picture matrix"><canvas id="mistakes" data-title=${words.mistakesTitle} role="img" aria-label=${words.mistakesPicture}></canvas></div>`,
          html`<span class="cell-text">${words.mistakesLegend}</span>`,
        )}
      </div>
      ${mistakesTable(words, snapshot?.examination.worst ?? [])} ${this.#drawing.renderSeen()} ${settingsControls(words, this.sharedWords, this.#state, (state) => this.change(state))}`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  #again(): void {
    if (this.digits) this.#run.again(this.#state, this.digits);
  }

  /** The number that the section asks for. */
  #gap(): TemplateResult {
    const words = this.#words;
    const last = this.#run.accuracies.at(-1);
    if (!last) return html`…`;
    return html`<strong>${words.gapIs(percent(gapOf(last), 1))}</strong><span>${words.gapOf(percent(last.train, 1), percent(last.test, 1))}</span>`;
  }

  #strip(): TemplateResult {
    const words = this.#words;
    const run = this.#run;
    const { size } = this.#state;
    const ready = run.standing.kind === 'ready';
    const waiting = super.status;
    return html`<div class="sizes" role="group" aria-label=${words.size}>
        <span class="label">${words.size}</span>
        ${sizes.map((each) => html`<button type="button" data-size=${each} aria-pressed=${each === size} @click=${() => this.#choose(each)}>${words.sizes[each]}</button>`)}
      </div>
      <div class="strip">
        ${playButton(words, run.playing, ready && !run.finished ? () => (run.playing ? run.pause() : run.play()) : undefined)}
        ${runButton('in-turn', words.inTurn, ready ? () => this.#playInTurn() : undefined)}
        <span class="standing" role="status">${waiting || runLine(words, run, sizeText(words, this.#state, run.facts?.trainSize))}</span>
      </div>`;
  }

  #facts(): TemplateResult {
    const words = this.#words;
    const { facts, progress, accuracies } = this.#run;
    const last = accuracies.at(-1);
    return html`<dl>
      ${fact('iteration-now', words.iterations, progress && counted(progress.iteration))}
      ${fact('epochs', words.epochs, epochsOf(progress, facts))}
      ${fact('train-accuracy', words.trainAccuracy, last && percent(last.train))} ${fact('test-accuracy', words.testAccuracy, last && percent(last.test))}
      ${fact('gap-now', words.gap, last && percent(gapOf(last)))}
    </dl>`;
  }
}

if (!customElements.get('downhill-generalisation')) customElements.define('downhill-generalisation', GeneralisationFigure);
