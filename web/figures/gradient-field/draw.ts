import { drawAxes, squareView } from '../../draw/axes.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHandle, drawPath } from '../../draw/path.ts';
import { drawArrow } from '../../draw/quiver.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size, View } from '../../draw/view.ts';
import type { Part } from '../base/plane/part.ts';
import type { Probe } from './compute.ts';
import { gridPoints } from './state.ts';

/** The grid with a step of it around, so that no arrow is cut off. */
export function viewOf(size: Size, theme: DrawTheme, { x0, x1 }: Part): View {
  const margin = ([lo, hi]: readonly [number, number]) => (hi - lo) / (gridPoints - 1);
  return squareView(size, theme, [x0[0] - margin(x0), x0[1] + margin(x0)], [x1[0] - margin(x1), x1[1] + margin(x1)]);
}

/** Of the arrow at the ring. */
const arrowPixels = 56;

export interface Picture {
  readonly probe: Probe;
  /** What is to be shown of each flow line, interleaved x0, x1. */
  readonly trails: readonly Float64Array[];
  readonly focused: boolean;
}

/** Above the ground: at the ring stands −∇f, and its components along both axes. */
export function draw(context: DrawContext, view: View, theme: DrawTheme, { probe, trails, focused }: Picture): void {
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
  for (const trail of trails) drawPath(context, view, trail, theme, { colour: theme.accent2, dots: false });
  const [x, y] = probe.at;
  const [d0 = 0, d1 = 0] = probe.numerical;
  const length = Math.hypot(d0, d1);
  const along = (share: number) => ({ colour: theme.ink, halo: theme.background, pixels: arrowPixels * share });
  drawArrow(context, view, { x, y, u: -d0, v: 0 }, along(Math.abs(d0) / length));
  drawArrow(context, view, { x, y, u: 0, v: -d1 }, along(Math.abs(d1) / length));
  drawArrow(context, view, { x, y, u: -d0, v: -d1 }, { colour: theme.accent, halo: theme.background, pixels: arrowPixels });
  drawHandle(context, view, x, y, theme, { focused });
}
