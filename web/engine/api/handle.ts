// Objects that live in the engine.

import type { RawObject, Result } from './module-types.ts';
import { withArticle, wrongType } from './refusal.ts';

/** What a function of the module returned, or the error that it returned thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (!(result instanceof Error)) return result;
  if (!(result instanceof SyntaxError)) result.message = inCamelCase(result.message);
  throw result;
}

/** The engine's learning_rate is the API's learningRate. What stands in quotes was given so. */
function inCamelCase(message: string): string {
  return message.replace(/"[^"]*"|\b[a-z]+(_[a-z0-9]+)+\b/g, (name) => (name.startsWith('"') ? name : name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())));
}

/** The JavaScript side of an object in the engine. It is freed by delete(), by `using`, or when it is collected as garbage. */
export abstract class EngineObject<Raw extends RawObject> {
  /** The name of the class: minified code has no other. */
  static readonly kind: string = 'EngineObject';
  #raw: Raw | undefined;
  readonly #class: Named;

  declare readonly [Symbol.dispose]: () => void;

  /** `made`: the class that makes it. Not what `instanceof` finds, which is the caller's to change. */
  constructor(raw: Raw, made: EngineClass<Raw>) {
    this.#raw = raw;
    this.#class = made;
  }

  /** The module's object behind the `this` of a method, which may be anything; see own(). */
  static own<Raw extends RawObject>(value: unknown, expected: EngineClass<Raw>): Raw {
    if (!EngineObject.#is(value) || value.#class !== expected) throw wrongType('this', value, `${withArticle(expected.kind)} of this engine`);
    if (!value.#raw) throw new TypeError(`this ${expected.kind} has been deleted; allowed is only delete()`);
    return value.#raw as RawObject as Raw;
  }

  /** The module's object behind `value`, which must be of the class given. */
  static rawOf<Raw extends RawObject>(name: string, value: unknown, expected: EngineClass<Raw>): Raw {
    if (!EngineObject.#is(value) || value.#class !== expected) throw wrongType(name, value, `${withArticle(expected.kind)} of this engine`);
    if (!value.#raw) throw new TypeError(`${name} is ${withArticle(expected.kind)} that has been deleted; allowed is one that has not`);
    return value.#raw as RawObject as Raw;
  }

  delete(): void {
    if (!EngineObject.#is(this)) throw wrongType('this', this, 'an object of the engine');
    this.#raw?.delete();
    this.#raw = undefined;
  }

  get [Symbol.toStringTag](): string {
    return EngineObject.#is(this) ? this.#class.kind : 'Object';
  }

  static #is(value: unknown): value is EngineObject<RawObject> {
    return typeof value === 'object' && value !== null && #raw in value;
  }
}

/**
 * The module's object behind the `this` of a method of `expected`. No property of `this` is asked for: it may be a Proxy, or of another class.
 * Throws after delete().
 */
export const own = EngineObject.own;

type Named = { readonly kind: string };
type EngineClass<Raw extends RawObject> = (abstract new (...given: never[]) => EngineObject<Raw>) & Named;

// Where `using` is not known, the symbol is not either.
if (typeof Symbol.dispose === 'symbol') {
  Object.defineProperty(EngineObject.prototype, Symbol.dispose, { value: EngineObject.prototype.delete, configurable: true, writable: true });
}
