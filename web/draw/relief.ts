import { drawLabel, labelWidth, setAxisType } from './axes.ts';
import { type ColourTable, colourTable, parseColour } from './colour.ts';
import type { DrawContext } from './draw-context.ts';
import { heightAt } from './height-field.ts';
import { drawPath } from './path.ts';
import { rangeOf } from './range.ts';
import type { DrawTheme } from './theme.ts';
import { formatTick, ticks } from './ticks.ts';
import type { GridExtent, Range, Size } from './view.ts';

/** From where a landscape is seen, in degrees: how far it is turned about the vertical, and how far the eye is above the ground (90: straight from above). */
export interface Camera {
  readonly turn: number;
  readonly tilt: number;
}

/** A quantity over the plane as the height of a landscape; values: row-major, y outer. Where a value is not finite there is a hole. */
export interface Relief {
  readonly extent: GridExtent;
  readonly values: ArrayLike<number>;
  readonly names: { readonly x: string; readonly y: string; readonly height: string };
}

/** Where a point of the landscape lies on the canvas, and how far away it is. */
export interface Projected {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

/** The plane is 2 wide and 2 deep, the highest value this high. */
const tallest = 1.15;
const outer = 5;

/** Parallel lines stay parallel. The whole box of the landscape fits into the canvas, with room for the names around it. */
export function projection(size: Size, theme: DrawTheme, { extent, values }: Relief, { turn, tilt }: Camera): (x: number, y: number, value: number) => Projected {
  const heights = rangeOf(values);
  const [sinTurn, cosTurn] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  const [sinTilt, cosTilt] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
  const at = (x: number, y: number, value: number): Projected => {
    const [u, v] = [2 * fraction(extent.x, x) - 1, 2 * fraction(extent.y, y) - 1];
    const distance = u * sinTurn + v * cosTurn;
    return { x: u * cosTurn - v * sinTurn, y: -distance * sinTilt - tallest * fraction(heights, value) * cosTilt, distance };
  };
  const corners = cornersOf(extent).flatMap(({ x, y }) => heights.map((value) => at(x, y, value)));
  const [left, right, top, bottom] = [
    Math.min(...corners.map(({ x }) => x)),
    Math.max(...corners.map(({ x }) => x)),
    Math.min(...corners.map(({ y }) => y)),
    Math.max(...corners.map(({ y }) => y)),
  ];
  const margin = { x: 3.2 * theme.fontSize, above: 1.9 * theme.fontSize, below: 2.6 * theme.fontSize };
  const scale = Math.max(1e-6, Math.min((size.width - 2 * margin.x) / (right - left), (size.height - margin.above - margin.below) / (bottom - top)));
  const middleX = size.width / 2 - (scale * (left + right)) / 2;
  const middleY = margin.above + (size.height - margin.above - margin.below) / 2 - (scale * (top + bottom)) / 2;
  return (x, y, value) => {
    const point = at(x, y, value);
    return { x: middleX + scale * point.x, y: middleY + scale * point.y, distance: point.distance };
  };
}

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

export type Project = ReturnType<typeof projection>;

/** A place of the plane. What lies nearer to the eye than it, in both directions of the grid, is taken away. */
export interface Cut {
  readonly x: number;
  readonly y: number;
}

export function drawPatches(context: DrawContext, theme: DrawTheme, relief: Relief, project: Project, cut?: Cut): void {
  const { extent, values } = relief;
  const { columns, rows } = extent;
  const heights = rangeOf(values);
  // Patches end at the cut.
  const [across, up] = [places(extent.x, columns, cut?.x), places(extent.y, rows, cut?.y)];
  const value = (c: number, r: number) => (cut ? heightAt(relief, across[c] as number, up[r] as number) : (values[r * columns + c] as number));
  const corners = Array.from({ length: columns * rows }, (_, i) => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    return project(across[c] as number, up[r] as number, value(c, r));
  });
  const near = nearSides(extent, project);
  const isOpen = (c: number, r: number) =>
    cut !== undefined &&
    isNearer(cut.x, near.x, ((across[c] as number) + (across[c + 1] as number)) / 2) &&
    isNearer(cut.y, near.y, ((up[r] as number) + (up[r + 1] as number)) / 2);
  const corner = (c: number, r: number) => corners[r * columns + c] as Projected;
  const paint = painter(theme, colourTable('viridis'));
  context.lineJoin = 'round';
  context.lineWidth = 0.7;
  for (const r of farFirst(rows - 1, corner(0, 0).distance, corner(0, rows - 1).distance)) {
    for (const c of farFirst(columns - 1, corner(0, 0).distance, corner(columns - 1, 0).distance)) {
      if (isOpen(c, r)) continue;
      const four = [value(c, r), value(c + 1, r), value(c + 1, r + 1), value(c, r + 1)] as const;
      if (!four.every(Number.isFinite)) continue;
      const slope = (tallest * (four[1] + four[2] - four[0] - four[3]) * (columns - 1)) / (4 * (heights[1] - heights[0] || 1));
      const { fill, line } = paint(fraction(heights, (four[0] + four[1] + four[2] + four[3]) / 4), slope);
      context.beginPath();
      for (const { x, y } of [corner(c, r), corner(c + 1, r), corner(c + 1, r + 1), corner(c, r + 1)]) context.lineTo(x, y);
      context.closePath();
      context.fillStyle = fill;
      context.strokeStyle = line;
      context.fill();
      context.stroke();
    }
  }
}

