import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['batch-size', 'hidden-size', 'seed'];

export const batchRule: NumberRule = { attribute: 'batch-size', lowest: 1, highest: 500, integer: true, fallback: 100 };
export const hiddenRule: NumberRule = { attribute: 'hidden-size', lowest: 1, highest: 200, integer: true, fallback: 50 };
/** Of the first weights. */
export const seedRule: NumberRule = { attribute: 'seed', lowest: 0, highest: 999_999, integer: true, fallback: 1 };

export interface State {
  readonly batchSize: number;
  readonly hiddenSize: number;
  readonly seed: number;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const batchSize = readNumber(attribute('batch-size'), batchRule);
  const hiddenSize = readNumber(attribute('hidden-size'), hiddenRule);
  const seed = readNumber(attribute('seed'), seedRule);
  return { batchSize: batchSize.value, hiddenSize: hiddenSize.value, seed: seed.value, problems: problemsOf(batchSize, hiddenSize, seed) };
}

/** What needs another race when it changes. */
export const courseOf = ({ batchSize, hiddenSize, seed }: State): string => [batchSize, hiddenSize, seed].join(' ');
