import type { BestStep } from '../../engine/api/api.ts';
import { written } from '../base/controls/numbers.ts';
import { type Film, found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import type { ByPrecision } from './compute.ts';

/** An h that the reader chose, and what came of it. */
export interface Step {
  readonly h: number;
  /** Where the lines of theory cross. */
  readonly best: ByPrecision<BestStep | undefined>;
  /** Of the slope. */
  readonly error: ByPrecision<number>;
  /** |f′|: that is the error where x + h is x. */
  readonly slope: number;
}

/** So far from the best h the error is still as small as a trustworthy one gets. */
const factor = 5 * (1 + 1e-9);

function judge(step: Step | undefined, precision: keyof ByPrecision<number>): Verdict | undefined {
  const best = step?.best[precision];
  if (!step || best === undefined) return undefined;
  const { h } = step;
  const error = step.error[precision];
  if (h <= best.h * factor && h >= best.h / factor) return found(written(h, 2), written(error, 2));
  if (error < best.error) return near('lucky', written(error, 2));
  if (error === step.slope) return near('nothing', written(h, 2));
  return near(h > best.h ? 'right' : 'left', written(error, 2));
}

async function walk(film: Film, steps: readonly number[]): Promise<void> {
  await film.set({ f: null, x: null, scheme: null, range: null, h: 1 });
  for (const h of steps) {
    await film.pause(350);
    await film.set({ h });
  }
}

export const tasks: readonly Task<Step>[] = [
  {
    id: 'bottom-64',
    judge: (trail) => judge(trail.at(-1), 'float64'),
    show: (film) => walk(film, [0.1, 0.01, 1e-3, 1e-4, 1e-5]),
  },
  {
    id: 'bottom-32',
    judge: (trail) => judge(trail.at(-1), 'float32'),
    show: (film) => walk(film, [0.3, 0.1, 0.03, 0.01]),
  },
];
