import { written } from '../base/controls/numbers.ts';
import type { Point } from '../base/state/reading.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';

/** Where the reader has put the point. */
export interface Place {
  readonly point: Point;
  /** Along x0 and x1. */
  readonly slopes: Point;
  /** How steep f usually is along each, where it is shown. */
  readonly usual: Point;
}

/** Shares of the usual slope: at most so steep is level, at least so steep is not. */
const limits = { level: 0.02, steep: 0.2 };
const names = ['x₀', 'x₁'] as const;

export function judge({ point, slopes, usual }: Place): Verdict {
  // As products: along one that f does not depend on the usual slope is 0.
  const isLevel = (axis: 0 | 1) => Math.abs(slopes[axis]) <= limits.level * usual[axis];
  const isSteep = (axis: 0 | 1) => slopes[axis] !== 0 && Math.abs(slopes[axis]) >= limits.steep * usual[axis];
  for (const level of [0, 1] as const) {
    const steep = level === 0 ? 1 : 0;
    if (isLevel(level) && isSteep(steep)) return found(...point.map((x) => written(x, 4)), names[level], written(slopes[steep], 4), names[steep]);
  }
  if (!isSteep(0) && !isSteep(1)) return near('bottom');
  const flatter = Math.abs(slopes[0]) * usual[1] < Math.abs(slopes[1]) * usual[0] ? 0 : 1;
  return near('along', names[flatter], written(slopes[flatter], 3));
}

export const tasks: readonly Task<Place>[] = [
  {
    id: 'one-level',
    judge: (trail) => {
      const last = trail.at(-1);
      return last && judge(last);
    },
    show: async (film) => {
      await film.set({ f: null, x0: null, x1: null, point: '3,4' });
      for (const x0 of [2, 1, 0]) {
        await film.pause(700);
        await film.set({ point: `${x0},4` });
      }
    },
  },
];
