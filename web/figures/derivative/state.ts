import type { Scheme } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type NumberRule, type Point, problemsOf, readName, readNumber, readRange } from '../base/state/reading.ts';

export const stateAttributes = ['f', 'x', 'h', 'scheme', 'range'];
export const schemes: readonly Scheme[] = ['central', 'forward', 'backward'];
export const xRule: NumberRule = { attribute: 'x', lowest: -1000, highest: 1000, fallback: 1 };
export const hRule: NumberRule = { attribute: 'h', lowest: 1e-15, highest: 1, fallback: 1e-4 };

/** A function with the place and the part of the x axis that suit it. */
export interface Preset {
  readonly f: string;
  readonly x: number;
  readonly range: Point;
}

export const sine: Preset = { f: 'sin(x)', x: 1, range: [-2, 4] };
/** The chapter's: its central difference is exact. */
export const parabola: Preset = { f: '0.01*x^2+0.1*x', x: 5, range: [0, 20] };

export interface State {
  readonly f: string;
  readonly x: number;
  readonly h: number;
  readonly scheme: Scheme;
  /** The part of the x axis that is shown. */
  readonly range: Point;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const f = attribute('f') ?? sine.f;
  const suits = f === parabola.f ? parabola : sine;
  const x = readNumber(attribute('x'), { ...xRule, fallback: suits.x });
  const h = readNumber(attribute('h'), hRule);
  const scheme = readName('scheme', attribute('scheme'), schemes, 'central');
  const range = readRange('range', attribute('range'), suits.range);
  return { f, x: x.value, h: h.value, scheme: scheme.value, range: range.value, problems: problemsOf(x, h, scheme, range) };
}
