import { roundStep, snapped } from '../controls/numbers.ts';
import type { Point } from '../state/reading.ts';

/** The part of the plane that is shown. */
export interface Part {
  readonly x0: Point;
  readonly x1: Point;
}

const narrowest = 1e-3;
const widest = 1e4;

/** `factor` times as large around `at`, which stays where it is; the same part where that would be too narrow or too wide to be of use. */
export function zoomed(part: Part, [at0, at1]: Point, factor: number): Part {
  const about = ([lo, hi]: Point, at: number): Point => [at + (lo - at) / factor, at + (hi - at) / factor];
  const next = rounded({ x0: about(part.x0, at0), x1: about(part.x1, at1) });
  const widths = [next.x0, next.x1].map(([lo, hi]) => hi - lo);
  return Math.min(...widths) < narrowest || Math.max(...widths) > widest ? part : next;
}

/** Moved by (d0, d1). */
export function moved(part: Part, d0: number, d1: number): Part {
  return rounded({ x0: [part.x0[0] + d0, part.x0[1] + d0], x1: [part.x1[0] + d1, part.x1[1] + d1] });
}

export function middle({ x0, x1 }: Part): Point {
  return [(x0[0] + x0[1]) / 2, (x1[0] + x1[1]) / 2];
}

/** To about a thousandth of what is shown, so that a link stays short. */
function rounded({ x0, x1 }: Part): Part {
  const range = ([lo, hi]: Point): Point => {
    const step = roundStep((hi - lo) / 2000);
    return [snapped(lo, step), snapped(hi, step)];
  };
  return { x0: range(x0), x1: range(x1) };
}
