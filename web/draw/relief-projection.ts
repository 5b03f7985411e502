import { rangeOf } from './range.ts';
import type { DrawTheme } from './theme.ts';
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
export const tallest = 1.15;

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

export type Project = ReturnType<typeof projection>;

/** Which end of each axis is nearer to the eye: −1 the lower, 1 the upper. */
export function nearSides({ x: xs, y: ys }: Plane, project: Project): { readonly x: -1 | 1; readonly y: -1 | 1 } {
  const distance = (x: number, y: number) => project(x, y, 0).distance;
  return { x: distance(xs[0], ys[0]) < distance(xs[1], ys[0]) ? -1 : 1, y: distance(xs[0], ys[0]) < distance(xs[0], ys[1]) ? -1 : 1 };
}

export function isNearer(than: number, side: -1 | 1, at: number): boolean {
  return side * (at - than) >= 0;
}

export interface Plane {
  readonly x: Range;
  readonly y: Range;
}

export const cornersOf = ({ x: xs, y: ys }: Plane) => xs.flatMap((x) => ys.map((y) => ({ x, y })));

/** Where all is equal, the ground. */
export const fraction = ([lo, hi]: Range, value: number) => (hi > lo ? (value - lo) / (hi - lo) : 0);
