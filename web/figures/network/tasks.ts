import type { Task } from '../base/tasks/task.ts';
import type { Flow } from './compute.ts';
import { loudestOf, verdictOf, voicesFor } from './voices.ts';

export interface LoudestOptions {
  /** Once the net has learnt and the digit has arrived. */
  readonly flow: () => Flow | undefined;
  /** The hidden unit that was pointed at since the last look. */
  readonly pointed: () => number | undefined;
}

/** Which hidden unit speaks loudest for the answer? */
export function loudestTask({ flow, pointed }: LoudestOptions): Task {
  return {
    id: 'loudest',
    judge: () => {
      const [now, unit] = [flow(), pointed()];
      return now && unit !== undefined ? verdictOf(voicesFor(now, now.answer), unit) : undefined;
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
