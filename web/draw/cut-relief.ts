import { mix } from './colour.ts';
import type { DrawContext } from './draw-context.ts';
import { rangeOf } from './range.ts';
import { drawFrame, drawNames } from './relief.ts';
import { drawPatches } from './relief-patches.ts';
import { type Camera, isNearer, nearSides, type Project, projection, type Relief } from './relief-projection.ts';
import { seriesStyle } from './series.ts';
import type { DrawTheme } from './theme.ts';
import type { Size } from './view.ts';

/** The height along one variable, and the tangent at the point. */
export interface CutCurve {
  readonly x: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly tangent: ArrayLike<number>;
}

export interface CutOpen {
  readonly point: readonly [x: number, y: number];
  /** Along x and along y. */
  readonly curves: readonly [CutCurve, CutCurve];
}

/** The tangent reaches so far to both sides, as a share of the axis. */
const tangentReach = 0.16;

/** A landscape of which the quarter nearest to the eye is taken away at a point: both cuts are seen as walls, in the colours of series 0 and 1, with the tangents. */
export function drawCutRelief(context: DrawContext, size: Size, theme: DrawTheme, relief: Relief, camera: Camera, { point, curves }: CutOpen): void {
  const project = projection(size, theme, relief, camera);
  const near = nearSides(relief.extent, project);
  drawFrame(context, theme, relief, project);
  drawPatches(context, theme, relief, project, { x: point[0], y: point[1] });
  const [lowest] = rangeOf(relief.values);
  const lines = ([0, 1] as const).map((axis) => lineOn(project, point, axis));
  context.save();
  context.lineJoin = 'round';
  ([0, 1] as const).forEach((axis) => {
    const { x, value } = curves[axis];
    const at = lines[axis] as OnCut;
    const open = [...Array(x.length).keys()].filter((i) => isNearer(point[axis], axis === 0 ? near.x : near.y, x[i] as number) && Number.isFinite(value[i]));
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined) return;
    const colour = seriesStyle(theme, axis).colour;
    const edge = open.map((i) => at(x[i] as number, value[i] as number));
    trace(context, [at(x[first] as number, lowest), ...edge, at(x[last] as number, lowest)]);
    context.closePath();
    context.fillStyle = mix(theme.background, colour, 0.16);
    context.fill();
    trace(context, edge);
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.stroke();
  });
  ([0, 1] as const).forEach((axis) => {
    const { x, tangent } = curves[axis];
    const [from, to] = [x[0] as number, x[x.length - 1] as number];
    const beside = [...Array(x.length).keys()].filter((i) => Math.abs((x[i] as number) - point[axis]) <= tangentReach * (to - from));
    trace(
      context,
      beside.map((i) => (lines[axis] as OnCut)(x[i] as number, tangent[i] as number)),
    );
    context.strokeStyle = theme.ink;
    context.lineWidth = 2.5;
    context.stroke();
  });
  context.restore();
  drawNames(context, size, theme, relief, project);
}

type Place = Pick<ReturnType<Project>, 'x' | 'y'>;
type OnCut = (along: number, height: number) => Place;

/** Places of the cut along one axis. */
function lineOn(project: Project, [x, y]: CutOpen['point'], axis: 0 | 1): OnCut {
  return (along, height) => (axis === 0 ? project(along, y, height) : project(x, along, height));
}

function trace(context: DrawContext, places: readonly Place[]): void {
  context.beginPath();
  for (const { x, y } of places) context.lineTo(x, y);
}
