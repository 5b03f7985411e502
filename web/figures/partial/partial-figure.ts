import { css, html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { View } from '../../draw/view.ts';
import type { Engine, Slice } from '../../engine/api/api.ts';
import { partial } from '../../i18n/partial.ts';
import type { Problem } from '../../i18n/shared.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { swatch } from '../base/controls/swatch.ts';
import { picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import { Ground } from '../base/plane/ground.ts';
import { PlaneFigure } from '../base/plane/plane-figure.ts';
import type { Point } from '../base/state/reading.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { type Surface, surfaceOf } from './compute.ts';
import { drawCuts, drawSlice, drawSurface } from './draw.ts';
import { readState, type State, sliceRange, stateAttributes } from './state.ts';
import { type Place, tasks } from './tasks.ts';

const slicePoints = 201;
const axes = [0, 1] as const;

/** Chapter 4.3.3: f along each of its two variables through a point that the reader drags, with the tangents. */
export class PartialFigure extends PlaneFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [
    PlaneFigure.styles,
    css`
      .plot {
        aspect-ratio: 3 / 2;
      }
      .beside {
        gap: 0.5rem;
      }
      .beside .plot {
        cursor: auto;
      }
      .beside .surface {
        aspect-ratio: 2 / 1;
      }
      .slices {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.5rem;
      }
      .slope {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.8rem;
        align-items: baseline;
      }
      @container (min-width: 44rem) {
        .plot {
          aspect-ratio: 1 / 1;
        }
        .beside .plot {
          aspect-ratio: 3 / 2;
          /* Two of them, one above the other, beside the map. */
          max-block-size: calc(0.42 * var(--downhill-plot, 64rem));
        }
        .split {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  protected readonly attributesOfFunction = ['point'];
  #state: State = readState(this.attribute, undefined);
  #slices: readonly Slice[] = [];
  #ground = new Ground(this, () => this.plane.requestDraw());
  #surfaces = new Remembered<Surface>();
  #surface: Surface | undefined;
  /** Where the reader has put the point. */
  #placed: Point | undefined;
  #handle = new PointHandle({
    id: 'point',
    // A line on which a tangent is level is a few pixels wide.
    steps: { pointer: 'coarse', key: 'fine' },
    view: () => this.plane.view,
    point: () => this.#state.point,
    move: (point) => {
      this.#placed = point;
      this.change({ point: point.join(',') });
    },
    focusChanged: this.redraw,
  });
  protected override readonly plots = [
    this.plane,
    picture(
      'surface',
      (context, size) => {
        if (this.#surface) drawSurface(context, size, this.drawTheme, this.#surface, this.#state.point, this.#slices);
      },
      { lines: true },
    ),
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
    this.#surface = this.#surfaces.of([f.source, x0, x1], () => surfaceOf(engine, f, { x0, x1 }));
    // Where f cannot be computed there is no slice; one of another f must not stay.
    this.#slices = [];
    this.#slices = axes.map((axis) => engine.slice(f.expression, Float64Array.from(point), axis, sliceRange(axis === 0 ? x0 : x1, point[axis]), slicePoints));
  }

  protected drawPlane(context: DrawContext, view: View, engine: Engine, f: FunctionOfTwo): void {
    this.#ground.draw(context, view, this.drawTheme, { engine, f });
    drawCuts(context, view, this.drawTheme, this.#state.point, this.#handle.focused);
  }

  protected describeOf(f: FunctionOfTwo): string {
    const [x0, x1] = this.#state.point;
    const [first, second] = this.#slices;
    return first && second ? this.#words.description(f.source, written(x0), written(x1), written(first.slope), written(second.slope)) : '';
  }

  protected override ownTasks() {
    return tasks;
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): Place | undefined {
    const { point } = this.#state;
    const [first, second] = this.#slices;
    if (!first || !second || !this.#surface || (String(point) !== String(this.#placed) && !this.taskBook.filming)) return undefined;
    return { point, slopes: [first.slope, second.slope], usual: this.#surface.usual };
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
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'partial.csv', empty: this.#slices.length === 0 })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const [x0, x1] = this.#state.point;
    const canvas = (id: string, label: string, name: string) =>
      html`<div class="plot ${id}"><canvas id=${id} role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas></div>`;
    const stage = html`<div class="split">
      ${this.plot({ label: words.plot, name: words.plotName }, this.#handle, { label: words.point, valueText: words.pointText(written(x0), written(x1)) })}
      <div class="beside">
        ${canvas('surface', words.surface, words.surfaceName)}
        <div class="slices">${axes.map((axis) => canvas(`slice${axis}`, words.slice(`x${axis}`), words.sliceName(`x${axis}`)))}</div>
        <div>${axes.map((axis) => this.#slope(axis))}</div>
      </div>
    </div>`;
    return this.frame({ stage, bench: html`<div class="controls">${this.functionControl()}</div>`, caption: words.caption });
  }

  #slope(axis: 0 | 1): TemplateResult {
    const slice = this.#slices[axis];
    const held = this.#words.held(axis === 0 ? 'x₁' : 'x₀', written(this.#state.point[1 - axis] ?? Number.NaN));
    return html`<p class="answer slope">
      <span>${swatch(seriesStyle(this.drawTheme, axis))} <var>∂f</var>/<var>∂x</var><sub>${axis}</sub> = <strong>${slice ? written(slice.slope, 6) : '…'}</strong></span>
      <span class="label">${held}</span>
    </p>`;
  }
}

if (!customElements.get('downhill-partial')) customElements.define('downhill-partial', PartialFigure);
