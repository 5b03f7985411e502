import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, problemsOf, type Reading, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['weight', 'value', 'span'];

/** The number of a parameter of the 784-50-10 net, in the order W1, b1, W2, b2; by default that of W2 from hidden unit 4 to output 7. */
export const weightRule: NumberRule = { attribute: 'weight', lowest: 0, highest: 39_759, integer: true, fallback: 39_297 };
const valueRule: NumberRule = { attribute: 'value', lowest: -1000, highest: 1000, fallback: Number.NaN };
/** How far the sweep goes to each side. */
export const spanRule: NumberRule = { attribute: 'span', lowest: 0.01, highest: 20, fallback: 4 };

export interface State {
  readonly weight: number;
  /** What the reader has set the weight to; undefined while it is as the net has learnt it. */
  readonly value: number | undefined;
  readonly span: number;
  readonly problems: readonly Problem[];
}

/** `learntName`: what the reader calls the weight as the net has learnt it. */
export function readState(attribute: Attributes, learntName: string): State {
  const weight = readNumber(attribute('weight'), weightRule);
  const value = readValue(attribute('value'), learntName);
  const span = readNumber(attribute('span'), spanRule);
  return { weight: weight.value, value: value.value, span: span.value, problems: problemsOf(weight, value, span) };
}

function readValue(text: string | null, learntName: string): Reading<number | undefined> {
  const { value, problem } = readNumber(text, valueRule);
  return { value: Number.isNaN(value) ? undefined : value, ...(problem && { problem: { ...problem, used: learntName } }) };
}
