import type { Problem } from '../../i18n/shared.ts';
import { drawingRule, type Stroke } from '../base/controls/strokes.ts';
import { type Attributes, problemsOf, readChoice, readList, readName, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['digit', 'net', 'source', 'drawing', 'unit', 'output', 'guess'];

export const side = 28;
export const hiddenSize = 50;
/** Hidden units beside one another. */
export const columns = 10;
export const outputs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const classes = outputs.length;

export const nets = ['untrained', 'trained'] as const;
export type NetName = (typeof nets)[number];

const sources = ['test', 'own'] as const;

/** Of the digits that are set aside. */
const usualTestSize = 2000;

const unitRule = { attribute: 'unit', lowest: 0, highest: hiddenSize - 1, integer: true, fallback: 0 };
const outputRule = { ...unitRule, attribute: 'output', highest: classes - 1 };
const guessRule = { ...unitRule, attribute: 'guess' };

export interface State {
  /** The number of the test digit. */
  readonly digit: number;
  readonly net: NetName;
  /** What flows through the net: a test digit, or the reader's own. */
  readonly source: (typeof sources)[number];
  readonly strokes: readonly Stroke[];
  /** The hidden unit that is open. */
  readonly unit: number | undefined;
  /** The output that is spelled out; that of the answer unless chosen. */
  readonly output: number | undefined;
  /** The hidden unit that was pointed at: only then are lines drawn to the answer. */
  readonly guess: number | undefined;
  readonly problems: readonly Problem[];
}

/** `testSize`: how many test digits there are. */
export function readState(attribute: Attributes, testSize = usualTestSize): State {
  const digit = readNumber(attribute('digit'), { attribute: 'digit', lowest: 0, highest: testSize - 1, integer: true, fallback: 0 });
  const net = readName('net', attribute('net'), nets, 'trained');
  const source = readName('source', attribute('source'), sources, 'test');
  const strokes = readList(attribute('drawing'), drawingRule);
  const unit = readChoice(attribute('unit'), unitRule);
  const output = readChoice(attribute('output'), outputRule);
  const guess = readChoice(attribute('guess'), guessRule);
  return {
    digit: digit.value,
    net: net.value,
    source: source.value,
    strokes: strokes.value,
    unit: unit.value,
    output: output.value,
    guess: guess.value,
    problems: problemsOf(digit, net, source, strokes, unit, output, guess),
  };
}

/** Where an arrow key leads from one hidden unit; undefined for any other key. */
export function unitByKey(unit: number, key: string): number | undefined {
  const row = Math.floor(unit / columns);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, unit - 1);
    case 'ArrowRight':
      return Math.min(hiddenSize - 1, unit + 1);
    case 'ArrowUp':
      return unit >= columns ? unit - columns : unit;
    case 'ArrowDown':
      return unit + columns < hiddenSize ? unit + columns : unit;
    case 'Home':
      return row * columns;
    case 'End':
      return row * columns + columns - 1;
    default:
      return undefined;
  }
}
