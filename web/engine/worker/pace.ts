const window = 1000; // ms
const mostGrowth = 2;

/** How fast the training goes, and how many iterations fit into the time that is left of a slice. */
export class Pace {
  #iterations = 0;
  #milliseconds = 0;
  #last = 1;

  /** Iterations per second over the last second or so of training time; 0 before the first. */
  get rate(): number {
    return this.#milliseconds > 0 ? (1000 * this.#iterations) / this.#milliseconds : 0;
  }

  /** At least 1. It grows gradually, because a coarse clock may have seen no time pass at all. */
  fitting(milliseconds: number): number {
    const guess = (milliseconds * this.rate) / 1000;
    return Math.max(1, Math.min(Math.floor(guess || this.#last * mostGrowth), this.#last * mostGrowth));
  }

  record(iterations: number, milliseconds: number): void {
    const fading = Math.exp(-milliseconds / window);
    this.#iterations = fading * this.#iterations + iterations;
    this.#milliseconds = fading * this.#milliseconds + milliseconds;
    this.#last = iterations;
  }
}
