import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, readNumber } from '../base/state/reading.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { seedRule } from '../learning/rules.ts';

export const stateAttributes = ['batch-size', 'hidden-size', 'seed'];

export const batchRule: NumberRule = { attribute: 'batch-size', lowest: 1, highest: 500, integer: true, fallback: chapterSettings.batchSize };
export const hiddenRule: NumberRule = { attribute: 'hidden-size', lowest: 1, highest: 200, integer: true, fallback: chapterSettings.hiddenSize };

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
