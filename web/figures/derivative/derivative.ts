import { css, html, type TemplateResult } from 'lit';
import type { Canvas } from '../../draw/canvas.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { Size, View } from '../../draw/view.ts';
import type { Engine } from '../../engine/api.ts';
import { type DerivativeStrings, derivative } from '../../i18n/derivative.ts';
import type { Problem } from '../../i18n/shared.ts';
import type { CodeListing } from '../shared/code-panel.ts';
import { numberControl, selectControl } from '../shared/controls.ts';
import { EngineFigure } from '../shared/engine-figure.ts';
import { type FigureExport, tableExport } from '../shared/export.ts';
import { ExpressionChoice, refusalLine } from '../shared/expression-choice.ts';
import { written } from '../shared/numbers.ts';
import { PointHandle } from '../shared/point-handle.ts';
import type { Notice } from '../shared/state-figure.ts';
import { swatch } from '../shared/swatch.ts';
import { codeOf } from './code.ts';
import { type Numbers, numbersOf } from './compute.ts';
import { curveView, drawErrors, drawSlopes, errorsView } from './draw.ts';
import { chapterFunction, hRule, readState, type State, schemes, stateAttributes, xRule } from './state.ts';

/** Chapter 4.3.1–2: the tangent and the secant of f at x, and the error of the numerical derivative against h. */
export class DerivativeFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [
    EngineFigure.styles,
    css`
      .plot {
        aspect-ratio: 4 / 3;
      }
      .split {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      }
    `,
  ];

  #state: State = readState(this.attribute);
  #choice: ExpressionChoice | undefined;
  #numbers: Numbers | undefined;
  #curveView: View | undefined;
  #errorsView: View | undefined;
  #place = new PointHandle({
    id: 'place',
    free: 'x',
    view: () => this.#curveView,
    point: () => [this.#state.x, this.#numbers?.slice.valueAt ?? 0],
    move: ([x]) => this.change({ x }),
    focusChanged: this.redraw,
  });
  #step = new PointHandle({
    id: 'step',
    free: 'x',
    view: () => this.#errorsView,
    point: () => [Math.log10(this.#state.h), this.#shownError],
    // A power of ten that is rounded down must not fall below the smallest h.
    move: ([exponent]) => this.change({ h: Math.max(hRule.lowest, Number((10 ** exponent).toPrecision(2))) }),
    focusChanged: this.redraw,
  });

  get #words(): DerivativeStrings {
    return derivative[this.language];
  }

  /** An error of 0 is shown at the lower edge of the log scale. */
  get #shownError(): number {
    return Math.max(this.#errorsView?.y[0] ?? 1e-17, this.#error);
  }

  get #error(): number {
    return this.#numbers?.error ?? Number.NaN;
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#choice ??= new ExpressionChoice(engine, ['x'], chapterFunction);
    this.#choice.choose(this.#state.f);
    this.#numbers = numbersOf(engine, this.#choice.current, this.#state);
  }

  protected override notices(): Notice[] {
    const refusal = this.#choice?.refusal;
    return this.#choice && refusal ? [...super.notices(), refusalLine(this.sharedWords, refusal, this.#choice.current.source)] : super.notices();
  }

  protected override attachCanvases(): Canvas[] {
    return [this.canvas('plot', this.#drawPlot, { lines: true }), this.canvas('errors', this.#drawErrors, { lines: true })];
  }

  #drawPlot = (context: CanvasRenderingContext2D, size: Size): void => {
    if (!this.#numbers) return;
    this.#curveView = curveView(size, this.drawTheme, this.#numbers, this.#state);
    this.#place.lay(this.renderRoot, this.#curveView);
    drawSlopes(context, this.#curveView, this.drawTheme, this.#numbers, this.#place.focused);
  };

  #drawErrors = (context: CanvasRenderingContext2D, size: Size): void => {
    if (!this.#numbers) return;
    this.#errorsView = errorsView(size, this.drawTheme, this.#numbers.errors);
    this.#step.lay(this.renderRoot, this.#errorsView);
    const handle = {
      h: this.#state.h,
      error: this.#shownError,
      focused: this.#step.focused,
      errorName: this.#words.error,
      theory: this.#words.theory(this.#state.scheme === 'central' ? 2 : 1),
    };
    drawErrors(context, this.#errorsView, this.drawTheme, this.#numbers.errors, handle);
  };

  protected describe(): string {
    const { x, h } = this.#state;
    if (!this.#numbers || !this.#choice) return '';
    return this.#words.description(this.#choice.current.source, written(x), written(h), written(this.#numbers.slope, 16), written(this.#numbers.errors.exact, 16));
  }

  protected override code(): CodeListing {
    return codeOf({ ...this.#state, f: this.#choice?.current.source ?? this.#state.f });
  }

  protected override exports(): FigureExport[] {
    const columns = () => {
      const errors = this.#numbers?.errors;
      return errors ? (['h', 'float64', 'float32', 'truncation', 'cancellation64', 'cancellation32'] as const).map((name) => ({ name, values: errors[name] })) : [];
    };
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'derivative.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { f, x, h, scheme } = this.#state;
    const plot = (id: string, label: string, name: string, handle: PointHandle, axis: string, value: number) => html`<div
      class="plot"
      @pointerdown=${handle.plotDown}
      @pointermove=${handle.plotMove}
      @click=${handle.plotClick}
    >
      <canvas id=${id} role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas>
      ${handle.element({ label: axis, valueText: `${axis} = ${written(value)}` })}
    </div>`;
    const body = html`<div class="split">
        ${plot('plot', words.plot, words.plotName, this.#place, words.x, x)} ${plot('errors', words.errors, words.errorsName, this.#step, words.h, h)}
      </div>
      ${this.#readOut()}
      <div class="controls">
        ${numberControl(this.sharedWords, { id: 'x', label: words.x, value: x, rule: xRule, slider: { lowest: this.#state.range[0], highest: this.#state.range[1], step: 0.1 }, change: (value) => this.change({ x: value }) })}
        ${numberControl(this.sharedWords, { id: 'h', label: words.h, value: h, rule: hRule, slider: { log: true }, change: (value) => this.change({ h: value }) })}
        ${selectControl({ id: 'scheme', label: words.scheme, value: scheme, options: schemes.map((each) => [each, words.schemes[each]] as const), change: (value) => this.change({ scheme: value }) })}
        <div class="control expression">
          <label for="expression">${words.expression}</label>
          <input id="expression" type="text" spellcheck="false" autocapitalize="off" autocomplete="off" aria-invalid=${this.#choice?.refusal ? 'true' : 'false'} .value=${f} @change=${(event: Event) => this.change({ f: (event.target as HTMLInputElement).value })} />
        </div>
      </div>`;
    return this.frame({ body, caption: words.caption });
  }

  #readOut(): TemplateResult {
    const words = this.#words;
    const numbers = this.#numbers;
    const [first, second] = [swatch(seriesStyle(this.drawTheme, 0)), swatch(seriesStyle(this.drawTheme, 1))];
    const shown = (value: number | undefined, digits?: number) => (value === undefined ? '' : written(value, digits));
    const best = (step: { h: number; error: number } | undefined) => (step ? words.bestText(written(step.h, 2), written(step.error, 2)) : '');
    return html`<table class="read-out">
      <tbody>
        <tr><th scope="row">${first} ${words.tangent}</th><td>${shown(numbers?.errors.exact, 16)}</td></tr>
        <tr><th scope="row">${second} ${words.secant}</th><td>${shown(numbers?.slope, 16)}</td></tr>
        <tr><th scope="row">${words.error}</th><td>${numbers ? written(this.#error, 3) : ''}</td></tr>
        <tr><th scope="row">${first} ${words.best('float64')}</th><td>${best(numbers?.errors.best64)}</td></tr>
        <tr><th scope="row">${second} ${words.best('float32')}</th><td>${best(numbers?.errors.best32)}</td></tr>
      </tbody>
    </table>`;
  }
}

if (!customElements.get('downhill-derivative')) customElements.define('downhill-derivative', DerivativeFigure);
