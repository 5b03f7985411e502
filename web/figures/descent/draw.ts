import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawExits, drawHandle, drawPath } from '../../draw/path.ts';
import { drawArrow } from '../../draw/quiver.ts';
import { decadesOf, fromZero, rangeOf } from '../../draw/range.ts';
import { type SeriesStyle, seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import { drawUpright } from '../../draw/upright.ts';
import type { Range, Size, View } from '../../draw/view.ts';
import type { Descent } from '../../engine/api/api.ts';
import type { State } from './state.ts';

/** A walk at another rate, from before. */
export interface GhostWalk {
  readonly descent: Descent;
  readonly style: SeriesStyle;
}

export interface Picture {
  readonly runs: readonly Descent[];
  readonly ghosts: readonly GhostWalk[];
  /** The step that is shown. */
  readonly at: number;
  /** What comes after it is seen, too, faintly. */
  readonly ahead: boolean;
  readonly focused: boolean;
}

/** Above the ground: each path to the step that is shown, and faintly what comes after it. The first run lies on top. */
export function drawWalks(context: DrawContext, view: View, theme: DrawTheme, state: State, picture: Picture): void {
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
  const { runs, ghosts, at, ahead } = picture;
  for (const { descent, style } of ghosts) drawPath(context, view, descent.path, theme, { ...style, width: 1.5, dots: false, start: false, head: false });
  for (let i = runs.length - 1; i >= 0; i--) {
    const { path } = runs[i] as Descent;
    const style = seriesStyle(theme, i);
    const walked = path.subarray(0, 2 * (at + 1));
    if (ahead && walked.length < path.length) {
      context.save();
      context.globalAlpha = 0.3;
      drawPath(context, view, path, theme, { ...style, start: false, head: false });
      context.restore();
    }
    drawPath(context, view, walked, theme, { ...style, start: false, head: false });
    drawExits(context, view, walked, theme, style.colour);
  }
  drawNextStep(context, view, theme, runs[0]?.path, at);
  // Where each run stands is seen even where the path of another lies over it.
  runs.forEach(({ path }, i) => {
    drawPath(context, view, path.subarray(0, 2 * (at + 1)).slice(-2), theme, { ...seriesStyle(theme, i), dots: false, start: false });
  });
  drawHandle(context, view, state.start[0], state.start[1], theme, { colour: theme.ink, focused: picture.focused });
}

/** −η∇f as an arrow, before the step is taken. */
function drawNextStep(context: DrawContext, view: View, theme: DrawTheme, path: Float64Array | undefined, at: number): void {
  const [x, y, nextX, nextY] = path?.subarray(2 * at, 2 * at + 4) ?? [];
  if (x === undefined || y === undefined || nextX === undefined || nextY === undefined) return;
  drawArrow(context, view, { x, y, u: nextX - x, v: nextY - y }, { colour: theme.ink, halo: theme.background });
}

export interface Curves {
  readonly runs: readonly Descent[];
  readonly ghosts: readonly GhostWalk[];
  readonly at: number;
  readonly log: boolean;
  readonly stepName: string;
}

/**
 * f from 0 (or the lowest value) to the highest; on a log scale over whole decades of the values above 0. A run that flies off does not
 * flatten the others: where there are others, its curve leaves the plot.
 */
export function curveView(size: Size, theme: DrawTheme, runs: readonly Descent[], log: boolean): View {
  const bounded = runs.filter((run) => !run.diverged && run.runawayStep === undefined);
  const values = (log || bounded.length === 0 ? runs : bounded).map((run) => run.values);
  const x: Range = [0, Math.max(1, ...runs.map((run) => run.values.length - 1))];
  return chartView(size, theme, log ? { x, y: decadesOf(...values), yScale: 'log' } : { x, y: fromZero(rangeOf(...values)) });
}

export function drawValues(context: DrawContext, size: Size, theme: DrawTheme, { runs, ghosts, at, log, stepName }: Curves): void {
  const view = curveView(size, theme, [...runs, ...ghosts.map(({ descent }) => descent)], log);
  drawAxes(context, view, theme, { x: { label: stepName, format: wholeTick, tickCount: Math.min(5, view.x[1] + 1) }, y: { label: 'f' }, gridLines: true });
  if (at < view.x[1]) drawUpright(context, view, at, { colour: theme.muted });
  for (const { descent, style } of ghosts) drawCurve(context, view, descent.values, theme, { ...style, width: 1.5 });
  for (let i = runs.length - 1; i >= 0; i--) {
    const { values } = runs[i] as Descent;
    drawCurve(context, view, values, theme, { ...seriesStyle(theme, i), dots: values.length <= 60 });
  }
}
