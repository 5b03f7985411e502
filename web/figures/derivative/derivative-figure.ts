import { html, nothing, type TemplateResult } from 'lit';
import type { DerivativeErrors, Engine } from '../../engine/api/api.ts';
import { type DerivativeStrings, derivative } from '../../i18n/derivative.ts';
import type { Problem } from '../../i18n/shared.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { ExpressionChoice, refusalLine } from '../base/controls/expression-choice.ts';
import { roundStep, written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { undefinedLine } from '../base/controls/undefined-line.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { Plot } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { bestSteps, type Numbers, numbersOf } from './compute.ts';
import { curveView, drawErrors, drawSlopes, errorsView } from './draw.ts';
import { magnifier } from './magnifier.ts';
import { bestTable, slopesTable } from './read-out.ts';
import { hRule, type Preset, parabola, readState, type State, schemes, sine, stateAttributes, xRule } from './state.ts';
import { derivativeStyles } from './styles.ts';
import { type Step, tasks } from './tasks.ts';
import { Walk } from './walk.ts';

/** Chapter 4.3.1–2: the tangent and the secant of f at x, and the error of the numerical derivative against h. */
export class DerivativeFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, derivativeStyles];

  #state: State = readState(this.attribute);
  #choice: ExpressionChoice | undefined;
  #numbers: Numbers | undefined;
  #sweeps = new Remembered<DerivativeErrors>();
  #errors: DerivativeErrors | undefined;
  #walk = new Walk(this);
  /** The h that the reader chose. */
  #chosen: number | undefined;
  #curve: Plot = new Plot({
    id: 'plot',
    lines: true,
    view: (size) => this.#numbers && curveView(size, this.drawTheme, this.#numbers, this.#state),
    draw: (context, view) => {
      if (this.#numbers) drawSlopes(context, view, this.drawTheme, this.#numbers, this.#place.focused);
    },
  });
  #sweep: Plot = new Plot({
    id: 'errors',
    lines: true,
    view: (size) => this.#errors && errorsView(size, this.drawTheme, this.#errors),
    draw: (context, view) => {
      if (!this.#errors) return;
      const names = this.#words.names(this.#state.scheme === 'central' ? 2 : 1);
      drawErrors(context, view, this.drawTheme, this.#errors, { from: this.#walk.h ?? 0, h: this.#h, error: this.#shownError, focused: this.#step.focused, names });
    },
  });
  protected override readonly plots = [this.#curve, this.#sweep];
  #place = new PointHandle({
    id: 'place',
    free: 'x',
    view: () => this.#curve.view,
    point: () => [this.#state.x, this.#numbers?.slice.valueAt ?? 0],
    move: ([x]) => this.change({ x }),
    focusChanged: this.redraw,
  });
  #step = new PointHandle({
    id: 'step',
    free: 'x',
    view: () => this.#sweep.view,
    point: () => [Math.log10(this.#h), this.#shownError],
    // A power of ten that is rounded down must not fall below the smallest h.
    move: ([exponent]) => this.#choose(Math.max(hRule.lowest, Number((10 ** exponent).toPrecision(2)))),
    focusChanged: this.redraw,
  });

  constructor() {
    super();
    // Any press acts at once: the walk is then over.
    for (const type of ['pointerdown', 'keydown']) this.addEventListener(type, () => this.#walk.finish(), { capture: true });
  }

  get #words(): DerivativeStrings {
    return derivative[this.language];
  }

  protected override async playOnce(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#walk.finish(), { once: true });
    await this.#walk.again();
  }

  /** What is shown: that of the state, once the walk has come so far. */
  get #h(): number {
    return Math.max(this.#state.h, this.#walk.h ?? 0);
  }

  /** An error of 0 is shown at the lower edge of the log scale, one that is not finite at the upper. */
  get #shownError(): number {
    const [lowest, highest] = this.#sweep.view?.y ?? [1e-17, 1];
    const { float64 = Number.NaN } = this.#numbers?.error ?? {};
    return Number.isFinite(float64) ? Math.max(lowest, float64) : highest;
  }

  #choose(h: number): void {
    this.#chosen = h;
    this.change({ h });
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#choice ??= new ExpressionChoice(engine, ['x'], sine.f);
    this.#choice.choose(this.#state.f);
    const { current: f } = this.#choice;
    const { x, scheme } = this.#state;
    if (this.reducedMotion) this.#walk.finish();
    else this.#walk.ready();
    this.#errors = this.#sweeps.of([f.source, x, scheme], () => engine.derivativeErrors(f, x, { scheme }));
    this.#numbers = numbersOf(engine, f, this.#state, this.#h);
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    if (!this.visible && this.#walk.h !== undefined) this.#walk.finish();
  }

  protected override notices(): Notice[] {
    const lines = super.notices();
    const refusal = this.#choice?.refusal;
    if (this.#choice && refusal) lines.push(refusalLine(this.language, refusal, this.#choice.current.source));
    if (this.#errors && !Number.isFinite(this.#errors.exact)) lines.push(this.#words.noSlope);
    const undefinedThere = this.#undefinedLine();
    if (undefinedThere) lines.push(undefinedThere);
    return lines;
  }

  #undefinedLine(): string | undefined {
    const f = this.#choice?.current;
    const slice = this.#numbers?.slice;
    return f && slice && undefinedLine(this.language, f, [slice.valueAt, ...slice.value], (i) => [i === 0 ? slice.at : (slice.x[i - 1] ?? Number.NaN)]);
  }

  protected describe(): string {
    if (!this.#numbers || !this.#choice || !this.#errors) return '';
    return this.#words.description(this.#choice.current.source, written(this.#state.x), written(this.#h), written(this.#numbers.slope, 16), written(this.#errors.exact, 16));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf({ ...this.#state, f: this.#choice?.current.canonical ?? this.#state.f });
  }

  protected override ownTasks() {
    return tasks;
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): Step | undefined {
    const { h } = this.#state;
    if (!this.#errors || !this.#numbers || (h !== this.#chosen && !this.taskBook.filming)) return undefined;
    return { h, best: bestSteps(this.#errors), error: this.#numbers.error, slope: Math.abs(this.#errors.exact) };
  }

  protected override exports(): FigureExport[] {
    const columns = () => {
      const errors = this.#errors;
      return errors ? (['h', 'float64', 'float32', 'truncation', 'cancellation64', 'cancellation32'] as const).map((name) => ({ name, values: errors[name] })) : [];
    };
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'derivative.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { f, x, scheme, range } = this.#state;
    const [lowest, highest] = range;
    const plot = (id: string, label: string, name: string, handle: PointHandle, axis: string, value: number) => html`<div
      class="plot"
      @pointerdown=${handle.plotDown}
      @pointermove=${handle.plotMove}
      @click=${handle.plotClick}
    >
      <canvas id=${id} role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas>
      ${handle.element({ label: axis, valueText: `${axis} = ${written(value)}` })}
    </div>`;
    const stage = html`<div class="split">
        <div class="beside">
          ${plot('plot', words.plot, words.plotName, this.#place, words.x, x)} ${magnifier(words.cancels, scheme, this.#numbers?.secant)}
        </div>
        <div class="beside">
          ${plot('errors', words.errors, words.errorsName, this.#step, words.h, this.#h)}
          ${numberControl(this.sharedWords, { id: 'h', label: words.h, value: this.#h, rule: hRule, slider: { log: true }, change: (value) => this.#choose(value) })}
        </div>
      </div>
      ${this.#answer()}`;
    const preset = (name: string, { f: formula, x: at, range: shown }: Preset) =>
      html`<button type="button" class="preset" aria-pressed=${formula === f} @click=${() => this.change({ f: formula, x: at, range: shown.join(',') })}>${name}</button>`;
    const bench = html`<div class="controls">
        <div class="control expression">
          <label for="expression">${words.expression}</label>
          <input id="expression" type="text" spellcheck="false" autocapitalize="off" autocomplete="off" title=${words.expressionHint} aria-invalid=${this.#choice?.refusal ? 'true' : 'false'} .value=${f} @change=${(event: Event) => this.change({ f: (event.target as HTMLInputElement).value })} />
          <div class="presets" role="group" aria-label=${words.presets}>${preset(words.sine, sine)} ${preset(words.parabola, parabola)}</div>
        </div>
        ${selectControl({ id: 'scheme', label: words.scheme, value: scheme, options: schemes.map((each) => [each, words.schemes[each]] as const), change: (value) => this.change({ scheme: value }) })}
        ${numberControl(this.sharedWords, { id: 'x', label: words.x, value: x, rule: xRule, slider: { lowest, highest, step: roundStep((highest - lowest) / 200) }, change: (value) => this.#moveTo(value) })}
      </div>
      <div class="tables">${slopesTable(words, this.drawTheme, this.#errors, this.#numbers)} ${bestTable(words, this.drawTheme, this.#errors)}</div>`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  #answer(): TemplateResult {
    const words = this.#words;
    const numbers = this.#numbers;
    const error = (precision: 'float64' | 'float32', bits: string) => html`<span><strong>${numbers ? written(numbers.error[precision], 2) : '…'}</strong> ${bits}</span>`;
    const isExact = this.#errors?.truncation.every((each) => each === 0);
    return html`<p class="answer">${words.answer(written(this.#h, 2))} ${error('float64', words.with64)} ${error('float32', words.with32)}</p>
      ${isExact ? html`<p class="no-v">${words.noV}</p>` : nothing}`;
  }

  /** Where x lies beyond what is shown, the part that is shown moves along. */
  #moveTo(x: number): void {
    const [lowest, highest] = this.#state.range;
    const half = (highest - lowest) / 2;
    const range = [x - half, x + half].map((end) => Number(end.toPrecision(12)));
    this.change(x < lowest || x > highest ? { x, range: range.join(',') } : { x });
  }
}

if (!customElements.get('downhill-derivative')) customElements.define('downhill-derivative', DerivativeFigure);
