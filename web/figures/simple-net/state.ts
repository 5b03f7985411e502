import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, type NumbersRule, problemsOf, readName, readNumber, readNumbers } from '../base/state/reading.ts';

export const stateAttributes = ['w', 'x', 't', 'h', 'weight', 'gradient'];

/** By how much a weight grows where it is nudged: enough to be seen, little enough for the slope to tell. */
export const nudgeBy = 0.1;
/** Of a weight, or of an entry of the gradient, that has the full colour, and the widest line; the same for every net. */
export const fullWeight = 1.5;

export const inputs = 2;
export const outputs = 3;
/** The classes, 0 … 2. */
export const classes: readonly number[] = Array.from({ length: outputs }, (_, k) => k);
/** The weights in the order of W, row by row: w12 leads from the first input to the second output. */
export const weightNames = ['w11', 'w12', 'w13', 'w21', 'w22', 'w23'] as const;
export type WeightName = (typeof weightNames)[number];

const weightsRule: NumbersRule = { attribute: 'w', lowest: -5, highest: 5, fallback: [0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093] };
const inputsRule: NumbersRule = { attribute: 'x', lowest: -5, highest: 5, fallback: [0.6, 0.9] };
const labelRule: NumberRule = { attribute: 't', lowest: 0, highest: outputs - 1, integer: true, fallback: 2 };
export const stepRule: NumberRule = { attribute: 'h', lowest: 1e-6, highest: 1, fallback: 1e-4 };

/** What one weight, and one input, may be. */
export const weightRule: NumberRule = { attribute: 'w', lowest: weightsRule.lowest, highest: weightsRule.highest, fallback: 0 };
export const inputRule: NumberRule = { attribute: 'x', lowest: inputsRule.lowest, highest: inputsRule.highest, fallback: 0 };

export interface State {
  /** Row by row. */
  readonly w: readonly number[];
  readonly x: readonly number[];
  /** The right class. */
  readonly label: number;
  /** Of the numerical gradient. */
  readonly h: number;
  /** The weight that is nudged, 0 … 5. */
  readonly weight: number;
  /** ∂L/∂W is uncovered. */
  readonly gradientShown: boolean;
  readonly problems: readonly Problem[];
}

/** The chapter's example by default. */
export function readState(attribute: Attributes): State {
  const w = readNumbers(attribute('w'), weightsRule);
  const x = readNumbers(attribute('x'), inputsRule);
  const label = readNumber(attribute('t'), labelRule);
  const h = readNumber(attribute('h'), stepRule);
  const weight = readName<WeightName>('weight', attribute('weight'), weightNames, 'w13');
  return {
    w: w.value,
    x: x.value,
    label: label.value,
    h: h.value,
    weight: weightNames.indexOf(weight.value),
    gradientShown: attribute('gradient') !== null,
    problems: problemsOf(w, x, label, h, weight),
  };
}

/** `values` with another at `index`. */
export function withValue(values: readonly number[], index: number, value: number): string {
  return values.map((each, i) => (i === index ? value : each)).join(',');
}

/** As `readState` takes them: short enough for an address, no larger than they may be. */
export function writeWeights(w: Iterable<number>): string {
  const { lowest, highest } = weightsRule;
  return Array.from(w, (each) => Number(Math.min(highest, Math.max(lowest, each)).toFixed(8))).join(',');
}
