import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { dataX, dataY } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type WhyLossStrings, whyLoss } from '../../i18n/why-loss.ts';
import { kept } from '../base/controls/kept.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { digitCount, inputsOf, iterations, learn, type Subject, type Sweep, Sweeper, type Tip } from './compute.ts';
import { drawDigit, drawMap, drawSweep, mapView, ringHeight, type SweepViews, sweepViews } from './draw.ts';
import { answer, longestAnswer, readOut, tipSentence, weightControls, weightName, weightTable } from './parts.ts';
import { readState, type State, stateAttributes } from './state.ts';
import { type Passed, passing, Stretch } from './stretch.ts';
import { whyLossStyles } from './styles.ts';
import { SweepPlay } from './sweep-play.ts';
import { plateauTask, type Swept, sweptOf } from './tasks.ts';
import { largestWeight, placeOf, weightMap } from './weight-map.ts';

/** Chapter 4.2.5: what accuracy and loss say while one weight of a real net is turned. */
export class WhyLossFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, whyLossStyles];

  #state: State = readState(this.attribute, '');
  #work = new SlicedWork<Subject>(this);
  #subject: Subject | undefined;
  #sweeper: Sweeper | undefined;
  #place = placeOf(this.#state.weight);
  #map = weightMap(this.#place);
  #sweeps = new Remembered<Sweep>();
  #sweep: Sweep | undefined;
  #tip: Tip | undefined;
  #stretch = new Stretch();
  /** What the film that plays has passed. */
  #filmed: Passed | undefined;
  #play = new SweepPlay(this, {
    range: () => this.#sweep?.range ?? [0, 0],
    value: () => this.#sweep?.now.weight ?? 0,
    mayGoOn: () => this.visible && !this.taskBook.filming,
    atOnce: () => this.reducedMotion,
    turn: (value) => this.change({ value }),
  });
  #curves: Plot<SweepViews> = new Plot({
    id: 'sweep',
    lines: true,
    view: (size) => this.#sweep && sweepViews(size, this.drawTheme, this.#sweep),
    draw: (context, views) => {
      const { accuracy, loss } = this.#words;
      if (this.#sweep) drawSweep(context, views, this.drawTheme, this.#sweep, { names: { weight: weightName(this.#place), accuracy, loss }, focused: this.#ring.focused });
    },
  });
  #matrix: Plot = new Plot({
    id: 'map',
    lines: true,
    view: (size) => (this.#subject ? mapView(size, this.drawTheme, this.#map) : undefined),
    draw: (context, view) => {
      if (this.#subject) drawMap(context, view, this.drawTheme, { map: this.#map, parameters: this.#subject.parameters, names: this.#mapNames });
    },
  });
  protected override readonly plots = [
    this.#curves,
    picture('tips', (context, size) => {
      if (this.#subject && this.#tip) drawDigit(context, size, this.drawTheme, inputsOf(this.#subject, this.#tip.digit));
    }),
    this.#matrix,
  ];
  #ring = new PointHandle({
    id: 'ring',
    free: 'x',
    view: () => this.#curves.view?.both,
    point: () => [this.#sweep?.now.weight ?? 0, this.#curves.view && this.#sweep ? ringHeight(this.#curves.view, this.#sweep.now.loss) : 0],
    move: ([value]) => this.#turn(value),
    focusChanged: this.redraw,
  });

  constructor() {
    super();
    this.addEventListener('pointerdown', () => this.#stretch.press(), { capture: true });
    this.addEventListener('keydown', () => this.#stretch.key(), { capture: true });
    for (const type of ['pointerup', 'pointercancel'])
      this.addEventListener(type, () => {
        this.#stretch.release();
        // It may have come to rest before it let go.
        this.taskBook.look();
      });
  }

  get #words(): WhyLossStrings {
    return whyLoss[this.language];
  }

  protected readState(): readonly Problem[] {
    const { weight, span } = this.#state;
    this.#state = readState(this.attribute, this.#words.asLearnt);
    // What it has passed was of another sweep.
    if (this.#state.weight !== weight || this.#state.span !== span) this.#play.drop();
    this.#place = placeOf(this.#state.weight);
    this.#map = weightMap(this.#place);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const data = this.allDigits(engine);
    if (!data) return;
    this.#subject = this.#work.of('', () => learn(engine, data));
    const subject = this.#subject;
    if (!subject) return;
    const { weight, value, span } = this.#state;
    this.#sweeper ??= new Sweeper(engine, data, subject);
    const sweeper = this.#sweeper;
    this.#sweep = this.#sweeps.of([weight, value, span], () => sweeper.sweep(this.#state));
    this.#tip = sweeper.tip(weight, this.#sweep);
    if (!this.taskBook.filming) this.#filmed = undefined;
  }

  #turn(value: number): void {
    this.#play.drop();
    if (this.#sweep) this.#stretch.pass(this.#sweep.now.weight, value);
    this.change({ value });
  }

  protected override async playOnce(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#play.stop(), { once: true });
    this.#play.start();
    await this.#play.stopped;
  }

  #playOrStop = (): void => {
    if (this.#play.running) this.#play.stop();
    else this.#play.start();
    this.requestUpdate();
  };

  protected override ownTasks() {
    return [plateauTask(() => this.#sweep !== undefined)];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): Swept | undefined {
    if (!this.#sweep) return undefined;
    const { value } = this.#state;
    if (this.taskBook.filming && value !== undefined) this.#filmed = passing(this.#filmed, value);
    const passed = this.taskBook.filming ? this.#filmed : (this.#play.take() ?? this.#stretch.take());
    return passed && sweptOf(this.#sweep, passed);
  }

  protected override halt(): void {
    this.#play.drop();
  }

  protected override gone(): void {
    super.gone();
    this.#sweeper?.delete();
    this.#sweeper = undefined;
  }

  protected override get status(): string | TemplateResult {
    const share = this.#work.share;
    return super.status || (share === undefined ? '' : this.#words.learning(Math.round(100 * share)));
  }

  get #mapNames(): { readonly x: string; readonly y: string } {
    const { sides, pixelColumn, pixelRow } = this.#words;
    const { row, column } = this.#place.sides;
    return this.#map.image ? { x: pixelColumn, y: pixelRow } : { x: sides[column], y: row ? sides[row] : '' };
  }

  #pick = (event: MouseEvent): void => {
    const { view } = this.#matrix;
    if (!view) return;
    const { x, y } = placeIn(event.currentTarget as Element, event);
    const [column, row] = [Math.round(dataX(view, x)), Math.round(dataY(view, y))];
    if (column < 0 || row < 0 || column >= this.#map.columns || row >= this.#map.rows) return;
    this.change({ weight: this.#map.parameter(row, column), value: null });
  };

  protected describe(): string {
    if (!this.#sweep) return '';
    const { now, accuracySlope, lossSlope } = this.#sweep;
    return this.#words.description(
      weightName(this.#place),
      written(now.weight, 3),
      written(now.accuracy, 3),
      written(now.loss, 6),
      written(accuracySlope, 3),
      written(lossSlope, 3),
    );
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.#sweep && listingOf(this.#state.weight, this.#sweep);
  }

  protected override exports(): FigureExport[] {
    const swept = this.#sweep;
    const columns = () => (swept ? (['weight', 'accuracy', 'loss'] as const).map((name) => ({ name, values: swept[name] })) : []);
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'why-loss.csv', empty: !swept })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { now } = this.#sweep ?? { now: { weight: 0, accuracy: 0, loss: 0 } };
    const valueText = words.weightText(written(now.weight, 3), written(now.accuracy, 3), written(now.loss, 6));
    const stage = html`<div class="split">
        <div class="plot sweep" @pointerdown=${this.#ring.plotDown} @pointermove=${this.#ring.plotMove} @click=${this.#ring.plotClick}>
          <canvas id="sweep" role="img" data-title=${words.sweepName} aria-label=${words.sweep} aria-describedby="description"></canvas>
          ${this.#ring.element({ label: words.weight, valueText })}
        </div>
        <div class="beside">
          ${readOut(words, this.drawTheme, this.#sweep)}
          <p class="answer">${kept(this.#sweep ? answer(words, this.#sweep) : words.learning(Math.round(100 * (this.#work.share ?? 0))), longestAnswer(words))}</p>
          <div class="tips">
            <canvas id="tips" role="img" data-title=${words.tipsName} aria-label=${words.tipsPicture}></canvas>
            <p>${this.#sweep ? tipSentence(words, this.#tip) : ''}</p>
          </div>
          <div class="row">
            <button type="button" id="play" ?disabled=${!this.#sweep} @click=${this.#playOrStop}>${this.#play.running ? words.stop : words.play}</button>
          </div>
        </div>
      </div>`;
    return this.frame({ stage, bench: this.#bench(), caption: words.caption(digitCount, iterations) });
  }

  #bench(): TemplateResult {
    const words = this.#words;
    return html`<div class="split">
        <div>
          <div class="plot map ${this.#map.rows === 1 ? 'bias' : ''}" @click=${this.#pick}>
            <canvas id="map" role="img" data-title=${words.mapName} aria-label=${words.map}></canvas>
          </div>
          <div class="label">${this.#subject ? words.mapLegend(written(largestWeight(this.#map, this.#subject.parameters), 2)) : '…'}</div>
        </div>
        ${weightTable(words, this.#sweep)}
      </div>
      ${weightControls({ words, shared: this.sharedWords, state: this.#state, place: this.#place, change: (state) => this.change(state) })}`;
  }
}

if (!customElements.get('downhill-why-loss')) customElements.define('downhill-why-loss', WhyLossFigure);
