import { found, near, type Task } from '../base/tasks/task.ts';
import type { Apart } from './readers.ts';

/** A digit that was named first, and then drawn. */
export interface Attempt {
  readonly meant: number;
  /** What the two nets read. */
  readonly few: number;
  readonly all: number;
}

/** What *Show me* asks of the figure: the test digit that it shows, once both nets have learnt. */
export type ApartFound = () => Apart | undefined;

/** A digit that the net of 100 digits gets wrong, and that of all gets right. */
export function apartTask(apart: ApartFound): Task<Attempt> {
  return {
    id: 'apart',
    judge: (trail) => {
      const last = trail.at(-1);
      if (!last) return undefined;
      const { meant, few, all } = last;
      if (all !== meant) return near('scrawl', String(all));
      return few === meant ? near('both') : found(String(meant), String(few));
    },
    show: async (film) => {
      await film.set({ drawing: null, meant: null, digit: null });
      await film.until(() => apart() !== undefined);
      const { digit, label } = apart() as Apart;
      await film.set({ digit });
      await film.pause(1500);
      await film.set({ meant: label });
      await film.pause(1500);
    },
  };
}
