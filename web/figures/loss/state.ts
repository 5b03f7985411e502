import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type ListRule, type NumberRule, problemsOf, type Reading, readList, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['y', 'label', 'kept'];

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
const mostKept = 3;
const keptRule: ListRule<Answer> = { attribute: 'kept', most: mostKept, example: '2:0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1', entry: answerOf };

export interface Answer {
  /** The probabilities that the net gives to the ten classes. */
  readonly y: readonly number[];
  /** The right class. */
  readonly label: number;
}

export interface State extends Answer {
  /** What the reader compares it with, the latest last. */
  readonly kept: readonly Answer[];
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const y = readProbabilities(attribute('y'));
  const label = readNumber(attribute('label'), labelRule);
  const kept = readList(attribute('kept'), keptRule);
  return { y: y.value, label: label.value, kept: kept.value, problems: problemsOf(y, label, kept) };
}

/** As an entry of `kept`. */
export function answerText({ y, label }: Answer): string {
  return `${label}:${writeProbabilities(y)}`;
}

/** The attribute `kept` with one more answer, at the end. The oldest gives way. */
export function withAnswer(kept: readonly Answer[], answer: Answer): string {
  const text = answerText(answer);
  const others = kept.map(answerText).filter((each) => each !== text);
  return [...others, text].slice(-mostKept).join(';');
}

export function sumOf(y: readonly number[]): number {
  return y.reduce((total, probability) => total + probability, 0);
}

/** As `readState` reads them back: short enough for an address. */
export function writeProbabilities(y: ArrayLike<number>): string {
  return Array.from(y, (probability) => Number(probability.toFixed(6))).join(',');
}

function answerOf(text: string): Answer | undefined {
  const [label = '', probabilities = '', ...more] = text.split(':');
  const y = probabilitiesOf(probabilities);
  return y && /^\d$/.test(label) && more.length === 0 ? { y, label: Number(label) } : undefined;
}

function probabilitiesOf(text: string): readonly number[] | undefined {
  const given = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const usable = given.length === classes.length && given.every((probability) => probability >= 0) && Math.abs(sumOf(given) - 1) <= tolerance;
  return usable ? given : undefined;
}

function readProbabilities(text: string | null): Reading<readonly number[]> {
  if (text === null) return { value: answers.right };
  const value = probabilitiesOf(text);
  if (value) return { value };
  const allowed = { kind: 'probabilities', count: classes.length } as const;
  return { value: answers.right, problem: { attribute: 'y', given: text, allowed, used: answers.right.join(', ') } };
}
