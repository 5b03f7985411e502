import type { Problem } from '../../i18n/shared.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import type { Part } from '../base/plane/part.ts';
import { type Attributes, type Point, problemsOf, readPoint, readRange } from '../base/state/reading.ts';

export const stateAttributes = ['f', 'x0', 'x1', 'point'];
const chapterRange: Point = [-5, 5];

export interface State extends Part {
  readonly point: Point;
  readonly problems: readonly Problem[];
}

/** The chapter's function is shown around the chapter's point (3, 4), another of the catalogue on its own part of the plane. */
export function readState(attribute: Attributes, f: FunctionOfTwo | undefined): State {
  const own = f?.field && f.field.name !== 'bowl' ? f.field : undefined;
  const x0 = readRange('x0', attribute('x0'), own?.x0 ?? chapterRange);
  const x1 = readRange('x1', attribute('x1'), own?.x1 ?? chapterRange);
  const point = readPoint('point', attribute('point'), own ? [share(own.x0, 0.8), share(own.x1, 0.9)] : [3, 4]);
  return { x0: x0.value, x1: x1.value, point: point.value, problems: problemsOf(x0, x1, point) };
}

/** The part of an axis that its slice spans: what is shown, and as far as the point where that lies a little beside it, for a plane wider than high shows more. */
export function sliceRange([lo, hi]: Point, at: number): [number, number] {
  const most = hi - lo;
  return [at < lo && lo - at <= most ? at : lo, at > hi && at - hi <= most ? at : hi];
}

function share([lo, hi]: Point, of: number): number {
  return Number((lo + of * (hi - lo)).toPrecision(2));
}