/** Evenly from end to end, but one of them, not at an end, is at the cut. */
function places(range: Range, count: number, cut: number | undefined): number[] {
  const nearest = cut === undefined ? -1 : Math.min(count - 2, Math.max(1, Math.round(fraction(range, cut) * (count - 1))));
  return Array.from({ length: count }, (_, i) => (i === nearest ? (cut as number) : within(range, i / (count - 1))));
}

/** Which end of each axis is nearer to the eye: −1 the lower, 1 the upper. */
export function nearSides({ x: xs, y: ys }: Plane, project: Project): { readonly x: -1 | 1; readonly y: -1 | 1 } {
  const distance = (x: number, y: number) => project(x, y, 0).distance;
  return { x: distance(xs[0], ys[0]) < distance(xs[1], ys[0]) ? -1 : 1, y: distance(xs[0], ys[0]) < distance(xs[0], ys[1]) ? -1 : 1 };
}

export function isNearer(than: number, side: -1 | 1, at: number): boolean {
  return side * (at - than) >= 0;
}

/** 0 … count − 1, or the other way round, so that what is farther away comes first. */
function farFirst(count: number, distanceOfFirst: number, distanceOfLast: number): number[] {
  const upwards = Array.from({ length: count }, (_, i) => i);
  return distanceOfFirst >= distanceOfLast ? upwards : upwards.reverse();
}

/** Colours of a patch by its height (0 … 1), a little darker where it rises towards growing x: the light comes from there. */
function painter(theme: DrawTheme, table: ColourTable): (height: number, slope: number) => { fill: string; line: string } {
  const [page, ink] = [parseColour(theme.background), parseColour(theme.ink)];
  const strength = theme.dark ? 0.75 : 0.55;
  return (height, slope) => {
    const i = 3 * Math.round(255 * Math.min(1, Math.max(0, height)));
    const shade = 1 - 0.16 * (slope / Math.hypot(1, slope));
    const colour = (ofInk: number) => {
      const channel = (k: 0 | 1 | 2) => {
        const full = shade * (page[k] + strength * ((table[i + k] as number) - page[k]));
        return Math.round(Math.min(255, full + ofInk * (ink[k] - full)));
      };
      return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`;
    };
    return { fill: colour(0), line: colour(0.18) };
  };
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

interface Plane {
  readonly x: Range;
  readonly y: Range;
}

const cornersOf = ({ x: xs, y: ys }: Plane) => xs.flatMap((x) => ys.map((y) => ({ x, y })));

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

const within = ([lo, hi]: Range, share: number) => lo + share * (hi - lo);
/** Where all is equal, the ground. */
const fraction = ([lo, hi]: Range, value: number) => (hi > lo ? (value - lo) / (hi - lo) : 0);
