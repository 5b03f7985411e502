import { css, html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { View } from '../../draw/view.ts';
import type { Engine, Slice } from '../../engine/api/api.ts';
import { partial } from '../../i18n/partial.ts';
import type { Problem } from '../../i18n/shared.ts';
import { kept, longestNumber } from '../base/controls/kept.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { swatch } from '../base/controls/swatch.ts';
import { picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { Contours } from '../base/plane/field.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import { PlaneFigure } from '../base/plane/plane-figure.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { drawCuts, drawSlice } from './draw.ts';
import { readState, type State, sliceRange, stateAttributes } from './state.ts';

const slicePoints = 201;
const axes = [0, 1] as const;

/** Chapter 4.3.3: f along each of its two variables through a point that the reader drags, with the tangents. */
export class PartialFigure extends PlaneFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [
    PlaneFigure.styles,
    css`
      .beside .plot {
        aspect-ratio: 16 / 10;
        cursor: auto;
      }
      .slope .kept {
        display: inline-grid;
      }
    `,
  ];

  protected readonly attributesOfFunction = ['point'];
  #state: State = readState(this.attribute, undefined);
  #slices: readonly Slice[] = [];
  #contours = new Contours();
  #handle = new PointHandle({
    id: 'point',
    view: () => this.plane.view,
    point: () => this.#state.point,
    move: (point) => this.change({ point: point.join(',') }),
    focusChanged: this.redraw,
  });
  protected override readonly plots = [
    this.plane,
    ...axes.map((axis) =>
      picture(
        `slice${axis}`,
        (context, size) => {
          const slice = this.#slices[axis];
          if (slice) drawSlice(context, size, this.drawTheme, slice, axis);
        },
        { lines: true },
      ),
    ),
  ];

  protected get shownPart() {
    return this.#state;
  }

  get #words() {
    return partial[this.language];
  }

  protected readStateOf(f: FunctionOfTwo | undefined): readonly Problem[] {
    this.#state = readState(this.attribute, f);
    return this.#state.problems;
  }

  protected computeOf(engine: Engine, f: FunctionOfTwo): void {
    const { point, x0, x1 } = this.#state;
    // Where f cannot be computed there is no slice; one of another f must not stay.
    this.#slices = [];
    this.#slices = axes.map((axis) => engine.slice(f.expression, Float64Array.from(point), axis, sliceRange(axis === 0 ? x0 : x1, point[axis]), slicePoints));
  }

  protected drawPlane(context: DrawContext, view: View, engine: Engine, f: FunctionOfTwo): void {
    drawCuts(context, view, this.drawTheme, this.#contours.of(engine, f, view), this.#state.point, this.#handle.focused);
  }

  protected describeOf(f: FunctionOfTwo): string {
    const [x0, x1] = this.#state.point;
    const [first, second] = this.#slices;
    return first && second ? this.#words.description(f.source, written(x0), written(x1), written(first.slope), written(second.slope)) : '';
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.function && listingOf(this.function.expression.canonical, this.#state.point);
  }

  protected override exports(): FigureExport[] {
    const columns = () =>
      this.#slices.flatMap(({ x, value, tangent }, axis) => [
        { name: `x${axis}`, values: x },
        { name: `f along x${axis}`, values: value },
        { name: `tangent along x${axis}`, values: tangent },
      ]);
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'partial.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const [x0, x1] = this.#state.point;
    const body = html`<div class="split">
        ${this.plot({ label: words.plot, name: words.plotName }, this.#handle, { label: words.point, valueText: words.pointText(written(x0), written(x1)) })}
        <div class="beside">${axes.map((axis) => this.#slicePart(axis))}</div>
      </div>
      <div class="controls">${this.functionControl()}</div>`;
    return this.frame({ stage: body, caption: words.caption });
  }

  #slicePart(axis: 0 | 1): TemplateResult {
    const label = this.#words.slice(`x${axis}`);
    const name = this.#words.sliceName(`x${axis}`);
    const slice = this.#slices[axis];
    const held = axis === 0 ? 'x₁' : 'x₀';
    return html`<div>
      <div class="plot"><canvas id="slice${axis}" role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas></div>
      <div class="row slope">
        <span>${swatch(seriesStyle(this.drawTheme, axis))} <var>∂f</var>/<var>∂x</var><sub>${axis}</sub> = ${kept(slice ? written(slice.slope) : '', longestNumber(9))}</span>
        <span class="label">${kept(this.#words.held(held, written(this.#state.point[1 - axis] ?? 0)), this.#words.held(held, longestNumber(9)))}</span>
      </div>
    </div>`;
  }
}

if (!customElements.get('downhill-partial')) customElements.define('downhill-partial', PartialFigure);
