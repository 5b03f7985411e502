import type { Dice } from './dice.ts';

// Values that no one should hand in, and what can be done to those that are right.

export type TypedArray = Float64Array | Float32Array | Uint8Array | Uint32Array | Int32Array;

export const isTyped = (value: unknown): value is TypedArray => ArrayBuffer.isView(value) && !(value instanceof DataView);
export const isPlain = (value: unknown): value is Record<string, unknown> => {
  try {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false; // a Proxy that has been revoked
  }
};

/** What the caller's own code throws. */
export class Thrown extends Error {}

const throwing = () => {
  throw new Thrown('by the caller');
};

const numbers = [Number.NaN, Infinity, -Infinity, -0, 0, -1, 0.5, 1, 2, 3, 7.25, 1e9, 2 ** 32, 2 ** 53, -(2 ** 31), -(2 ** 53), 1e-320, 1e308, 1e39, -1e39, Number('1e400')];
const kinds = [Float64Array, Float32Array, Uint8Array, Uint32Array, Int32Array, Int8Array, Uint8ClampedArray, Int16Array, BigInt64Array];

/** Anything. `objects`: some of an engine, living or deleted. */
export function anything(dice: Dice, objects: readonly unknown[]): unknown {
  const makers: (() => unknown)[] = [
    () => dice.one([undefined, null, true, false, '', 'x', '3', 'sgd', 'constructor', '__proto__', '\ud800', '\0']),
    () => dice.one(numbers),
    () => dice.one(numbers),
    () => 'x'.repeat(dice.one([65, 10_001, 2_000_000])),
    () => dice.one([10n, 2n ** 200n, Symbol('x'), Symbol.iterator, Math.max, class {}, () => 1]),
    () => dice.one([[], [1], [1, 2], [0, 1, 2], [[1]], ['x'], [undefined], Array(3), [Number.NaN, 1], [1, 0], [5, 5]]),
    () =>
      dice.one([
        {},
        { length: 1 },
        { length: 2 ** 53 },
        Object.create(null),
        new Date(0),
        /x/,
        new Map(),
        new Set([1]),
        Promise.resolve(),
        new Error('x'),
        new URL('x:y'),
        globalThis,
      ]),
    () => new (dice.one(kinds))(dice.whole(0, 4)),
    () => Float64Array.from({ length: dice.whole(1, 8) }, () => dice.one(numbers)),
    () => Float32Array.from({ length: dice.whole(1, 8) }, () => dice.one(numbers)),
    () => Uint32Array.from({ length: dice.whole(1, 8) }, () => dice.one([0, 1, 2 ** 31, 2 ** 32 - 1])),
    () => Uint8Array.from({ length: dice.whole(0, 40) }, () => dice.whole(0, 255)),
    () => dice.one([new ArrayBuffer(8), new SharedArrayBuffer(8), new DataView(new ArrayBuffer(8))]),
    () => detached(new (dice.one([Float64Array, Float32Array, Uint8Array, Uint32Array]))(3)),
    () => revoked({}),
    () => revoked([]),
    () => new Proxy(dice.one<object>([[1, 2], {}, new Float64Array(2)]), {}),
    () => new Proxy([], { get: (_, key) => (key === 'length' ? dice.one([2, 2 ** 53, -1, Number.NaN]) : throwing()) }),
    () => new Proxy({}, { get: throwing, ownKeys: () => [], getPrototypeOf: throwing }),
    () => new Proxy({}, { ownKeys: throwing }),
    () => ({ valueOf: throwing, toString: throwing, [Symbol.toPrimitive]: throwing }),
    () => ({
      get [Symbol.toStringTag]() {
        return throwing();
      },
    }),
    () => ({ [Symbol.toStringTag]: 'Float64Array', length: 2, 0: 1, 1: 2 }),
    () => dice.one(objects),
    () => dice.one(objects),
    () => new Proxy(dice.one(objects) as object, {}),
    () => Object.create(dice.one(objects) as object),
    () => Object.getPrototypeOf(dice.one(objects)),
  ];
  return dice.one(makers)();
}

export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The same array, of which nothing is left. */
export function detached<T extends ArrayBufferView>(array: T): T {
  if (array.buffer instanceof ArrayBuffer && array.buffer.byteLength > 0) structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
}

type Maker = new (buffer: ArrayBufferLike, offset?: number, length?: number) => TypedArray;
const makerOf = (array: TypedArray) => Object.getPrototypeOf(array).constructor as Maker;

function over(buffer: ArrayBufferLike, array: TypedArray, tracking = false): TypedArray {
  const Kind = makerOf(array);
  const copy = tracking ? new Kind(buffer) : new Kind(buffer, 0, array.length);
  copy.set(array);
  return copy;
}

/** In memory that other threads share, or that can grow: as good as the array given. */
export const strangeButRight: readonly ((array: TypedArray) => TypedArray)[] = [
  (array) => over(new SharedArrayBuffer(array.byteLength), array),
  (array) => over(new SharedArrayBuffer(array.byteLength, { maxByteLength: array.byteLength + 64 }), array, true),
  (array) => over(new ArrayBuffer(array.byteLength, { maxByteLength: array.byteLength + 64 }), array),
  (array) => over(new ArrayBuffer(array.byteLength, { maxByteLength: array.byteLength + 64 }), array, true),
  (array) => {
    const Kind = makerOf(array);
    return new (class extends (Kind as typeof Float64Array) {
      override get length(): number {
        return 2 ** 31;
      }
      override set(): void {
        throwing();
      }
      override slice(): never {
        return throwing();
      }
    })(array as Float64Array<ArrayBuffer>);
  },
  (array) => Object.defineProperties(array.slice(), { length: { value: 1e9 }, buffer: { value: 'none' }, byteLength: { get: throwing } }),
];

/** Arrays that hold nothing any more. */
export const gone: readonly ((array: TypedArray) => TypedArray)[] = [
  (array) => detached(array.slice() as TypedArray),
  (array) => {
    const buffer = new ArrayBuffer(array.byteLength, { maxByteLength: array.byteLength });
    const cut = over(buffer, array);
    buffer.resize(0);
    return cut;
  },
];
