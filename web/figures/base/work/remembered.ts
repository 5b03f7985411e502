type KeyPart = string | number | boolean | null | undefined | readonly number[];

/** Keeps the last thing made, for as long as it is asked for by an equal key. */
export class Remembered<T> {
  #key: string | undefined;
  #value: T | undefined;

  of(key: readonly KeyPart[], make: () => T): T {
    const text = key.map(String).join('\n');
    if (text !== this.#key) {
      this.#value = make();
      this.#key = text;
    }
    return this.#value as T;
  }
}
