import type { Task } from '../base/tasks/task.ts';
import type { Flow } from './compute.ts';
import { loudestOf, verdictOf, voicesFor } from './voices.ts';

/** The reader has pointed at a hidden unit while a digit had flowed through the net that has learnt. */
export interface Pointed {
  readonly flow: Flow;
  readonly unit: number;
}

/** Which hidden unit speaks loudest for the answer? `flow`: once the net has learnt and the digit has arrived. */
export function loudestTask(flow: () => Flow | undefined): Task<Pointed> {
  return {
    id: 'loudest',
    judge: (trail) => {
      const last = trail.at(-1);
      return last && verdictOf(voicesFor(last.flow, last.flow.answer), last.unit);
    },
    show: async (film) => {
      await film.set({ digit: null, net: null, source: null, unit: null, output: null, guess: null });
      await film.until(() => flow() !== undefined);
      const shown = flow() as Flow;
      const voices = voicesFor(shown, shown.answer);
      const awake = voices.reduce((most, each) => (each.z > most.z ? each : most));
      const { unit } = loudestOf(voices);
      for (const each of [awake.unit, unit]) {
        await film.set({ unit: each });
        await film.pause(1800);
      }
      await film.set({ guess: unit, unit: null });
      await film.pause(1200);
    },
  };
}
