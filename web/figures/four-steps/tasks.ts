import { decimals } from '../base/controls/numbers.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import type { Iteration } from './stepper.ts';

/** What a film does beside setting attributes. */
export interface Stage {
  /** The net has learnt as much as was asked for. */
  ready(): boolean;
  /** The next phase; the iteration as it is then. */
  step(): Iteration;
}

/** From here on the table shows a rise of 0.001. */
const leastRise = 0.0005;
/** As many tries with batches of this size, and it is worth trying another. */
const many = 100;
const tries = 3;
/** A film tries no more. */
const mostTries = 24;

export const change = (value: number): string => `${value > 0 ? '+' : ''}${decimals(value, 3)}`;

/** On this batch and on all digits; undefined while the iteration is not over. */
export function changesOf({ before, after }: Iteration): { readonly own: number; readonly all: number } | undefined {
  return after && { own: after.own - before.own, all: after.all - before.all };
}

function isWorse(iteration: Iteration): boolean {
  const changes = changesOf(iteration);
  return changes !== undefined && changes.own < 0 && changes.all >= leastRise;
}

/** `trail`: iterations that are over, the latest last. */
export function judgeWorse(trail: readonly Iteration[]): Verdict | undefined {
  const last = trail.at(-1);
  const changes = last && changesOf(last);
  if (last && changes && isWorse(last)) return found(String(last.batchSize), change(changes.own), change(changes.all));
  const latest = trail.slice(-tries);
  return latest.length === tries && latest.every(({ batchSize }) => batchSize >= many) ? near('ten') : undefined;
}

export function worseTask({ ready, step }: Stage): Task<Iteration> {
  return {
    id: 'worse',
    judge: judgeWorse,
    show: async (film) => {
      await film.set({ 'batch-size': 10, after: '500', 'learning-rate': null, seed: null });
      for (let tried = 0; tried < mostTries; ) {
        await film.pause(400);
        // Also where a link of the page has asked for another net meanwhile.
        await film.until(ready);
        const iteration = step();
        if (iteration.after) tried++;
        if (isWorse(iteration)) return;
      }
    },
  };
}
