import { counted, written } from '../base/controls/numbers.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import { thousandDraws } from './state.ts';

/** A thousand mini-batches that the reader has drawn. */
export interface Draw {
  /** Of the net. */
  readonly iterations: number;
  readonly batchSize: number;
  readonly deviation: number;
}

/** What counts as half: a thousand draws measure it to about three in a hundred. */
const half = { lowest: 0.45, highest: 0.55 };
/** Wider than that is no attempt at a half. */
const close = 0.8;

function judge(trail: readonly Draw[]): Verdict | undefined {
  const last = trail.at(-1);
  if (!last) return undefined;
  const pairs = trail
    .filter(({ iterations, batchSize }) => iterations === last.iterations && batchSize !== last.batchSize)
    .map((other) => {
      const [small, large] = other.batchSize < last.batchSize ? [other, last] : [last, other];
      return { small, large, ratio: large.deviation / small.deviation, factor: written(large.batchSize / small.batchSize, 3) };
    })
    .reverse();
  const halved = pairs.find(({ ratio }) => ratio >= half.lowest && ratio <= half.highest);
  if (halved) {
    const { small, large, factor } = halved;
    return found(counted(small.batchSize), counted(large.batchSize), written(small.deviation, 3), written(large.deviation, 3), factor);
  }
  const [pair] = pairs;
  if (!pair || pair.ratio > close) return undefined;
  return near(pair.ratio > half.highest ? 'tooWide' : 'tooNarrow', pair.factor, written(pair.ratio, 2));
}

const shownSizes = [100, 200, 400];

/** Make the histogram half as wide. `ready`: the net that is asked for has learnt; `drawn`: a thousand of that size have been drawn. */
export function halfWidthTask(ready: () => boolean, drawn: (size: number) => boolean): Task<Draw> {
  return {
    id: 'half-width',
    judge,
    show: async (film) => {
      await film.set({ iterations: null, seed: null, draw: null, 'batch-size': null });
      await film.until(ready);
      for (const size of shownSizes) {
        await film.set({ draw: thousandDraws, 'batch-size': size });
        // Off the screen nothing is drawn: it goes on, and is looked at, when it is seen again.
        await film.until(() => drawn(size));
        await film.set({});
        await film.pause(1500);
      }
    },
  };
}
