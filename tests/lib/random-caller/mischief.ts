import type { Call } from './call.ts';
import { anything, detached, gone, isPlain, isTyped, revoked, strangeButRight, type TypedArray } from './hostile.ts';
import type { World } from './world.ts';

// What is done to a call whose arguments are right. Each returns what must come of it, or undefined where it cannot be done to this call.

export type Outcome =
  /** It must be taken. */
  | { readonly kind: 'taken' }
  /** It must be refused by an error of that class whose message names one of these. */
  | { readonly kind: 'refused'; readonly by?: 'TypeError' | 'RangeError'; readonly names: readonly string[] }
  /** Either. */
  | { readonly kind: 'any' };

export interface Mischief {
  readonly name: string;
  /** How often, among the others. */
  readonly weight: number;
  readonly play: (call: Call, world: World) => Outcome | undefined;
}

const either: Outcome = { kind: 'any' };

/** A place among the arguments, or within one of them, that holds what is looked for. */
interface Place<T> {
  readonly name: string;
  readonly value: T;
  readonly put: (value: unknown) => void;
}

function placesOf<T>(call: Call, fits: (value: unknown) => value is T): Place<T>[] {
  const found: Place<T>[] = [];
  const look = (holder: Record<PropertyKey, unknown>, key: PropertyKey, name: string) => {
    const given = holder[key];
    const nested = isPlain(given) || Array.isArray(given);
    // A copy, so that what is done to it is done to this call alone.
    const value = nested ? (Array.isArray(given) ? [...given] : { ...given }) : given;
    holder[key] = value;
    if (fits(value)) found.push({ name, value, put: (other) => Object.defineProperty(holder, key, { value: other, writable: true, enumerable: true, configurable: true }) });
    if (nested) for (const inner of Object.keys(value as object)) look(value as Record<string, unknown>, inner, inner);
  };
  call.args.forEach((_, i) => {
    look(call.args as unknown as Record<PropertyKey, unknown>, i, call.entry.names[i] ?? `argument ${i}`);
  });
  return found;
}

const any = (_: unknown): _ is unknown => true;
const isFull = (value: unknown): value is TypedArray => isTyped(value) && value.length > 0;
const isReal = (value: unknown): value is Float64Array | Float32Array => value instanceof Float64Array || value instanceof Float32Array;
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Deletes the objects of a call and detaches its arrays. */
function destroyer(call: Call, world: World): () => void {
  const material = [call.receiver, ...placesOf(call, any).map(({ value }) => value)];
  return () => {
    for (const thing of material) {
      if (isTyped(thing)) detached(thing);
      else if (world.all().includes(thing as object)) world.delete(thing as never);
    }
  };
}

/** Puts a getter in the place of something that is read from an object or a list; its name. */
function withGetter(call: Call, world: World, getter: (value: unknown) => unknown): string | undefined {
  const holders = placesOf(call, (value): value is Record<string, unknown> => (isPlain(value) || Array.isArray(value)) && Object.keys(value).length > 0);
  if (holders.length === 0) return undefined;
  const { value: holder } = world.dice.one(holders);
  const key = world.dice.one(Object.keys(holder));
  const value = holder[key];
  Object.defineProperty(holder, key, { get: () => getter(value), enumerable: true, configurable: true });
  return key;
}

