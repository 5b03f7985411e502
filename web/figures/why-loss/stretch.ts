/** The values that a movement has passed. */
export interface Passed {
  readonly lowest: number;
  readonly highest: number;
  /** Where it came to rest. */
  readonly last: number;
}

export function passing(passed: Passed | undefined, value: number): Passed {
  return { lowest: Math.min(passed?.lowest ?? value, value), highest: Math.max(passed?.highest ?? value, value), last: value };
}

/** Where one movement of the reader's hand leads: a drag from the press to the release, or keys in a row. A tap is no movement. */
export class Stretch {
  #by: 'pointer' | 'keys' | undefined;
  #passed: Passed | undefined;

  press(): void {
    this.#by = 'pointer';
    this.#passed = undefined;
  }

  release(): void {
    if (this.#by === 'pointer') this.#by = undefined;
  }

  key(): void {
    this.#by ??= 'keys';
  }

  /** The value was `before`, and is now `value`. A drag begins where it is pressed. */
  pass(before: number, value: number): void {
    if (this.#by === 'keys') this.#passed ??= passing(undefined, before);
    if (this.#by) this.#passed = passing(this.#passed, value);
  }

  /** Once the hand is at rest; undefined while it holds on. */
  take(): Passed | undefined {
    if (this.#by === 'pointer') return undefined;
    const passed = this.#passed;
    this.#by = undefined;
    this.#passed = undefined;
    return passed;
  }
}
