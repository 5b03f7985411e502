import { decimals, written } from '../base/controls/numbers.ts';
import { found, near, type Task } from '../base/tasks/task.ts';
import { outputs, weightNames } from './state.ts';

/** A weight that the reader has nudged before ∂L/∂W was uncovered. */
export interface Nudged {
  readonly weight: number;
  /** ∂L/∂W, of which the reader knows nothing yet. */
  readonly gradient: ArrayLike<number>;
  /** Of the loss, by this nudge. */
  readonly change: number;
}

/** Two inputs that are nearly equal make two weights matter most. */
const asGood = 0.98;
/** A net that has learnt its one sample has no weight that matters. */
const least = 1e-4;

export const tasks: readonly Task<Nudged>[] = [
  {
    id: 'matters-most',
    judge: (trail) => {
      const last = trail.at(-1);
      if (!last) return undefined;
      const { weight, gradient, change } = last;
      const sizes = Array.from(gradient, Math.abs);
      const largest = Math.max(...sizes);
      if (!(largest > least)) return undefined;
      if ((sizes[weight] as number) >= asGood * largest) return found(weightNames[weight] as string, decimals(change, 3), written(gradient[weight] as number, 3));
      return near(weight % outputs === sizes.indexOf(largest) % outputs ? 'input' : 'class');
    },
    show: async (film) => {
      await film.set({ w: null, x: null, t: null, gradient: null, bench: null });
      for (const weight of weightNames) {
        await film.set({ weight });
        await film.pause(1100);
      }
      await film.set({ gradient: true });
      await film.pause(1200);
    },
  },
];
