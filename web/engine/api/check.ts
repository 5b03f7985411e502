// What a caller hands in is checked here, before Embind would round, wrap or coerce it. The engine checks the rest: what depends
// on other arguments. Messages have one form: what, what was given, what is allowed.
//
// To read a property is to run the caller's code wherever it is a getter or of a Proxy, and that code may delete an object or detach an
// array that was checked before. So each function of the API goes in this order, and nothing of the caller's runs once the engine's
// functions are entered:
// 1. options, ranges, grids and lists are read, every property once, into values of our own;
// 2. typed arrays are taken (`typed`), and objects of the engine (EngineObject.rawOf): no property of theirs is asked for;
// 3. the engine is called.

import type { Grid } from './api-calculus.ts';
import { kindOf, outOfRange, unknownOption, unreadable, wrongType } from './refusal.ts';

export { outOfRange, shown, wrongType } from './refusal.ts';

const arrays = { Float64Array, Float32Array, Uint8Array, Uint32Array, Int32Array };
type TypedArrays = { [Kind in keyof typeof arrays]: InstanceType<(typeof arrays)[Kind]> };

export type Given = Readonly<Record<string, unknown>>;
type Check<T> = (name: string, value: unknown) => T;
type Checks = Readonly<Record<string, Check<unknown>>>;
type Optional<C extends Checks> = { readonly [Key in keyof C]?: ReturnType<C[Key]> };
type Required<C extends Checks> = { readonly [Key in keyof C]: ReturnType<C[Key]> };

/** A number that is not NaN. Infinity is left to the engine, which says what it allows. */
export function number(name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(name, value, 'a number');
  if (Number.isNaN(value)) throw outOfRange(name, value, 'a number that is not NaN');
  return value;
}

/** A whole number from `least` to `most`; −0 is 0. */
export function whole(name: string, value: unknown, least: number, most: number): number {
  const allowed = `a whole number from ${least} to ${most}`;
  if (typeof value !== 'number') throw wrongType(name, value, allowed);
  if (!Number.isInteger(value) || value < least || value > most) throw outOfRange(name, value, allowed);
  return value + 0;
}

/** A whole number that the engine holds as int. One that is too small is left to the engine, which says what it allows. */
const intFrom = (least: number) => (name: string, value: unknown) => {
  const most = 2 ** 31 - 1;
  const tooSmall = typeof value === 'number' && Number.isInteger(value) && value < least && value >= -most;
  return tooSmall ? value + 0 : whole(name, value, least, most);
};

/** A number of something that there may be none of, or the number of one of them. */
export const int = intFrom(0);

/** How many, or how long. */
export const size = intFrom(1);

/** A number of things, or of one among them. */
export const index = (name: string, value: unknown): number => whole(name, value, 0, 2 ** 32 - 1);

/** How many rows or the like there are: at least one. */
export const count = (name: string, value: unknown): number => whole(name, value, 1, 2 ** 31 - 1);

export const seed = (name: string, value: unknown): number => whole(name, value, 0, Number.MAX_SAFE_INTEGER);

export function flag(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType(name, value, 'true or false');
  return value;
}

/** A string; the engine surely finds memory for one of a million letters. */
export function text(name: string, value: unknown, longest = 1_000_000): string {
  if (typeof value !== 'string') throw wrongType(name, value, 'a string');
  if (value.length > longest) throw outOfRange(`${name}.length`, value.length, `at most ${longest}`);
  return value;
}

/** One of a few names, which the engine knows: it refuses all others, and says which there are. The longest has fewer than 64 letters. */
export const word = (name: string, value: unknown): string => text(name, value).slice(0, 64);

export function texts(name: string, value: unknown, most: number): string[] {
  return entries(name, value, most, 'an array of strings').map((entry, i) => text(`${name}[${i}]`, entry));
}

