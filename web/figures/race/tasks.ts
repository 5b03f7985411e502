import { found, near, type Task } from '../base/tasks/task.ts';
import type { Measure } from './measure.ts';
import { guessOf } from './state.ts';

/** What the reader says that the training takes, in seconds, and what was measured. */
export interface Guess extends Measure {
  readonly guess: number;
  /** The table that gives it away was open. */
  readonly peeked: boolean;
}

export interface GuessTaskOptions {
  /** A time in words. */
  readonly text: (seconds: number) => string;
  /** Once the digits are there. */
  readonly ready: () => boolean;
  readonly start: () => void;
  readonly measured: () => Measure | undefined;
}

const factor = 2;

export function isNear({ guess, training }: Pick<Guess, 'guess' | 'training'>): boolean {
  return guess <= factor * training && training <= factor * guess;
}

/** How long would 10,000 naive gradients take on this machine? */
export function guessTask({ text, ready, start, measured }: GuessTaskOptions): Task<Guess> {
  return {
    id: 'ten-thousand',
    judge: (trail) => {
      const last = trail.at(-1);
      if (!last) return undefined;
      if (last.peeked) return { kind: 'near', hint: 'peeked', atOnce: true };
      return isNear(last) ? found(text(last.guess), text(last.training), text(last.gradient)) : near('multiply', text(last.gradient));
    },
    show: async (film) => {
      await film.until(ready);
      start();
      await film.until(() => measured() !== undefined);
      const { gradient } = measured() as Measure;
      for (const count of [1, 10, 100, 1000, 10_000]) {
        await film.set({ guess: guessOf(count * gradient) });
        await film.pause(900);
      }
    },
  };
}
