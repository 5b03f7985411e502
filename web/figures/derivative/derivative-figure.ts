import { css, html, type TemplateResult } from 'lit';
import { seriesStyle } from '../../draw/series.ts';
import type { Engine } from '../../engine/api/api.ts';
import { type DerivativeStrings, derivative } from '../../i18n/derivative.ts';
import type { Problem } from '../../i18n/shared.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { ExpressionChoice, refusalLine } from '../base/controls/expression-choice.ts';
import { roundStep, written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { swatch } from '../base/controls/swatch.ts';
import { undefinedLine } from '../base/controls/undefined-line.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { Plot } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
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
      .read-out :is(th, td) {
        padding-inline-start: 0.3rem;
      }
      td {
        white-space: nowrap;
      }
      /* Beside a long number a name takes two lines, and so it does beside a short one. */
      @container (width < 23rem) {
        .read-out tbody th {
          block-size: 2lh;
        }
      }
      .read-out :is(th, td):first-child {
        padding-inline-start: 0;
      }
      @container (min-width: 44rem) {
        .split,
        .controls {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  #state: State = readState(this.attribute);
  #choice: ExpressionChoice | undefined;
  #numbers: Numbers | undefined;
  #curve: Plot = new Plot({
    id: 'plot',
    lines: true,
    view: (size) => this.#numbers && curveView(size, this.drawTheme, this.#numbers, this.#state),
    draw: (context, view) => {
      if (this.#numbers) drawSlopes(context, view, this.drawTheme, this.#numbers, this.#place.focused);
    },
  });
  #errors: Plot = new Plot({
    id: 'errors',
    lines: true,
    view: (size) => this.#numbers && errorsView(size, this.drawTheme, this.#numbers.errors),
    draw: (context, view) => {
      if (!this.#numbers) return;
      const handle = {
        h: this.#state.h,
        error: this.#shownError,
        focused: this.#step.focused,
        errorName: this.#words.error,
        theory: this.#words.theory(this.#state.scheme === 'central' ? 2 : 1),
      };
      drawErrors(context, view, this.drawTheme, this.#numbers.errors, handle);
    },
  });
  protected override readonly plots = [this.#curve, this.#errors];
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
    view: () => this.#errors.view,
    point: () => [Math.log10(this.#state.h), this.#shownError],
    // A power of ten that is rounded down must not fall below the smallest h.
    move: ([exponent]) => this.change({ h: Math.max(hRule.lowest, Number((10 ** exponent).toPrecision(2))) }),
    focusChanged: this.redraw,
  });

  get #words(): DerivativeStrings {
    return derivative[this.language];
  }

  /** An error of 0 is shown at the lower edge of the log scale, one that is not finite at the upper. */
  get #shownError(): number {
    const [lowest, highest] = this.#errors.view?.y ?? [1e-17, 1];
    return Number.isFinite(this.#error) ? Math.max(lowest, this.#error) : highest;
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
    const lines = super.notices();
    const refusal = this.#choice?.refusal;
    if (this.#choice && refusal) lines.push(refusalLine(this.language, refusal, this.#choice.current.source));
    if (this.#numbers && !Number.isFinite(this.#numbers.errors.exact)) lines.push(this.#words.noSlope);
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
    const { x, h } = this.#state;
    if (!this.#numbers || !this.#choice) return '';
    return this.#words.description(this.#choice.current.source, written(x), written(h), written(this.#numbers.slope, 16), written(this.#numbers.errors.exact, 16));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf({ ...this.#state, f: this.#choice?.current.canonical ?? this.#state.f });
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
    const { f, x, h, scheme, range } = this.#state;
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
    const body = html`<div class="split">
        <div class="beside">${plot('plot', words.plot, words.plotName, this.#place, words.x, x)} ${this.#slopes()}</div>
        <div class="beside">${plot('errors', words.errors, words.errorsName, this.#step, words.h, h)} ${this.#bestSteps()}</div>
      </div>
      <div class="controls">
        <div class="control expression">
          <label for="expression">${words.expression}</label>
          <input id="expression" type="text" spellcheck="false" autocapitalize="off" autocomplete="off" title=${words.expressionHint} aria-invalid=${this.#choice?.refusal ? 'true' : 'false'} .value=${f} @change=${(event: Event) => this.change({ f: (event.target as HTMLInputElement).value })} />
        </div>
        ${selectControl({ id: 'scheme', label: words.scheme, value: scheme, options: schemes.map((each) => [each, words.schemes[each]] as const), change: (value) => this.change({ scheme: value }) })}
        ${numberControl(this.sharedWords, { id: 'x', label: words.x, value: x, rule: xRule, slider: { lowest, highest, step: roundStep((highest - lowest) / 200) }, change: (value) => this.#moveTo(value) })}
        ${numberControl(this.sharedWords, { id: 'h', label: words.h, value: h, rule: hRule, slider: { log: true }, change: (value) => this.change({ h: value }) })}
      </div>`;
    return this.frame({ stage: body, caption: words.caption });
  }

  /** Where x lies beyond what is shown, the part that is shown moves along. */
  #moveTo(x: number): void {
    const [lowest, highest] = this.#state.range;
    const half = (highest - lowest) / 2;
    const range = [x - half, x + half].map((end) => Number(end.toPrecision(12)));
    this.change(x < lowest || x > highest ? { x, range: range.join(',') } : { x });
  }

  #slopes(): TemplateResult {
    const words = this.#words;
    const numbers = this.#numbers;
    const row = (name: string | TemplateResult, value: number | undefined, digits: number) =>
      html`<tr><th scope="row">${name}</th><td>${value === undefined ? '' : written(value, digits)}</td></tr>`;
    return html`<div><table class="read-out">
      <thead>
        <tr><td></td><th scope="col">${words.slope}</th></tr>
      </thead>
      <tbody>
        ${row(html`${this.#swatch(0)} ${words.tangent}`, numbers?.errors.exact, 16)} ${row(html`${this.#swatch(1)} ${words.secant}`, numbers?.slope, 16)}
        ${row(words.error, numbers?.error, 3)}
      </tbody>
    </table></div>`;
  }

  #bestSteps(): TemplateResult {
    const words = this.#words;
    const row = (series: number, precision: string, best: { readonly h: number; readonly error: number } | undefined) => {
      const shown = (value: number) => (Number.isFinite(best?.error) ? written(value, 2) : '–');
      return html`<tr><th scope="row">${this.#swatch(series)} ${precision}</th><td>${best && shown(best.h)}</td><td>${best && shown(best.error)}</td></tr>`;
    };
    return html`<div><table class="read-out">
      <thead>
        <tr><td></td><th scope="col">${words.best}</th><th scope="col">${words.error}</th></tr>
      </thead>
      <tbody>
        ${row(0, 'float64', this.#numbers?.errors.best64)} ${row(1, 'float32', this.#numbers?.errors.best32)}
      </tbody>
    </table></div>`;
  }

  #swatch(series: number): TemplateResult {
    return swatch(seriesStyle(this.drawTheme, series));
  }
}

if (!customElements.get('downhill-derivative')) customElements.define('downhill-derivative', DerivativeFigure);
