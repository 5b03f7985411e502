import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type ListRule, type NumberRule, problemsOf, readList, readName, readNumber } from '../base/state/reading.ts';
import { seedRule } from '../learning/rules.ts';

export const stateAttributes = ['digit', 'row', 'column', 'ink', 'paper', 'pen', 'only', 'test-fraction', 'seed'];

/** Pixels along each side of a digit. */
export const side = 28;
export const labels = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type Only = 'all' | (typeof labels)[number];
export const onlyNames: readonly Only[] = ['all', ...labels];

/** What a pixel is painted with; the last makes it again what it was. */
export const pens = ['ink', 'paper', 'restore'] as const;
export type Pen = (typeof pens)[number];

/** Of the digits of the page, before they have come. */
const usualCount = 10_000;

const rowRule = { attribute: 'row', lowest: 0, highest: side - 1, integer: true, fallback: 15 };
const columnRule = { ...rowRule, attribute: 'column', fallback: 14 };
const fractionRule = { attribute: 'test-fraction', lowest: 0.01, highest: 0.99, fallback: 0.2 };

const paintRule = (attribute: string): ListRule<number> => ({ attribute, most: side * side, example: '406,407', separator: ',', entry: pixelOf });

export interface State {
  /** The number of the chosen digit. */
  readonly digit: number;
  /** Of the chosen pixel. */
  readonly row: number;
  readonly column: number;
  /** The numbers of the pixels that are painted 255, and of those that are painted 0: row · 28 + column. */
  readonly ink: readonly number[];
  readonly paper: readonly number[];
  readonly pen: Pen;
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
  const ink = readList(attribute('ink'), paintRule('ink'));
  const paper = readList(attribute('paper'), paintRule('paper'));
  const pen = readName('pen', attribute('pen'), pens, 'ink');
  const only = readName('only', attribute('only'), onlyNames, 'all');
  const testFraction = readNumber(attribute('test-fraction'), fractionRule);
  const seed = readNumber(attribute('seed'), seedRule);
  return {
    digit: digit.value,
    row: row.value,
    column: column.value,
    ink: ink.value,
    paper: paper.value,
    pen: pen.value,
    only: only.value,
    testFraction: testFraction.value,
    seed: seed.value,
    problems: problemsOf(digit, row, column, ink, paper, pen, only, testFraction, seed),
  };
}

function pixelOf(text: string): number | undefined {
  const pixel = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(pixel) && pixel >= 0 && pixel < side * side ? pixel : undefined;
}
