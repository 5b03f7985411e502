// Objects that live in the engine.

import { wrongType } from './check.ts';
import type { RawObject, Result } from './module-types.ts';

/** What a function of the module returned, or the error that it returned thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (result instanceof Error) throw result;
  return result;
}

/** The JavaScript side of an object in the engine. It is freed by delete(), by `using`, or when it is collected as garbage. */
export abstract class EngineObject<Raw extends RawObject> {
  /** The name of the class: minified code has no other. */
  static readonly kind: string = 'EngineObject';
  #raw: Raw | undefined;

  declare readonly [Symbol.dispose]: () => void;

  constructor(raw: Raw) {
    this.#raw = raw;
  }

  /** The module's own object. Throws after delete(). */
  protected get raw(): Raw {
    if (!this.#raw) throw new Error(`this ${(this.constructor as typeof EngineObject).kind} has been deleted; allowed is only delete()`);
    return this.#raw;
  }

  /** The module's object behind `value`, which must be of the class given. */
  static rawOf<Raw extends RawObject>(name: string, value: unknown, expected: Class<EngineObject<Raw>>): Raw {
    if (!(value instanceof expected)) throw wrongType(name, value, `a ${expected.kind} of this engine`);
    return value.raw;
  }

  delete(): void {
    this.#raw?.delete();
    this.#raw = undefined;
  }
}

type Class<T> = (abstract new (...given: never[]) => T) & { readonly kind: string };

// Where `using` is not known, the symbol is not either.
if (typeof Symbol.dispose === 'symbol') {
  Object.defineProperty(EngineObject.prototype, Symbol.dispose, { value: EngineObject.prototype.delete, configurable: true, writable: true });
}
