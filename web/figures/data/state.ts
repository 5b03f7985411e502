import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, readName, readNumber } from '../base/state/reading.ts';
import { seedRule } from '../learning/rules.ts';

export const stateAttributes = ['digit', 'row', 'column', 'only', 'test-fraction', 'seed'];

/** Pixels along each side of a digit. */
export const side = 28;
export const labels = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type Only = 'all' | (typeof labels)[number];
export const onlyNames: readonly Only[] = ['all', ...labels];

/** Of the digits of the page, before they have come. */
const usualCount = 10_000;

const rowRule = { attribute: 'row', lowest: 0, highest: side - 1, integer: true, fallback: 15 };
const columnRule = { ...rowRule, attribute: 'column', fallback: 14 };
const fractionRule = { attribute: 'test-fraction', lowest: 0.01, highest: 0.99, fallback: 0.2 };

export interface State {
  /** The number of the chosen digit. */
  readonly digit: number;
  /** Of the chosen pixel. */
  readonly row: number;
  readonly column: number;
  /** The wall shows all digits, or those with this label. */
  readonly only: Only;
  readonly testFraction: number;
  /** Of the split. */
  readonly seed: number;
  readonly problems: readonly Problem[];
}

/** `count`: how many digits there are. */
export function readState(attribute: Attributes, count = usualCount): State {
  const digitRule: NumberRule = { attribute: 'digit', lowest: 0, highest: count - 1, integer: true, fallback: 18 };
  const digit = readNumber(attribute('digit'), digitRule);
  const row = readNumber(attribute('row'), rowRule);
  const column = readNumber(attribute('column'), columnRule);
  const only = readName('only', attribute('only'), onlyNames, 'all');
  const testFraction = readNumber(attribute('test-fraction'), fractionRule);
  const seed = readNumber(attribute('seed'), seedRule);
  return {
    digit: digit.value,
    row: row.value,
    column: column.value,
    only: only.value,
    testFraction: testFraction.value,
    seed: seed.value,
    problems: problemsOf(digit, row, column, only, testFraction, seed),
  };
}
