import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawCurve } from '../../draw/curve.ts';
import { drawCutRelief } from '../../draw/cut-relief.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHandle } from '../../draw/path.ts';
import { rangeOf, withMargin } from '../../draw/range.ts';
import { drawRelief } from '../../draw/relief.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size, View } from '../../draw/view.ts';
import type { Slice } from '../../engine/api/api.ts';
import type { Point } from '../base/state/reading.ts';
import type { Surface } from './compute.ts';

/** Above the ground: through the point the two lines along which f is sliced. */
export function drawCuts(context: DrawContext, view: View, theme: DrawTheme, [x0, x1]: Point, focused: boolean): void {
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
  drawCurve(context, view, [x1, x1], theme, { x: view.x, ...lineOf(theme, 0) });
  drawCurve(context, view, view.y, theme, { x: [x0, x0], ...lineOf(theme, 1) });
  drawHandle(context, view, x0, x1, theme, { colour: theme.ink, focused });
}

/** From where the surface is seen. */
const camera = { turn: 32, tilt: 30 };

/** The surface, cut open along both lines; whole where it does not show the point. */
export function drawSurface(context: DrawContext, size: Size, theme: DrawTheme, { relief }: Surface, point: Point, [first, second]: readonly Slice[]): void {
  const { x, y } = relief.extent;
  const isShown = point[0] >= x[0] && point[0] <= x[1] && point[1] >= y[0] && point[1] <= y[1];
  if (first && second && isShown) drawCutRelief(context, size, theme, relief, camera, { point, curves: [first, second] });
  else drawRelief(context, size, theme, relief, camera, []);
}

/** f along the variable numbered `axis`, and its tangent in that cut's colour. */
export function drawSlice(context: DrawContext, size: Size, theme: DrawTheme, slice: Slice, axis: 0 | 1): void {
  const view = chartView(size, theme, { x: [slice.x[0] ?? 0, slice.x.at(-1) ?? 1], y: withMargin(rangeOf(slice.value, [slice.valueAt]), 0.08) });
  drawAxes(context, view, theme, { x: { label: `x${axis}` }, y: { label: 'f' }, gridLines: true });
  drawCurve(context, view, slice.value, theme, { x: slice.x, colour: theme.ink });
  drawCurve(context, view, slice.tangent, theme, { x: slice.x, ...lineOf(theme, axis) });
  drawCurve(context, view, [slice.valueAt], theme, { x: [slice.at], colour: theme.ink, dots: true, width: 4 });
}

function lineOf(theme: DrawTheme, axis: 0 | 1) {
  const { colour, dash } = seriesStyle(theme, axis);
  return { colour, dash };
}
