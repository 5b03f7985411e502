import { html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import type { TileSheet } from '../../draw/image.ts';
import type { Size } from '../../draw/view.ts';
import type { Engine, Histogram } from '../../engine/api/api.ts';
import { type MiniBatchStrings, miniBatch } from '../../i18n/mini-batch.ts';
import type { Problem } from '../../i18n/shared.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { counted, written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { FrameLoop } from '../base/work/frame-loop.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { nextSeed } from '../learning/rules.ts';
import { type Drawn, draw, drawOne, histogramOf, type One, type SampleLosses, sampleLossesOf } from './compute.ts';
import { batchSheet, drawBatch, drawHistogram, drawWidths, type Width, widthsView } from './draw.ts';
import { type Earlier, ghostsOf, withDraw } from './earlier.ts';
import { answer, earlierList, readOut } from './parts.ts';
import { batches, batchRule, batchSizeAt, iterationChoices, readState, type State, seedRule, stateAttributes, thousandDraws } from './state.ts';
import { miniBatchStyles } from './styles.ts';
import { histogramColumns, lossColumns, widthColumns } from './tables.ts';
import { type Draw, halfWidthTask } from './tasks.ts';

/** Of more the dots would hide one another. */
const mostWidths = 300;
/** Until one loss has dropped into the histogram, and until a thousand have. */
const milliseconds = { one: 700, thousand: 1300 };
/** Room for single mini-batches that fall into the same bin. */
const fewBatches = 5;

/** Chapter 4.2.3–4: the loss of a mini-batch as an estimate of the loss of all data, the better the larger it is. */
export class MiniBatchFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, miniBatchStyles];

  #state: State = readState(this.attribute);
  #work = new SlicedWork<SampleLosses>(this);
  #losses: SampleLosses | undefined;
  #ones = new Remembered<One>();
  #one: One | undefined;
  /** The losses of the mini-batches that were drawn one by one. */
  #singles: readonly number[] = [];
  #sheets = new Remembered<TileSheet>();
  #draws = new Remembered<Drawn>();
  #drawn: Drawn | undefined;
  #histogram: Histogram | undefined;
  #widths: Width[] = [];
  #earlier: readonly Earlier[] = [];
  /** The reader has drawn a thousand, and they were not judged yet. */
  #fresh = false;
  /** How much of the present draw has dropped into the histogram. */
  #dropped = 1;
  #drop = new FrameLoop(this, (passed) => {
    this.#dropped = Math.min(1, this.#dropped + passed / milliseconds[this.#state.thousand ? 'thousand' : 'one']);
    if (this.#dropped === 1) this.#drop.stop();
    this.requestUpdate();
  });
  #widthsPlot: Plot = new Plot({
    id: 'widths',
    lines: true,
    view: (size) => this.#losses && widthsView(size, this.drawTheme, this.#losses),
    draw: (context, view) => {
      if (!this.#losses || !this.#drawn) return;
      const names = { x: 'n', y: this.#words.width };
      drawWidths(context, view, this.drawTheme, { losses: this.#losses, widths: this.#widths, drawn: this.#drawn, focused: this.#ring.focused, names });
    },
  });
  protected override readonly plots = [
    picture('histogram', (context, size) => this.#drawHistogram(context, size), { lines: true }),
    picture('batch', (context, size) => {
      const one = this.#one;
      if (one)
        drawBatch(
          context,
          size,
          this.#sheets.of([this.#oneKey, this.drawTheme.dark], () => batchSheet(this.drawTheme, one.pixels)),
        );
    }),
    this.#widthsPlot,
  ];
  #ring = new PointHandle({
    id: 'ring',
    free: 'x',
    view: () => this.#widthsPlot.view,
    point: () => [Math.log10(this.#state.batchSize), this.#drawn?.standardDeviation ?? 1],
    move: ([exponent]) => this.#setBatchSize(batchSizeAt(exponent, this.#state.batchSize)),
    focusChanged: this.redraw,
  });

  get #words(): MiniBatchStrings {
    return miniBatch[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const data = this.allDigits(engine);
    if (!data) return;
    const losses = this.#work.of(this.#state.iterations, () => sampleLossesOf(engine, data, Number(this.#state.iterations)));
    if (!losses) return;
    if (losses !== this.#losses) {
      if (!this.#losses) this.#beginDrop();
      this.#losses = losses;
      this.#clear();
    }
    const { batchSize, seed, thousand } = this.#state;
    const one = this.#ones.of([this.#oneKey], () => drawOne(engine, data, losses, this.#state));
    if (one !== this.#one) this.#singles = one.batchSize === this.#one?.batchSize ? [...this.#singles, one.loss] : [one.loss];
    this.#one = one;
    const drawn = this.#draws.of([losses.iterations, batchSize, seed], () => draw(engine, losses, this.#state));
    if (drawn !== this.#drawn || this.#widths.length === 0) {
      this.#widths = [...this.#widths.slice(1 - mostWidths), { batchSize, measured: drawn.standardDeviation, expected: drawn.expectedDeviation }];
    }
    this.#drawn = drawn;
    const shown = thousand ? drawn.losses.subarray(0, Math.ceil(this.#dropped * batches)) : Float64Array.from(this.#dropped < 1 ? this.#singles.slice(0, -1) : this.#singles);
    this.#histogram = histogramOf(engine, losses, drawn.allMean, shown);
  }

  get #oneKey(): string {
    const { batchSize, seed } = this.#state;
    return `${this.#losses?.iterations} ${batchSize} ${seed}`;
  }

  /** The net that is asked for has learnt. */
  get #ready(): boolean {
    return this.#losses?.iterations === Number(this.#state.iterations);
  }

  #clear(): void {
    this.#widths = [];
    this.#earlier = [];
    this.#singles = [];
    this.#one = undefined;
  }

  #beginDrop(): void {
    if (this.reducedMotion || this.taskBook.filming) return;
    this.#dropped = 0;
    this.#drop.start();
  }

  #endDrop(): void {
    this.#dropped = 1;
    this.#drop.stop();
  }

  #drawAnew(thousand: boolean): void {
    this.#fresh = thousand;
    this.#beginDrop();
    this.change({ draw: thousand ? thousandDraws : null, seed: nextSeed(this.#state.seed, seedRule) });
  }

  #setBatchSize(size: number): void {
    this.#fresh = this.#state.thousand;
    this.#endDrop();
    this.change({ 'batch-size': Math.round(size) });
  }

  protected override ownTasks() {
    return [
      halfWidthTask(
        () => this.#ready,
        (size) => this.#drawn?.batchSize === size,
      ),
    ];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** What has come to rest stays as a ghost. */
  protected override observed(): Draw | undefined {
    const drawn = this.#drawn;
    const { thousand, batchSize } = this.#state;
    if (!drawn || !thousand || !this.#ready || drawn.batchSize !== batchSize) return undefined;
    if (!this.#fresh && !this.taskBook.filming) return undefined;
    this.#fresh = false;
    this.#earlier = withDraw(this.#earlier, drawn);
    return { iterations: Number(this.#state.iterations), batchSize, deviation: drawn.standardDeviation };
  }

  #drawHistogram(context: DrawContext, size: Size): void {
    const [histogram, drawn, one] = [this.#histogram, this.#drawn, this.#one];
    if (!histogram || !drawn || !one) return;
    const { thousand } = this.#state;
    const ghosts = thousand ? this.#ghosts : [];
    const highest = thousand ? Math.max(...[drawn, ...ghosts].flatMap((each) => [...each.histogram.counts])) : Math.max(fewBatches, ...histogram.counts);
    drawHistogram(context, size, this.drawTheme, {
      histogram,
      highest,
      allMean: drawn.allMean,
      ghosts,
      drawn: thousand && this.#dropped === 1 ? drawn : undefined,
      falling: thousand ? undefined : { loss: one.loss, share: this.#dropped },
      names: { x: this.#words.loss, y: this.#words.count },
    });
  }

  get #ghosts(): readonly Earlier[] {
    return ghostsOf(this.#earlier, this.#state.batchSize);
  }

  override reset(): void {
    this.#clear();
    super.reset();
  }

  protected override get status(): string | TemplateResult {
    const share = this.#work.share;
    return super.status || (share === undefined ? '' : this.#words.learning(Math.round(100 * share)));
  }

  protected describe(): string {
    if (!this.#drawn || !this.#one) return '';
    const words = this.#words;
    const { batchSize, allMean, standardDeviation, expectedDeviation } = this.#drawn;
    if (!this.#state.thousand) return `${written(this.#one.loss, 3)} ${words.lossAnswer(batchSize, written(allMean, 3))}`;
    return words.description(counted(batches), counted(batchSize), written(allMean, 4), written(standardDeviation, 3), written(expectedDeviation, 3));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const table = (id: string, name: string, isThere: boolean) => ({
      id: `csv-${id}`,
      label: this.sharedWords.table(name),
      filename: `mini-batch-${id}.csv`,
      empty: !isThere,
    });
    return [
      ...super.exports(),
      tableExport(() => lossColumns(this.#drawn), table('losses', words.lossesTable, this.#drawn !== undefined)),
      tableExport(() => histogramColumns(this.#drawn), table('histogram', words.histogramTable, this.#drawn !== undefined)),
      tableExport(() => widthColumns(this.#widths), table('widths', words.widthsTable, this.#widths.length > 0)),
    ];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const [one, drawn] = [this.#one, this.#drawn];
    const { batchSize, thousand } = this.#state;
    const stage = html`<div class="split">
        <div class="plot histogram">
          <canvas id="histogram" role="img" data-title=${words.histogramName} aria-label=${words.histogram} aria-describedby="description"></canvas>
        </div>
        <div class="plot batch">
          <canvas id="batch" role="img" data-title=${words.batchName} aria-label=${words.batch(batchSize)}></canvas>
        </div>
      </div>
      ${one && drawn ? answer(words, { one, drawn, thousand }) : html`<p class="answer learning">${words.learning(Math.round(100 * (this.#work.share ?? 0)))}</p>`}
      <div class="split">
        ${numberControl(this.sharedWords, { id: 'batch-size', label: words.batchSize, value: batchSize, rule: batchRule, slider: { log: true }, presets: [1, 10, 100, 1000], change: (size) => this.#setBatchSize(size) })}
        <div class="beside">
          <div class="row">
            <button type="button" id="again" ?disabled=${!drawn} @click=${() => this.#drawAnew(false)}>${words.again}</button>
            <button type="button" class="primary" id="thousand" ?disabled=${!drawn} @click=${() => this.#drawAnew(true)}>${words.thousand(counted(batches))}</button>
          </div>
          ${earlierList(words, this.#ghosts, () => this.#clearEarlier())}
        </div>
      </div>`;
    return this.frame({ stage, bench: this.#bench(), caption: words.caption(counted(batches)) });
  }

  #clearEarlier(): void {
    this.#earlier = [];
    this.requestUpdate();
  }

  #bench(): TemplateResult {
    const words = this.#words;
    const { batchSize, iterations } = this.#state;
    return html`<div class="split">
      <div class="plot widths" @pointerdown=${this.#ring.plotDown} @pointermove=${this.#ring.plotMove} @click=${this.#ring.plotClick}>
        <canvas id="widths" role="img" data-title=${words.widthsName} aria-label=${words.widths} aria-describedby="description"></canvas>
        ${this.#ring.element({ label: words.batchSize, valueText: words.batchSizeText(counted(batchSize)) })}
      </div>
      <div class="beside">
        ${readOut(words, this.drawTheme, this.#losses, this.#drawn)}
        ${selectControl({ id: 'net', label: words.net, value: iterations, options: iterationChoices.map((each) => [each, words.nets[each]] as const), change: (chosen) => this.change({ iterations: chosen }) })}
      </div>
    </div>`;
  }
}

if (!customElements.get('downhill-mini-batch')) customElements.define('downhill-mini-batch', MiniBatchFigure);
