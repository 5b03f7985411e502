import { written } from '../base/controls/numbers.ts';
import type { Point } from '../base/state/reading.ts';
import { type Film, found, near, type Verdict } from '../base/tasks/task.ts';
import type { Walk } from './compute.ts';

/** Two starts nearer to one another than this have found the boundary; nearer than that, they are close to it. */
export const limits = { found: 0.1, close: 0.5 };

export const pointText = ([x0, x1]: Point) => `(${written(x0, 3)}, ${written(x1, 3)})`;

/** Of the walkers that the reader dropped, the latest last. `minima`: of the valleys. */
export function judgeNeighbours(walks: readonly Walk[], minima: readonly Point[]): Verdict | undefined {
  const pairs = walks.flatMap((one, i) => walks.slice(i + 1).map((other) => ({ one, other, distance: Math.hypot(one.start[0] - other.start[0], one.start[1] - other.start[1]) })));
  const parted = pairs.filter(({ one, other }) => one.valley !== other.valley).sort((a, b) => a.distance - b.distance)[0];
  const end = ({ valley }: Walk) => pointText(minima[valley] ?? [Number.NaN, Number.NaN]);
  // A distance of 0.1 in decimals may be a little less in binary fractions.
  if (parted && parted.distance < limits.found - 1e-9) {
    return found(pointText(parted.one.start), pointText(parted.other.start), written(parted.distance, 2), end(parted.one), end(parted.other));
  }
  if (parted && parted.distance < limits.close) return near('between', pointText(parted.one.start), pointText(parted.other.start), written(parted.distance, 2));
  return walks.length > 1 ? near('neighbours') : undefined;
}

const first: readonly [Point, Point] = [
  [-0.9, 1],
  [0.6, 1],
];
const halvings = 4;
const look = 1000;

/** Two starts with the boundary between them; then always the one in the middle. */
export async function showNeighbours(film: Film, valleyOf: (start: Point) => number): Promise<void> {
  const starts: Point[] = [];
  const drop = async (start: Point) => {
    starts.push(start);
    await film.set({ walkers: starts.join(';') });
    await film.pause(look);
  };
  await film.set({ walkers: null, painted: null, blind: null });
  let [left, right] = first;
  await drop(left);
  await drop(right);
  for (let i = 0; i < halvings; i++) {
    const middle: Point = [Number(((left[0] + right[0]) / 2).toFixed(4)), left[1]];
    await drop(middle);
    if (valleyOf(middle) === valleyOf(left)) left = middle;
    else right = middle;
  }
}
