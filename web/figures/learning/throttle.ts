/** Lets something happen at most once in so many milliseconds while a run goes on, and at once when it rests. */
export class Throttle {
  #interval: number;
  #last = Number.NEGATIVE_INFINITY;

  constructor(interval: number) {
    this.#interval = interval;
  }

  due(rests: boolean, now: number): boolean {
    return rests || now - this.#last >= this.#interval;
  }

  happened(now: number): void {
    this.#last = now;
  }
}
