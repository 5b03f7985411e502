import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { dataX } from '../../draw/view.ts';
import type { Curve, Engine } from '../../engine/api/api.ts';
import { type LossStrings, loss } from '../../i18n/loss.ts';
import type { Problem } from '../../i18n/shared.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { Plot } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { crossEntropyCurve, type KeptAnswer, keptAnswer, type Numbers, numbersOf } from './compute.ts';
import { barsView, curvesView, drawLosses, drawOutputs } from './draw.ts';
import { classPicker, lossesShown, presetButtons, termsTable } from './parts.ts';
import { type Answer, answers, answerText, classes, readState, type State, stateAttributes, withAnswer, writeProbabilities } from './state.ts';
import { lossStyles } from './styles.ts';
import { equalErrorsTask } from './tasks.ts';

/** Chapter 4.2.1–2: ten outputs that the reader sets, and what the two losses make of them. */
export class LossFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, lossStyles];

  #state: State = readState(this.attribute);
  #numbers: Numbers | undefined;
  #cross: Curve | undefined;
  #kept: readonly KeptAnswer[] = [];
  /** Those that the reader has kept, not a link or a film. */
  #own = new Set<string>();
  /** One has been kept, and was not judged yet. */
  #fresh = false;
  #outputs: Plot = new Plot({
    id: 'bars',
    lines: true,
    view: (size) => barsView(size, this.drawTheme),
    draw: (context, view) => {
      const focused = this.#bars.findIndex((bar) => bar.focused);
      drawOutputs(context, view, this.drawTheme, this.#state, focused < 0 ? undefined : focused);
    },
  });
  #losses: Plot = new Plot({
    id: 'curves',
    lines: true,
    view: (size) => (this.#numbers ? curvesView(size, this.drawTheme) : undefined),
    draw: (context, view) => {
      if (!this.#numbers || !this.#cross) return;
      drawLosses(context, view, this.drawTheme, {
        answer: this.#state,
        kept: this.#kept,
        numbers: this.#numbers,
        cross: this.#cross,
        focused: this.#point.focused,
        limitText: this.#words.limit(written(this.#cross.y[0] ?? 0, 8)),
        slopeText: this.#words.slope(written(this.#numbers.slope, 3)),
      });
    },
  });
  protected override readonly plots = [this.#outputs, this.#losses];
  /** The outputs before `bar` was taken: whichever way it goes, the others keep the proportions that they had. */
  #held: { readonly bar: number; readonly before: readonly number[]; readonly now: string } | undefined;
  /** The bar that was pressed last. */
  #pressed: PointHandle | undefined;
  #bars = classes.map(
    (k) =>
      new PointHandle({
        id: `bar${k}`,
        free: 'y',
        view: () => this.#outputs.view,
        point: () => [k, this.#state.y[k] ?? 0],
        bounds: () => ({ x: [k, k], y: [0, 1] }),
        move: ([, probability]) => this.#set(k, probability),
        focusChanged: this.redraw,
      }),
  );
  #point = new PointHandle({
    id: 'point',
    free: 'x',
    view: () => this.#losses.view,
    point: () => [this.#rightProbability, this.#numbers?.crossEntropy ?? 0],
    move: ([probability]) => this.#set(this.#state.label, probability),
    focusChanged: this.redraw,
  });

  get #words(): LossStrings {
    return loss[this.language];
  }

  get #rightProbability(): number {
    return this.#state.y[this.#state.label] ?? 0;
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#cross ??= crossEntropyCurve(engine);
    this.#numbers = numbersOf(engine, this.#state);
    this.#kept = this.#state.kept.map((answer) => keptAnswer(engine, answer));
  }

  #keep(): void {
    this.#own.add(answerText(this.#state));
    this.#fresh = true;
    this.change({ kept: withAnswer(this.#state.kept, this.#state) });
  }

  #show({ y, label }: Answer): void {
    this.change({ y: writeProbabilities(y), label });
  }

  protected override ownTasks() {
    return [equalErrorsTask(() => this.engine)];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): readonly KeptAnswer[] | undefined {
    if (this.taskBook.filming) return this.#kept;
    if (!this.#fresh) return undefined;
    this.#fresh = false;
    return this.#kept.filter((_, i) => this.#own.has(answerText(this.#state.kept[i] as Answer)));
  }

  #set(bar: number, probability: number): void {
    if (!this.engine) return;
    const { y } = readState(this.attribute);
    const before = this.#held?.bar === bar && this.#held.now === this.getAttribute('y') ? this.#held.before : y;
    const now = writeProbabilities(this.engine.setProbability(Float64Array.from(before), bar, probability));
    this.#held = { bar, before, now };
    this.change({ y: now });
  }

  #barAt(event: MouseEvent): PointHandle | undefined {
    const { view } = this.#outputs;
    if (!view) return undefined;
    const k = Math.round(dataX(view, placeIn(event.currentTarget as Element, event).x));
    return this.#bars[Math.min(classes.length - 1, Math.max(0, k))];
  }

  /** From the sides of the canvas to its plot. */
  get #underBars(): string {
    const { view, size } = this.#outputs;
    return view ? `padding-inline: ${view.plot.left}px ${size.width - view.plot.left - view.plot.width}px` : '';
  }

  protected describe(): string {
    if (!this.#numbers) return '';
    const { squaredError, crossEntropy } = this.#numbers;
    return this.#words.description(this.#state.label, written(this.#rightProbability, 4), written(squaredError, 6), written(crossEntropy, 6));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const terms = () => [
      { name: 'output', values: classes },
      { name: 'y', values: this.#state.y },
      { name: 't', values: this.#numbers?.t ?? [] },
      { name: 'squared error', values: this.#numbers?.squaredTerms ?? [] },
      { name: 'cross-entropy', values: this.#numbers?.crossTerms ?? [] },
    ];
    const curve = () => [
      { name: 'y', values: this.#cross?.x ?? [] },
      { name: '-log(y + 1e-7)', values: this.#cross?.y ?? [] },
    ];
    return [
      ...super.exports(),
      tableExport(terms, { id: 'csv-terms', label: this.sharedWords.table(words.terms), filename: 'loss-terms.csv' }),
      tableExport(curve, { id: 'csv-curve', label: this.sharedWords.table(words.curveTable), filename: 'loss-curve.csv' }),
    ];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { y, label, kept } = this.#state;
    const stage = html`<div class="split">
        <div>
          <div
            class="plot bars"
            @pointerdown=${(event: PointerEvent) => {
              this.#pressed = this.#barAt(event);
              this.#pressed?.plotDown(event);
            }}
            @pointermove=${(event: PointerEvent) => this.#pressed?.plotMove(event)}
            @click=${(event: MouseEvent) => this.#pressed?.plotClick(event)}
          >
            <canvas id="bars" role="img" data-title=${words.barsName} aria-label=${words.bars} aria-describedby="description"></canvas>
            ${classes.map((k) => this.#bars[k]?.element({ label: words.bar(k), valueText: written(y[k] ?? 0, 4) }))}
          </div>
          ${classPicker(words, label, this.#underBars, (chosen) => this.change({ label: chosen }))}
        </div>
        <div class="beside">
          <div class="plot curves" @pointerdown=${this.#point.plotDown} @pointermove=${this.#point.plotMove} @click=${this.#point.plotClick}>
            <canvas id="curves" role="img" data-title=${words.curvesName} aria-label=${words.curves} aria-describedby="description"></canvas>
            ${this.#point.element({ label: words.point(label), valueText: words.pointText(written(this.#rightProbability, 4), written(this.#numbers?.crossEntropy ?? 0, 6)) })}
          </div>
          <div>${lossesShown(words, this.drawTheme, this.#numbers, this.#kept, (i) => this.#show(kept[i] as Answer))}</div>
        </div>
      </div>
      <div class="row">
        ${presetButtons(words, y, (name) => this.#show({ y: answers[name], label: name === 'even' ? label : 2 }))}
        <button type="button" class="primary" id="keep" ?disabled=${!this.#numbers} @click=${() => this.#keep()}>${words.keep}</button>
        <button type="button" id="clear" ?disabled=${kept.length === 0} @click=${() => this.change({ kept: null })}>${words.clear}</button>
      </div>`;
    return this.frame({ stage, bench: termsTable(words, this.#state, this.#numbers), caption: words.caption });
  }
}

if (!customElements.get('downhill-loss')) customElements.define('downhill-loss', LossFigure);
