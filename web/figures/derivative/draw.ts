import { drawAxes, plotRect } from '../../draw/axes.ts';
import { drawCurve } from '../../draw/curve.ts';
import { drawHandle } from '../../draw/path.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size, View } from '../../draw/view.ts';
import type { DerivativeErrors } from '../../engine/api.ts';
import type { Numbers } from './compute.ts';
import type { State } from './state.ts';

export function curveView(size: Size, theme: DrawTheme, { slice }: Numbers, { range }: State): View {
  const values = slice.value.filter(Number.isFinite);
  const [lo, hi] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const margin = 0.08 * (hi - lo) || 1;
  return { x: range, y: [lo - margin, hi + margin], plot: plotRect(size, theme) };
}

/** The curve, its tangent (unbroken) and the secant (broken) through the points that the scheme uses. */
export function drawSlopes(context: CanvasRenderingContext2D, view: View, theme: DrawTheme, { slice, secant }: Numbers, focused: boolean): void {
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
  const highest = Math.max(1, ...[...float64, ...float32].filter(Number.isFinite));
  return { x: [-15, 0], y: [1e-17, 10 ** Math.ceil(Math.log10(highest))], yScale: 'log', plot: plotRect(size, theme, 3.4 * theme.fontSize) };
}

export interface StepHandle {
  readonly h: number;
  readonly error: number;
  readonly focused: boolean;
  /** Of the y axis, in the reader's language. */
  readonly errorName: string;
}

export function drawErrors(context: CanvasRenderingContext2D, view: View, theme: DrawTheme, errors: DerivativeErrors, handle: StepHandle): void {
  drawAxes(context, view, theme, { x: { label: 'h', format: (value) => (Number.isInteger(value) ? `1e${value}` : '') }, y: { label: handle.errorName }, gridLines: true });
  const x = errors.h.map(Math.log10);
  const precisions = [
    { values: errors.float64, best: errors.best64 },
    { values: errors.float32, best: errors.best32 },
  ];
  precisions.forEach(({ values, best }, i) => {
    const { colour, dash, marker } = seriesStyle(theme, i);
    drawCurve(context, view, values, theme, { x, colour, dash });
    drawCurve(context, view, [best.error], theme, { x: [Math.log10(best.h)], colour, marker, dots: true, width: 5 });
  });
  drawHandle(context, view, Math.log10(handle.h), handle.error, theme, { colour: theme.ink, focused: handle.focused });
}
