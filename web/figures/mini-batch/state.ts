import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, readName, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['batch-size', 'seed', 'iterations', 'draw'];

export const batchRule: NumberRule = { attribute: 'batch-size', lowest: 1, highest: 1000, integer: true, fallback: 100 };
export const seedRule: NumberRule = { attribute: 'seed', lowest: 0, highest: 1_000_000, integer: true, fallback: 1 };
/** How long the net has learnt. */
export const iterationChoices = ['0', '500', '2000'] as const;
export type IterationChoice = (typeof iterationChoices)[number];

/** How many mini-batches are drawn at a time, once one has been seen. */
export const batches = 1000;
/** The value of `draw` with which they are. */
export const thousandDraws = 'thousand';

export interface State {
  readonly batchSize: number;
  /** Of the draw; another one draws other mini-batches. */
  readonly seed: number;
  readonly iterations: IterationChoice;
  /** A thousand mini-batches are shown, not one. */
  readonly thousand: boolean;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const batchSize = readNumber(attribute('batch-size'), batchRule);
  const seed = readNumber(attribute('seed'), seedRule);
  const iterations = readName('iterations', attribute('iterations'), iterationChoices, '500');
  const draw = readName('draw', attribute('draw'), ['one', thousandDraws], 'one');
  return {
    batchSize: batchSize.value,
    seed: seed.value,
    iterations: iterations.value,
    thousand: draw.value === thousandDraws,
    problems: problemsOf(batchSize, seed, iterations, draw),
  };
}

/** The batch size at a place on a log axis; a move too small to reach the next whole number goes there all the same. */
export function batchSizeAt(exponent: number, now: number): number {
  const nearest = Math.round(10 ** exponent);
  const wanted = nearest === now ? now + Math.sign(Math.round(1e6 * (exponent - Math.log10(now)))) : nearest;
  return Math.min(batchRule.highest, Math.max(batchRule.lowest, wanted));
}
