import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, type Reading, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['y', 'label'];

/** The classes, 0 … 9. */
export const classes: readonly number[] = Array.from({ length: 10 }, (_, k) => k);

/** The answers of 4.2.1 to a 2: one that takes it for a 2, and one that takes it for a 7. */
export const answers = {
  right: [0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0],
  wrong: [0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0],
  even: classes.map(() => 0.1),
} as const;
export type AnswerName = keyof typeof answers;

const labelRule: NumberRule = { attribute: 'label', lowest: 0, highest: 9, integer: true, fallback: 2 };
/** What rounding ten probabilities for an address can do to their sum. */
const tolerance = 1e-4;

export interface State {
  /** The probabilities that the net gives to the ten classes. */
  readonly y: readonly number[];
  /** The right class. */
  readonly label: number;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const y = readProbabilities(attribute('y'));
  const label = readNumber(attribute('label'), labelRule);
  return { y: y.value, label: label.value, problems: problemsOf(y, label) };
}

export function sumOf(y: readonly number[]): number {
  return y.reduce((total, probability) => total + probability, 0);
}

/** As `readState` reads them back: short enough for an address. */
export function writeProbabilities(y: Iterable<number>): string {
  return Array.from(y, (probability) => Number(probability.toFixed(6))).join(',');
}

function readProbabilities(text: string | null): Reading<readonly number[]> {
  if (text === null) return { value: answers.right };
  const given = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (given.length === classes.length && given.every((probability) => probability >= 0) && Math.abs(sumOf(given) - 1) <= tolerance) return { value: given };
  const allowed = { kind: 'probabilities', count: classes.length } as const;
  return { value: answers.right, problem: { attribute: 'y', given: text, allowed, used: answers.right.join(', ') } };
}
