import type { Histogram } from '../../engine/api/api.ts';
import type { Drawn } from './compute.ts';

/** A thousand mini-batches that were drawn before, as a ghost behind those that are shown. */
export interface Earlier {
  readonly batchSize: number;
  readonly deviation: number;
  readonly histogram: Histogram;
}

/** So many can be told apart. */
const mostEarlier = 3;

/** With the latest at the end; of each batch size one. */
export function withDraw(earlier: readonly Earlier[], { batchSize, standardDeviation, histogram }: Drawn): readonly Earlier[] {
  return [...earlier.filter((each) => each.batchSize !== batchSize), { batchSize, deviation: standardDeviation, histogram }].slice(-mostEarlier - 1);
}

/** Without the present one. */
export function ghostsOf(earlier: readonly Earlier[], batchSize: number): readonly Earlier[] {
  return earlier.filter((each) => each.batchSize !== batchSize).slice(-mostEarlier);
}
