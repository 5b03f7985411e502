// What the caller of a refused argument is told: its name, what was given, what is allowed.

import leven from 'leven';

/** A value in a few words. It may be anything, so nothing of it is called without care. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return BigInt.asIntN(64, value) === value ? `${value}n` : 'a large BigInt';
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : withArticle(kindOf(value));
    default:
      return String(value);
  }
}

/** What Object.prototype.toString calls it: Array, Float32Array, Map; Object where it says nothing better. */
export function kindOf(value: object): string {
  try {
    return /^\[object (\w{1,40})\]$/.exec(Object.prototype.toString.call(value))?.[1] ?? 'Object';
  } catch {
    return 'Object'; // of a Proxy that has been revoked, or a Symbol.toStringTag that throws
  }
}

export const withArticle = (name: string) => (/^[AEIOU]/.test(name) ? `an ${name}` : `a ${name}`);

export function wrongType(name: string, value: unknown, allowed: string): TypeError {
  return new TypeError(`${name} is ${shown(value)}; allowed is ${allowed}`);
}

export function outOfRange(name: string, value: unknown, allowed: string): RangeError {
  return new RangeError(`${name} is ${shown(value)}; allowed is ${allowed}`);
}

/** The refusal of something whose getter or Proxy threw `cause`. */
export function unreadable(name: string, cause: unknown): TypeError {
  return new TypeError(`${name} cannot be read: reading it threw ${shown(cause)}`, { cause });
}

/** `prefix`: what the names of the options begin with in messages, 'grid.' for instance. */
export function unknownOption(prefix: string, key: string, known: readonly string[]): TypeError {
  const written = /^\w{1,40}$/.test(key) ? prefix + key : `${prefix}${shown(key)}`;
  const near = nearest(key, known);
  return new TypeError(`there is no option ${written}; ${near === undefined ? `allowed are ${known.map((name) => prefix + name).join(', ')}` : `did you mean ${prefix}${near}?`}`);
}

/** The name that differs from `key` in a third of the letters at most; `learning_rate` and `learningRate` do not differ. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = plain(key.slice(0, 40));
  const [best] = known.map((name) => ({ name, distance: leven(wanted, plain(name)) })).sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, wanted.length / 3) ? best.name : undefined;
}
