/** float32 numbers to which more are added at the end: one number for each iteration of a run. */
export class GrowingFloats {
  #room = new Float32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The numbers begin … end − 1; valid until the next change. */
  view(begin = 0, end = this.#length): Float32Array<ArrayBuffer> {
    return this.#room.subarray(begin, Math.min(end, this.#length));
  }

  append(values: Float32Array): void {
    const length = this.#length + values.length;
    if (length > this.#room.length) {
      const room = new Float32Array(Math.max(length, 2 * this.#room.length));
      room.set(this.view());
      this.#room = room;
    }
    this.#room.set(values, this.#length);
    this.#length = length;
  }

  /** Forgets what comes after the first `length`. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }
}
