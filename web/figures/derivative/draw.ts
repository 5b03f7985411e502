import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHaloText } from '../../draw/halo-text.ts';
import { drawHandle } from '../../draw/path.ts';
import { decadesOf, rangeOf, withMargin } from '../../draw/range.ts';
import { seriesStyle } from '../../draw/series.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { formatTick } from '../../draw/ticks.ts';
import { pixelX, pixelY, type Size, type View } from '../../draw/view.ts';
import type { DerivativeErrors } from '../../engine/api/api.ts';
import type { Numbers } from './compute.ts';
import type { State } from './state.ts';

export function curveView(size: Size, theme: DrawTheme, { slice }: Numbers, { range }: State): View {
  return chartView(size, theme, { x: range, y: withMargin(rangeOf(slice.value), 0.08) });
}

/** The curve, its tangent (unbroken) and the secant (broken) through the points that the scheme uses. */
export function drawSlopes(context: DrawContext, view: View, theme: DrawTheme, { slice, secant }: Numbers, focused: boolean): void {
  drawAxes(context, view, theme, { x: { label: 'x' }, y: { label: 'f' }, gridLines: true });
  drawCurve(context, view, slice.value, theme, { x: slice.x, colour: theme.ink });
  drawCurve(context, view, slice.tangent, theme, { x: slice.x, colour: seriesStyle(theme, 0).colour });
  const style = seriesStyle(theme, 1);
  drawCurve(context, view, secant.line, theme, { x: view.x, colour: style.colour, dash: style.dash });
  drawCurve(context, view, secant.value, theme, { x: secant.x, colour: style.colour, marker: style.marker, dots: true, width: 2.5 });
  drawHandle(context, view, slice.at, slice.valueAt, theme, { colour: theme.ink, focused });
}

/** x is log10 h, y the error over the decades from 1e-17 on; an error of 0 lies at the lower edge. */
export function errorsView(size: Size, theme: DrawTheme, { float64, float32 }: DerivativeErrors): View {
  const [, highest] = rangeOf([1], float64, float32);
  return chartView(size, theme, { x: [-15, 0], y: decadesOf([1e-17, highest]), yScale: 'log' });
}

/** In the reader's language. */
export interface Names {
  /** Of the y axis. */
  readonly error: string;
  readonly truncation: string;
  readonly cancellation: string;
  readonly float64: string;
  readonly float32: string;
}

/** What theory expects: a straight line on log scales for the formula's own error, another for what the digits of a float64 or float32 lose. */
function drawTheory(context: DrawContext, view: View, theme: DrawTheme, { h, truncation, cancellation64, cancellation32 }: DerivativeErrors): void {
  const x = h.map(Math.log10);
  for (const values of [truncation, cancellation64, cancellation32]) {
    // A line ends where it leaves the plot; of a polynomial of low degree there is none.
    const seen = values.map((value) => (value > view.y[0] ? value : Number.NaN));
    drawCurve(context, view, seen, theme, { x, colour: theme.muted, width: 1.25, dash: [2, 4] });
  }
}

/** The slopes of the two lines of float64, each at its line where the other one is far. */
function drawLineNames(context: DrawContext, view: View, theme: DrawTheme, errors: DerivativeErrors, names: Names): void {
  const lines = [
    { values: errors.truncation, name: names.truncation, place: 0.97 },
    { values: errors.cancellation64, name: names.cancellation, place: 0.7 },
  ];
  for (const { values, name, place } of lines) {
    const seen = [...values.keys()].filter((i) => (values[i] as number) > view.y[0] * 10 && (values[i] as number) < view.y[1] / 10);
    const at = seen[Math.floor(place * seen.length)];
    if (at !== undefined) drawHaloText(context, theme, name, pixelX(view, Math.log10(errors.h[at] as number)) + 8, pixelY(view, values[at] as number), theme.muted);
  }
}

/** Whose each curve is, below the piece of it where cancellation rules. `from`: the smallest h that is drawn. */
function drawCurveNames(context: DrawContext, view: View, theme: DrawTheme, errors: DerivativeErrors, names: Names, from: number): void {
  const curves = [
    { values: errors.float64, name: names.float64, decade: -13.5 },
    { values: errors.float32, name: names.float32, decade: -9.5 },
  ];
  curves.forEach(({ values, name, decade }, i) => {
    if (10 ** decade < from) return;
    const left = pixelX(view, decade);
    const right = left + context.measureText(name).width;
    const over = values.filter((value, k) => {
      const x = pixelX(view, Math.log10(errors.h[k] as number));
      return value > view.y[0] && x >= left && x <= right;
    });
    const lowest = pixelY(view, Math.min(...over));
    if (over.length > 0) drawHaloText(context, theme, name, left, lowest + 1.2 * theme.fontSize, seriesStyle(theme, i).colour);
  });
}

export interface ErrorsPicture {
  /** What is drawn of the sweep begins here. */
  readonly from: number;
  readonly h: number;
  readonly error: number;
  readonly focused: boolean;
  readonly names: Names;
}

export function drawErrors(context: DrawContext, view: View, theme: DrawTheme, errors: DerivativeErrors, { from, h, error, focused, names }: ErrorsPicture): void {
  drawAxes(context, view, theme, {
    x: { label: 'h', format: (value) => (Number.isInteger(value) ? formatTick(10 ** value) : '') },
    y: { label: names.error },
    gridLines: true,
  });
  drawTheory(context, view, theme, errors);
  const drawn = errors.h.filter((each) => each >= from);
  const x = drawn.map(Math.log10);
  const precisions = [
    { values: errors.float64, measured: errors.best64 },
    { values: errors.float32, measured: errors.best32 },
  ];
  precisions.forEach(({ values, measured }, i) => {
    const { colour, dash, marker } = seriesStyle(theme, i);
    drawCurve(context, view, values.subarray(0, drawn.length), theme, { x, colour, dash });
    if (measured.h >= from) drawCurve(context, view, [measured.error], theme, { x: [Math.log10(measured.h)], colour, marker, dots: true, width: 3 });
  });
  context.save();
  context.font = fontOf(theme);
  context.textAlign = 'left';
  drawLineNames(context, view, theme, errors, names);
  drawCurveNames(context, view, theme, errors, names, from);
  context.restore();
  drawHandle(context, view, Math.log10(h), error, theme, { colour: theme.ink, focused });
}
