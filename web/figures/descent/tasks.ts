import type { OptimizerName } from '../../engine/api/api.ts';
import { written } from '../base/controls/numbers.ts';
import { found, near, type Task } from '../base/tasks/task.ts';

/** What a walk on x0² + x1² does with a learning rate. There each step multiplies x by 1 − 2η. */
export type Fate = 'arrives' | 'jumps' | 'flies' | 'walks';

/** One walk that the reader has seen, by plain gradient descent on x0² + x1². */
export interface Walk {
  readonly rate: number;
  readonly fate: Fate;
}

/** A start nearer to the bottom says too little. */
const nearest = 0.1;
const arrived = 1e-6;
const level = 1e-3;
const grown = 1e-9;
/** Two rates that are one step of the slider apart, with room for rounding. */
export const rateStep = 0.05;
const neighbours = rateStep + 1e-4;

/** `path`: x0, x1 of each point; undefined where it starts too near to the bottom or takes fewer than two steps. */
export function fateOf(path: ArrayLike<number>): Fate | undefined {
  const distances = Array.from({ length: path.length / 2 }, (_, k) => Math.hypot(path[2 * k] ?? Number.NaN, path[2 * k + 1] ?? Number.NaN));
  const [start = 0, first = 0] = distances;
  if (start < nearest || distances.length < 3) return undefined;
  if (first < arrived * start) return 'arrives';
  if (distances.every((distance, k) => k === 0 || distance > (1 + grown) * (distances[k - 1] ?? 0))) return 'flies';
  const moved = Math.hypot((path[2] ?? 0) - (path[0] ?? 0), (path[3] ?? 0) - (path[1] ?? 0)) > nearest;
  return moved && distances.every((distance) => Math.abs(distance - start) <= level * start) ? 'jumps' : 'walks';
}

/** `field`: the name of f in the engine's catalogue. */
export function walkOf(field: string | undefined, run: { readonly optimizer: OptimizerName; readonly learningRate: number }, path: ArrayLike<number>): Walk | undefined {
  if (run.optimizer !== 'sgd' || field !== 'bowl') return undefined;
  const fate = fateOf(path);
  return fate && { rate: run.learningRate, fate };
}

const factor = (rate: number) => written(1 - 2 * rate, 3);
const within = (rate: number, lowest: number, highest: number) => rate >= lowest && rate <= highest;

/** What a film sets before it chooses a rate. */
const chapter = { f: null, x0: null, x1: null, start: null, optimizer: null, compare: null, steps: null, at: null };

export const tasks: readonly Task<Walk>[] = [
  {
    id: 'one-step',
    judge: (trail) => {
      const { rate = Number.NaN, fate } = trail.at(-1) ?? {};
      if (fate === 'arrives') return found(written(rate, 3));
      return within(rate, 0.4, 0.6) ? near('side', factor(rate)) : undefined;
    },
    show: async (film) => {
      for (const rate of [0.3, 0.4, 0.5]) {
        await film.set({ ...chapter, 'learning-rate': rate });
        await film.pause(1200);
      }
    },
  },
  {
    id: 'jumps',
    judge: (trail) => {
      const { rate = Number.NaN, fate } = trail.at(-1) ?? {};
      if (fate === 'jumps') return found(written(rate, 3), factor(rate));
      return within(rate, 0.85, 1.2) ? near(fate === 'flies' ? 'grows' : 'shrinks', factor(rate)) : undefined;
    },
    show: async (film) => {
      for (const rate of [0.9, 0.95, 1]) {
        await film.set({ ...chapter, 'learning-rate': rate });
        await film.pause(1200);
      }
    },
  },
  {
    id: 'first-to-fly',
    judge: (trail) => {
      const last = trail.at(-1);
      const flying = trail.filter(({ fate }) => fate === 'flies').map(({ rate }) => rate);
      const smallest = Math.min(...flying);
      const below = Math.max(...trail.filter(({ rate, fate }) => fate !== 'flies' && rate < smallest).map(({ rate }) => rate));
      if (flying.length > 0 && smallest - below <= neighbours) return found(written(smallest, 3), written(below, 3), factor(smallest));
      return last?.fate === 'flies' ? near('smaller', written(last.rate, 3)) : undefined;
    },
    show: async (film) => {
      for (const rate of [1.1, 1, 1.05]) {
        await film.set({ ...chapter, 'learning-rate': rate });
        await film.pause(1200);
      }
    },
  },
];