export const mischiefs: readonly Mischief[] = [
  { name: 'none', weight: 30, play: (call) => (call.entry.mayRefuse ? either : { kind: 'taken' }) },
  {
    name: 'anything for one value',
    weight: 30,
    play(call, world) {
      const places = placesOf(call, any);
      if (places.length === 0) return undefined;
      const value = anything(world.dice, [...world.all(), ...world.others]);
      world.dice.one(places).put(call.entry.unbounded && typeof value === 'number' && value > 100 && value < 2 ** 32 ? -1 : value);
      return either;
    },
  },
  {
    name: 'anything for every argument',
    weight: 6,
    play(call, world) {
      if (call.entry.unbounded) return undefined;
      for (let i = 0; i < call.args.length; i++) call.args[i] = anything(world.dice, [...world.all(), ...world.others]);
      return either;
    },
  },
  {
    name: 'too few arguments',
    weight: 4,
    play(call, world) {
      call.args.length = world.dice.whole(0, Math.max(0, call.args.length - 1));
      return either;
    },
  },
  {
    name: 'too many arguments',
    weight: 2,
    play(call, world) {
      // What follows the last argument means nothing in JavaScript.
      for (let i = call.args.length; i < call.entry.names.length; i++) call.args.push(undefined);
      call.args.push(anything(world.dice, world.others));
      return either;
    },
  },
  {
    name: 'an option that there is not',
    weight: 6,
    play(call, world) {
      const options = placesOf(call, isPlain).filter(({ name }) => name === 'options' || name === 'grid');
      if (options.length === 0) return undefined;
      const key = world.dice.one(['learning_rate', 'activaton', 'Seed', 'lr', 'columnz', 'x', '', 'nosuchoption', '__proto__x', 'toString', '0', 'y'.repeat(5000)]);
      const { value } = world.dice.one(options);
      value[key] = world.dice.one([5, undefined, 'relu']);
      return { kind: 'refused', by: 'TypeError', names: ['no option'] };
    },
  },
  {
    name: 'a number that is none',
    weight: 6,
    play(call, world) {
      const places = placesOf(call, isNumber);
      if (places.length === 0) return undefined;
      const { name, put } = world.dice.one(places);
      const value = world.dice.one([Number.NaN, Number.NaN, Infinity, -Infinity, 2 ** 55]);
      put(value);
      return Number.isNaN(value) && !call.entry.results ? { kind: 'refused', by: 'RangeError', names: namesOf(call, name) } : either;
    },
  },
  {
    name: 'an element that is not finite',
    weight: 6,
    play(call, world) {
      const places = placesOf(call, isReal).filter(({ name, value }) => value.length > 0 && isFinitePlace(call, name));
      if (places.length === 0) return undefined;
      const { name, value, put } = world.dice.one(places);
      const spoilt = value.slice() as Float64Array;
      const at = world.dice.whole(0, spoilt.length - 1);
      spoilt[at] = world.dice.one([Number.NaN, Infinity, -Infinity]);
      put(spoilt);
      return call.entry.mayRefuse ? { kind: 'refused', names: [name] } : { kind: 'refused', by: 'RangeError', names: [name] };
    },
  },
  {
    name: 'an array that is gone',
    weight: 6,
    play(call, world) {
      const places = placesOf(call, isFull);
      if (places.length === 0) return undefined;
      const { name, value, put } = world.dice.one(places);
      put(world.dice.one(gone)(value));
      return call.entry.results ? either : { kind: 'refused', by: 'TypeError', names: [name] };
    },
  },
  {
    name: 'an array in strange memory',
    weight: 6,
    play(call, world) {
      const places = placesOf(call, isFull);
      if (places.length === 0) return undefined;
      const { value, put } = world.dice.one(places);
      put(world.dice.one(strangeButRight)(value));
      return call.entry.mayRefuse ? either : { kind: 'taken' };
    },
  },
  {
    name: 'a Proxy',
    weight: 3,
    play(call, world) {
      const places = placesOf(call, (value): value is object => typeof value === 'object' && value !== null);
      if (places.length === 0) return undefined;
      const { value, put } = world.dice.one(places);
      put(world.dice.chance(0.3) ? revoked(value) : new Proxy(value, {}));
      return either;
    },
  },
  {
    name: 'an object that was deleted',
    weight: 3,
    play(call, world) {
      const places = placesOf(call, (value): value is object => world.all().includes(value as object));
      if (call.receiver && world.dice.chance(0.5)) {
        world.delete(call.receiver as never);
        return call.entry.path.endsWith('.delete') ? { kind: 'taken' } : { kind: 'refused', by: 'TypeError', names: ['deleted'] };
      }
      if (places.length === 0) return undefined;
      const { value } = world.dice.one(places);
      world.delete(value as never);
      return { kind: 'refused', by: 'TypeError', names: ['deleted'] };
    },
  },
  {
    name: 'a getter that deletes and detaches all that is used',
    weight: 8,
    play(call, world) {
      const destroy = destroyer(call, world);
      const name = withGetter(call, world, (value) => {
        destroy();
        return value;
      });
      return name === undefined ? undefined : either;
    },
  },
  {
    name: 'a getter that calls the engine',
    weight: 4,
    play(call, world) {
      const name = withGetter(call, world, (value) => {
        using net = new world.engine.TwoLayerNet({ inputSize: 2, hiddenSize: 1, outputSize: 2 });
        net.predict(Float32Array.of(1, 2));
        return value;
      });
      if (name === undefined) return undefined;
      return call.entry.mayRefuse ? either : { kind: 'taken' };
    },
  },
  {
    name: 'a getter that throws',
    weight: 4,
    play(call, world) {
      const name = withGetter(call, world, () => {
        throw new Error('by the caller');
      });
      if (name === undefined) return undefined;
      return call.entry.results ? either : { kind: 'refused', by: 'TypeError', names: namesOf(call, name) };
    },
  },
  {
    name: 'a method on something else',
    weight: 3,
    play(call, world) {
      if (!call.receiver) return undefined;
      call.receiver = anything(world.dice, [...world.all(), ...world.others]) as object;
      return either;
    },
  },
];

/** Within a list, '0' and '1' are the names of its places: any argument may be meant. */
const namesOf = ({ entry }: Call, name: string) => (/^\d+$/.test(name) ? [...entry.names, 'x0', 'x1', 'range', 'classes'] : [name]);

const isFinitePlace = ({ entry }: Call, name: string) =>
  entry.finite?.some((argument) => argument === name || (argument === 'plane' && ['centre', 'u', 'v'].includes(name))) ?? false;
