import type { LossSeries } from '../../draw/loss-history.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';

/** What is asked for: the share of the test data that is read. */
export const goal = 0.8;
/** Where a run that plays ends. */
export const lastIteration = 10_000;

/** A run as it is compared with others. */
export interface RunRecord {
  /** Equal for runs that can be compared: they differ in the rate alone. */
  readonly of: string;
  readonly rate: number;
  /** It had that rate all the way. */
  readonly steady: boolean;
  /** A film had it learn, not the reader. */
  readonly shown: boolean;
  /** Nothing is added to it any more. */
  readonly over: boolean;
  readonly iterations: number;
  readonly losses: LossSeries;
  readonly accuracies: readonly Accuracy[];
}

/** After how many iterations it was first measured to read so much. */
export function crossingOf({ accuracies }: Pick<RunRecord, 'accuracies'>): number | undefined {
  return accuracies.find(({ test }) => test >= goal)?.iteration;
}

/** The accuracy on the test data that was measured last. */
export function endOf({ accuracies }: Pick<RunRecord, 'accuracies'>): number | undefined {
  return accuracies.at(-1)?.test;
}
