import type { Allowed, Problem } from '../../../i18n/shared.ts';

// Reads the text of attributes (or of an address). What cannot be read gives the default and a problem that the figure tells in words.

/** The text of an attribute, null where it is not set. */
export type Attributes = (name: string) => string | null;

export interface Reading<T> {
  readonly value: T;
  readonly problem?: Problem;
}

export interface NumberRule {
  readonly attribute: string;
  readonly lowest: number;
  readonly highest: number;
  readonly integer?: boolean;
  readonly fallback: number;
}

export function allowedBy({ lowest, highest, integer }: NumberRule): Allowed {
  return { kind: integer ? 'integer' : 'number', lowest, highest };
}

export function obeys(value: number, { lowest, highest, integer }: NumberRule): boolean {
  return value >= lowest && value <= highest && (!integer || Number.isInteger(value));
}

export function readNumber(text: string | null, rule: NumberRule): Reading<number> {
  if (text === null) return { value: rule.fallback };
  const value = numberOf(text);
  return obeys(value, rule) ? { value } : refused(rule.attribute, text, allowedBy(rule), rule.fallback, String(rule.fallback));
}

/** None where the attribute is not set, or cannot be used. */
export function readChoice(text: string | null, rule: NumberRule): Reading<number | undefined> {
  if (text === null) return { value: undefined };
  const { value, problem } = readNumber(text, rule);
  return problem ? { value: undefined, problem: { ...problem, used: '–' } } : { value };
}

export type Point = readonly [number, number];

/** Two finite numbers with a comma between them. */
export function readPoint(attribute: string, text: string | null, fallback: Point): Reading<Point> {
  if (text === null) return { value: fallback };
  const point = pairOf(text);
  return point ? { value: point } : refused(attribute, text, { kind: 'point' }, fallback, fallback.join(', '));
}

/** Outside of these an axis has no ticks that can be told apart, or no width at all. */
const rangeLimits = { largest: 1_000_000, narrowest: 0.000001 };

/** Two numbers with a comma between them, the second larger: the part of an axis that is shown. */
export function readRange(attribute: string, text: string | null, fallback: Point): Reading<Point> {
  if (text === null) return { value: fallback };
  const range = pairOf(text);
  const { largest, narrowest } = rangeLimits;
  if (range?.every((end) => Math.abs(end) <= largest) && range[1] - range[0] >= narrowest) return { value: range };
  return refused(attribute, text, { kind: 'range', ...rangeLimits }, fallback, fallback.join(', '));
}

export function readName<T extends string>(attribute: string, text: string | null, names: readonly T[], fallback: T): Reading<T> {
  if (text === null) return { value: fallback };
  const name = names.find((each) => each === text);
  return name === undefined ? refused(attribute, text, { kind: 'one of', names }, fallback, fallback) : { value: name };
}

export interface NumbersRule {
  readonly attribute: string;
  readonly lowest: number;
  readonly highest: number;
  /** Its length is how many numbers there must be. */
  readonly fallback: readonly number[];
}

/** As many numbers as `fallback` has, with commas between them. */
export function readNumbers(text: string | null, { attribute, lowest, highest, fallback }: NumbersRule): Reading<readonly number[]> {
  if (text === null) return { value: fallback };
  const given = text.split(',').map(numberOf);
  const usable = given.length === fallback.length && given.every((value) => value >= lowest && value <= highest);
  return usable ? { value: given } : refused(attribute, text, { kind: 'numbers', count: fallback.length, lowest, highest }, fallback, fallback.join(', '));
}

export interface ListRule<T> {
  readonly attribute: string;
  readonly most: number;
  /** Of a list that can be used. */
  readonly example: string;
  /** Between two entries; a semicolon by default. */
  readonly separator?: string;
  /** undefined where the text cannot be used. */
  readonly entry: (text: string) => T | undefined;
}

/** Entries with separators between them; none where the attribute is not set. */
export function readList<T>(text: string | null, { attribute, most, example, separator = ';', entry }: ListRule<T>): Reading<readonly T[]> {
  if (text === null || text === '') return { value: [] };
  const given = text.split(separator).map((each) => ({ text: each, entry: entry(each) }));
  const kept = given.filter((each) => each.entry !== undefined).slice(0, most);
  const value = kept.map((each) => each.entry as T);
  return kept.length === given.length ? { value } : refused(attribute, text, { kind: 'list', most, example }, value, kept.map((each) => each.text).join(separator) || '–');
}

export function problemsOf(...readings: readonly Reading<unknown>[]): Problem[] {
  return readings.flatMap(({ problem }) => (problem ? [problem] : []));
}

/** Two finite numbers with a comma between them. */
export function pairOf(text: string): Point | undefined {
  const parts = text.split(',');
  const [first, second] = parts.map(numberOf);
  return parts.length === 2 && Number.isFinite(first) && Number.isFinite(second) ? [first as number, second as number] : undefined;
}

/** Number('') is 0, which nobody means. */
function numberOf(text: string): number {
  // A 0 is added so that −0 is 0.
  return text.trim() === '' ? Number.NaN : Number(text) + 0;
}

function refused<T>(attribute: string, given: string, allowed: Allowed, value: T, used: string): Reading<T> {
  return { value, problem: { attribute, given, allowed, used } };
}
