import { found, near, type Task } from '../base/tasks/task.ts';
import type { Quiz } from './quiz.ts';
import { mistakes } from './state.ts';

/** What *Show me* does with a quiz of its own. */
export interface Demonstration {
  readonly begin: () => void;
  /** Both programs have run. */
  readonly ready: () => boolean;
  readonly answer: () => void;
  readonly next: () => void;
}

/** Spot all thirteen. */
export function spotTask({ begin, ready, answer, next }: Demonstration): Task<Quiz> {
  return {
    id: 'all',
    judge: (trail) => {
      const last = trail.at(-1);
      if (!last?.answer) return undefined;
      if (last.spotted === mistakes.length) return found(String(last.answers));
      return last.answer === 'wrong' ? near('by-hand') : undefined;
    },
    show: async (film) => {
      begin();
      await film.set({ mistake: null, form: null, bench: null });
      for (const [at] of mistakes.entries()) {
        if (at > 0) {
          next();
          await film.set({});
        }
        await film.until(ready);
        await film.pause(700);
        answer();
        await film.set({});
        await film.pause(1100);
      }
    },
  };
}