/** What an array holds, read once. */
export function entries(name: string, value: unknown, most: number, allowed: string): unknown[] {
  if (!isArray(name, value)) throw wrongType(name, value, allowed);
  const length = whole(`${name}.length`, read(name, value, 'length'), 0, most);
  return Array.from({ length }, (_, i) => read(`${name}[${i}]`, value, i));
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
/** What a typed array says of itself, whatever a subclass or an own property of it says. */
const property = <T>(key: PropertyKey) => Object.getOwnPropertyDescriptor(typedArray, key)?.get as (this: unknown) => T;
const tag = property<string | undefined>(Symbol.toStringTag);
const lengthOf = property<number>('length');
const bufferOf = property<ArrayBuffer>('buffer');
const offsetOf = property<number>('byteOffset');

/** More does not fit into the memory of the engine together with what is made of it. */
const mostBytes = 2 ** 30;

/** The values of a typed array of that kind, and of that length where one is given. It shares the caller's memory: nothing of the caller's may run before the engine has copied it. */
export function typed<Kind extends keyof TypedArrays>(name: string, value: unknown, kind: Kind, length?: number): TypedArrays[Kind] {
  if (tag.call(value) !== kind) throw wrongType(name, value, allowedArray(kind, length));
  const given = lengthOf.call(value);
  if (length !== undefined && given !== length) throw wrongType(`${name}.length`, given, String(length));
  const array = arrays[kind];
  if (given === 0) {
    if (isGone(value)) throw new TypeError(`${name} is a ${kind} whose memory has been detached or cut short; allowed is ${allowedArray(kind, length)}`);
    return new array() as TypedArrays[Kind];
  }
  if (given * array.BYTES_PER_ELEMENT > mostBytes) throw outOfRange(`${name}.length`, given, `at most ${mostBytes / array.BYTES_PER_ELEMENT}`);
  return new array(bufferOf.call(value), offsetOf.call(value), given) as TypedArrays[Kind];
}

/** The same of an array of either kind. */
export function reals(name: string, value: unknown): Float64Array {
  const kind = tag.call(value);
  if (kind !== 'Float32Array' && kind !== 'Float64Array') throw wrongType(name, value, 'a Float32Array or a Float64Array');
  return new Float64Array(typed(name, value, kind));
}

const allowedArray = (kind: string, length?: number) => `a ${kind}${length === undefined ? '' : ` of ${length} values`}`;

/** Whether the array's buffer was detached, or resized so that the array lies outside; its length is 0 then. */
function isGone(array: unknown): boolean {
  try {
    typedArray.keys.call(array);
    return false;
  } catch {
    return true;
  }
}

/** The same as a copy, for arrays that are read from an object: what is read after it may change the caller's. */
export const copied = <Kind extends keyof TypedArrays>(name: string, value: unknown, kind: Kind, length?: number): TypedArrays[Kind] =>
  typed(name, value, kind, length).slice() as TypedArrays[Kind];

/** An object of named values: no array, Map or the like. */
export function object(name: string, value: unknown): object {
  if (typeof value !== 'object' || value === null || !['Object', 'Module'].includes(kindOf(value))) throw wrongType(name, value, 'an object');
  return value;
}

/** The value of a property, which may be a getter. */
export function read(name: string, from: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(from, key);
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function isArray(name: string, value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/** What an object must have, each read once and checked by the function of its name. It may have more. */
export function fields<C extends Checks>(name: string, value: unknown, checks: C): Required<C> {
  const given = object(name, value);
  return Object.fromEntries(Object.entries(checks).map(([key, check]) => [key, check(`${name}.${key}`, read(`${name}.${key}`, given, key))])) as Required<C>;
}

/**
 * Those of the options that are given, each checked by the function of its name; the engine has the defaults of the others. Those of
 * `required` must be given. An option of another name is refused.
 */
export function options<C extends Checks, R extends Checks = Record<never, never>>(name: string, value: unknown, checks: C, required: R = {} as R): Optional<C> & Required<R> {
  const given = object(name, value);
  // Their options are named as if they were arguments; those of a grid are not.
  const prefix = name === 'options' ? '' : `${name}.`;
  const known = { ...required, ...checks };
  for (const key of namesIn(name, given)) {
    if (!Object.hasOwn(known, key)) throw unknownOption(prefix, key, Object.keys(known));
  }
  const checked: Record<string, unknown> = {};
  for (const [key, check] of Object.entries(known)) {
    const option = read(prefix + key, given, key);
    if (option !== undefined || Object.hasOwn(required, key)) checked[key] = check(prefix + key, option);
  }
  return checked as Optional<C> & Required<R>;
}

const mostPrototypes = 100;

/** The names of all values that an object has, inherited or not enumerable as they may be, but for methods and for what every object inherits. */
function namesIn(name: string, value: object): Set<string> {
  const names = new Set<string>();
  try {
    let from: object | null = value;
    for (let depth = 0; from !== null && !isRoot(from); depth++) {
      if (depth > mostPrototypes) throw new TypeError('its prototypes do not end');
      for (const key of Reflect.ownKeys(from)) if (typeof key === 'string' && (from === value || !isMethod(from, key))) names.add(key);
      from = Reflect.getPrototypeOf(from);
    }
  } catch (cause) {
    throw unreadable(name, cause);
  }
  return names;
}

/** Object.prototype, also that of another frame. */
const isRoot = (object: object) => Reflect.getPrototypeOf(object) === null && ['hasOwnProperty', 'isPrototypeOf'].every((key) => Object.hasOwn(object, key));

const isMethod = (object: object, key: string) => typeof Reflect.getOwnPropertyDescriptor(object, key)?.value === 'function';

/** [lowest, highest] */
export function range(name: string, value: unknown): [number, number] {
  const allowed = 'an array [lowest, highest] of two numbers';
  if (!isArray(name, value) || read(`${name}.length`, value, 'length') !== 2) throw wrongType(name, value, allowed);
  const [lowest, highest] = [read(`${name}[0]`, value, 0), read(`${name}[1]`, value, 1)];
  return [number(`${name}[0]`, lowest), number(`${name}[1]`, highest)];
}

export const grid = (name: string, value: unknown): Grid => options(name, value, {}, { x0: range, x1: range, columns: size, rows: size });
