// What a caller hands in is checked here, before Embind would round, wrap or coerce it. The engine checks the rest: what depends
// on other arguments. Messages have one form: what, what was given, what is allowed.

import type { Grid } from './api-calculus.ts';

interface TypedArrays {
  Float64Array: Float64Array;
  Float32Array: Float32Array;
  Uint8Array: Uint8Array;
  Uint32Array: Uint32Array;
  Int32Array: Int32Array;
}

export type Given = Readonly<Record<string, unknown>>;

/** A value in a few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const name = Object.prototype.toString.call(value).slice(8, -1);
  return /^[AEIOU]/.test(name) ? `an ${name}` : `a ${name}`;
}

export function wrongType(name: string, value: unknown, allowed: string): TypeError {
  return new TypeError(`${name} is ${shown(value)}; allowed is ${allowed}`);
}

export function outOfRange(name: string, value: unknown, allowed: string): RangeError {
  return new RangeError(`${name} is ${shown(value)}; allowed is ${allowed}`);
}

/** A number that is not NaN. Infinity is left to the engine, which says what it allows. */
export function number(name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(name, value, 'a number');
  if (Number.isNaN(value)) throw outOfRange(name, value, 'a number that is not NaN');
  return value;
}

/** A whole number from `least` to `most`. */
export function whole(name: string, value: unknown, least: number, most: number): number {
  const allowed = `a whole number from ${least} to ${most}`;
  if (typeof value !== 'number') throw wrongType(name, value, allowed);
  if (!Number.isInteger(value) || value < least || value > most) throw outOfRange(name, value, allowed);
  return value;
}

/** A whole number that the engine holds as int; it checks the sign. */
export const int = (name: string, value: unknown): number => whole(name, value, -(2 ** 31), 2 ** 31 - 1);

/** A number of things, or of one among them. */
export const index = (name: string, value: unknown): number => whole(name, value, 0, 2 ** 32 - 1);

/** How many rows or the like there are: at least one. */
export const count = (name: string, value: unknown): number => whole(name, value, 1, 2 ** 31 - 1);

export const seed = (name: string, value: unknown): number => whole(name, value, 0, Number.MAX_SAFE_INTEGER);

export function flag(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType(name, value, 'true or false');
  return value;
}

export function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(name, value, 'a string');
  return value;
}

export function texts(name: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw wrongType(name, value, 'an array of strings');
  return Array.from(value, (entry: unknown, i) => text(`${name}[${i}]`, entry));
}

/** A typed array of that kind, and of that length where one is given. */
export function typed<Kind extends keyof TypedArrays>(name: string, value: unknown, kind: Kind, length?: number): TypedArrays[Kind] {
  const allowed = `a ${kind}${length === undefined ? '' : ` of ${length} values`}`;
  if (!ArrayBuffer.isView(value) || Object.prototype.toString.call(value) !== `[object ${kind}]`) throw wrongType(name, value, allowed);
  const array = value as TypedArrays[Kind];
  if (length !== undefined && array.length !== length) throw wrongType(`${name}.length`, array.length, String(length));
  return array;
}

export function object(name: string, value: unknown): Given {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(name, value, 'an object');
  return value as Given;
}

/** Those of the options that are given, each checked by the function of its name; the engine has the defaults of the others. */
export function options(name: string, value: unknown, checks: Readonly<Record<string, (name: string, value: unknown) => unknown>>): Given {
  const given = object(name, value);
  return Object.fromEntries(
    Object.entries(checks)
      .filter(([key]) => given[key] !== undefined)
      .map(([key, check]) => [key, check(key, given[key])]),
  );
}

/** [lowest, highest] */
export function range(name: string, value: unknown): [number, number] {
  if (!Array.isArray(value) || value.length !== 2) throw wrongType(name, value, 'an array [lowest, highest] of two numbers');
  return [number(`${name}[0]`, value[0]), number(`${name}[1]`, value[1])];
}

export function grid(name: string, value: unknown): Grid {
  const given = object(name, value);
  return {
    x0: range(`${name}.x0`, given.x0),
    x1: range(`${name}.x1`, given.x1),
    columns: int(`${name}.columns`, given.columns),
    rows: int(`${name}.rows`, given.rows),
  };
}
