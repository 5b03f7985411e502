import type { Kept, PackedThinned } from '../protocol/run-types.ts';

/** How much is kept at most. */
export interface Room {
  readonly count: number;
  readonly bytes: number;
}

/**
 * What is kept of a run at every `stride`-th iteration, 0 among them. When it would be more than there is room for, every second one is dropped and
 * the stride doubles: memory stays bounded, and what is kept depends on the iterations alone, not on the clock. The first is kept whatever its size.
 */
export class Thinned<T extends ArrayBufferView> {
  #room: Room;
  #stride: number;
  #version = 0;
  #kept: Kept<T>[];

  constructor(room: Room, packed?: PackedThinned<T>) {
    this.#room = room;
    this.#stride = packed?.stride ?? 1;
    this.#kept = [...(packed?.kept ?? [])];
  }

  /** Another number whenever something that was kept has been dropped. */
  get version(): number {
    return this.#version;
  }

  get all(): readonly Kept<T>[] {
    return this.#kept;
  }

  /** The first iteration after `iteration` at which something is kept. */
  next(iteration: number): number {
    return (Math.floor(iteration / this.#stride) + 1) * this.#stride;
  }

  /** Keeps what `make` gives, if it is the turn of this iteration, which lies after all others. */
  keep(iteration: number, make: () => T): void {
    if (iteration % this.#stride !== 0) return;
    this.#kept.push({ iteration, value: make() });
    while (this.#kept.length > this.#capacity) {
      this.#stride *= 2;
      this.#drop((each) => each.iteration % this.#stride !== 0);
    }
  }

  /** The last one at or before `iteration`. */
  before(iteration: number): Kept<T> | undefined {
    return this.#kept.findLast((each) => each.iteration <= iteration);
  }

  /** Forgets what lies after `iteration`, and goes on with the stride of a run of that length. */
  continueFrom(iteration: number): void {
    this.#drop((each) => each.iteration > iteration);
    this.#stride = 1;
    while (iteration / this.#stride >= this.#capacity) this.#stride *= 2;
  }

  /** By the last one: an optimiser's state grows with the first iteration. */
  get #capacity(): number {
    const { count, bytes } = this.#room;
    const last = this.#kept.at(-1)?.value.byteLength ?? 0;
    return Math.max(1, Math.min(count, Math.floor(bytes / last)));
  }

  pack(): PackedThinned<T> {
    return { stride: this.#stride, kept: this.#kept };
  }

  #drop(dropped: (each: Kept<T>) => boolean): void {
    const before = this.#kept.length;
    this.#kept = this.#kept.filter((each) => !dropped(each));
    if (this.#kept.length < before) this.#version++;
  }
}
