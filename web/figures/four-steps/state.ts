import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, problemsOf, readName, readNumber } from '../base/state/reading.ts';
import { batchRule, rateRule, seedRule } from '../learning/rules.ts';

export const stateAttributes = ['batch-size', 'after', 'learning-rate', 'seed'];

/** Iterations that the net has learnt already, with batches of the chapter's size. */
export const starts = ['0', '500', '2000'] as const;
export type Start = (typeof starts)[number];

export const batchSizes = [100, 10, 1] as const;

export interface State {
  readonly batchSize: number;
  readonly after: Start;
  readonly learningRate: number;
  readonly seed: number;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const batchSize = readNumber(attribute('batch-size'), batchRule);
  // Before that even a batch of 100 is now and then uphill for all.
  const after = readName('after', attribute('after'), starts, '500');
  const learningRate = readNumber(attribute('learning-rate'), rateRule);
  const seed = readNumber(attribute('seed'), seedRule);
  return {
    batchSize: batchSize.value,
    after: after.value,
    learningRate: learningRate.value,
    seed: seed.value,
    problems: problemsOf(batchSize, after, learningRate, seed),
  };
}
