import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, readNumber } from '../base/state/reading.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { seedRule } from '../learning/rules.ts';

export const stateAttributes = ['guess', 'batch-size', 'hidden-size', 'seed'];

export const batchRule: NumberRule = { attribute: 'batch-size', lowest: 1, highest: 500, integer: true, fallback: chapterSettings.batchSize };
export const hiddenRule: NumberRule = { attribute: 'hidden-size', lowest: 1, highest: 200, integer: true, fallback: chapterSettings.hiddenSize };

/** In seconds, up to ten years. */
export const guessRule: NumberRule = { attribute: 'guess', lowest: 1, highest: 315_576_000, integer: true, fallback: 3600 };

export interface State {
  /** How long, in seconds, the reader thinks that the training takes by the naive way. */
  readonly guess: number;
  readonly batchSize: number;
  readonly hiddenSize: number;
  readonly seed: number;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const guess = readNumber(attribute('guess'), guessRule);
  const batchSize = readNumber(attribute('batch-size'), batchRule);
  const hiddenSize = readNumber(attribute('hidden-size'), hiddenRule);
  const seed = readNumber(attribute('seed'), seedRule);
  return { guess: guess.value, batchSize: batchSize.value, hiddenSize: hiddenSize.value, seed: seed.value, problems: problemsOf(guess, batchSize, hiddenSize, seed) };
}

/** The guess nearest to so many seconds, to three digits. */
export function guessOf(seconds: number): number {
  return Math.min(guessRule.highest, Math.max(guessRule.lowest, Math.round(Number(seconds.toPrecision(3)))));
}

/** What needs another race when it changes. */
export const courseOf = ({ batchSize, hiddenSize, seed }: Omit<State, 'guess' | 'problems'>): string => [batchSize, hiddenSize, seed].join(' ');
