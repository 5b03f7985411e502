import { drawLabel, labelWidth, setAxisType } from './axes.ts';
import type { DrawContext } from './draw-context.ts';
import { heightAt } from './height-field.ts';
import { drawPath } from './path.ts';
import { rangeOf } from './range.ts';
import { drawPatches } from './relief-patches.ts';
import { type Camera, cornersOf, type Plane, type Project, type Projected, projection, type Relief } from './relief-projection.ts';
import type { DrawTheme } from './theme.ts';
import { formatTick, ticks } from './ticks.ts';
import type { Range, Size } from './view.ts';

const outer = 5;

/** Patches from the farthest to the nearest, then the walk (x, y interleaved) on the ground that it went over. */
export function drawRelief(context: DrawContext, size: Size, theme: DrawTheme, relief: Relief, camera: Camera, walk: ArrayLike<number>): void {
  const project = projection(size, theme, relief, camera);
  drawFrame(context, theme, relief, project);
  drawPatches(context, theme, relief, project);
  drawNames(context, size, theme, relief, project);
  const points = Float64Array.from({ length: walk.length }, () => 0);
  for (let i = 0; i + 1 < walk.length; i += 2) {
    const [x, y] = [walk[i] as number, walk[i + 1] as number];
    const at = project(x, y, heightAt(relief, x, y));
    points.set([at.x, size.height - at.y], i);
  }
  const view = { x: [0, size.width], y: [0, size.height], plot: { left: 0, top: 0, ...size } } as const;
  drawPath(context, view, points, theme, { dots: false, width: 2 });
}

/** The ground, and the height at its leftmost corner. */
export function drawFrame(context: DrawContext, theme: DrawTheme, { extent: { x: xs, y: ys }, values }: Relief, project: Project): void {
  const heights = rangeOf(values);
  const corners = [project(xs[0], ys[0], heights[0]), project(xs[1], ys[0], heights[0]), project(xs[1], ys[1], heights[0]), project(xs[0], ys[1], heights[0])];
  const { at, top } = leftmostCorner({ x: xs, y: ys }, heights, project);
  context.lineWidth = 1;
  context.strokeStyle = theme.muted;
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
  context.moveTo(at.x, at.y);
  context.lineTo(top.x, top.y);
  context.stroke();
}

/** The names of x and y along the two near edges of the ground, and of the height above the leftmost corner, with numbers. */
export function drawNames(context: DrawContext, size: Size, theme: DrawTheme, { extent: { x: xs, y: ys }, values, names }: Relief, project: Project): void {
  const heights = rangeOf(values);
  const ground = (x: number, y: number) => project(x, y, heights[0]);
  const near = cornersOf({ x: xs, y: ys })
    .map(({ x, y }) => ({ x, y, at: ground(x, y) }))
    .reduce((best, place) => (place.at.distance < best.at.distance ? place : best));
  const centre = ground((xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2);
  const edge = (range: Range, name: string, on: (value: number) => Projected) => {
    setAxisType(context, theme);
    for (const value of ticks(range, 4)) {
      const at = on(value);
      // The numbers of both edges would meet at the near corner.
      if (Math.hypot(at.x - near.at.x, at.y - near.at.y) > 1.8 * theme.fontSize) outwards(context, at, centre, formatTick(value));
    }
    const middle = on((range[0] + range[1]) / 2);
    drawName(context, size, theme, name, middle, middle.x < centre.x ? 'left' : 'right');
  };
  context.save();
  edge(xs, names.x, (x) => ground(x, near.y));
  edge(ys, names.y, (y) => ground(near.x, y));
  const { x, y, at, top } = leftmostCorner({ x: xs, y: ys }, heights, project);
  // From straight above a height has no length.
  const count = Math.min(4, Math.floor((at.y - top.y) / (1.6 * theme.fontSize)));
  if (count > 0) {
    setAxisType(context, theme);
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    for (const value of ticks(heights, count)) context.fillText(formatTick(value), top.x - outer, project(x, y, value).y);
    drawLabel(context, theme, names.height, Math.max(2, top.x - 2 * theme.fontSize), top.y - theme.fontSize);
  }
  context.restore();
}

/** On the ground, and above it at the greatest height. */
function leftmostCorner(plane: Plane, heights: Range, project: Project): { x: number; y: number; at: Projected; top: Projected } {
  return cornersOf(plane)
    .map(({ x, y }) => ({ x, y, at: project(x, y, heights[0]), top: project(x, y, heights[1]) }))
    .reduce((best, place) => (place.at.x < best.at.x ? place : best));
}

/** The name of an edge beside its middle, within the canvas. */
function drawName(context: DrawContext, size: Size, theme: DrawTheme, name: string, middle: Projected, side: 'left' | 'right'): void {
  const width = labelWidth(context, theme, name);
  const x = side === 'left' ? middle.x - 3 * theme.fontSize - width : middle.x + 3 * theme.fontSize;
  drawLabel(context, theme, name, Math.max(2, Math.min(size.width - width - 2, x)), middle.y + 2.4 * theme.fontSize);
}

/** The text below its place on an edge of the ground, away from the middle. */
function outwards(context: DrawContext, at: Projected, centre: Projected, text: string): void {
  context.textAlign = at.x < centre.x ? 'right' : 'left';
  context.textBaseline = 'top';
  context.fillText(text, at.x + (at.x < centre.x ? -1 : 1) * outer, at.y + 2);
}
