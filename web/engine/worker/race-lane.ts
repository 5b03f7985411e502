import type { LaneProgress, LaneWork } from '../protocol/race-types.ts';
import { Pace } from './pace.ts';

/** The entries first … first + count − 1 of the gradient, or all of it, whichever the method gives. */
export type GradientPart = (first: number, count: number) => Float32Array | Float64Array;

/** One way to the gradient. It works through the parameters in order, again and again, and measures only its own time. */
export class RaceLane {
  readonly gradient: Float64Array;
  #part: GradientPart;
  #now: () => number;
  #pace = new Pace();
  #gradients: number;
  #parameters: number;
  #milliseconds: number;

  constructor(parameterCount: number, part: GradientPart, now: () => number, done?: LaneWork) {
    this.gradient = done?.gradient ?? new Float64Array(parameterCount);
    this.#gradients = done?.gradients ?? 0;
    this.#parameters = done?.parameters ?? 0;
    this.#milliseconds = done?.milliseconds ?? 0;
    this.#part = part;
    this.#now = now;
  }

  /** How many of the first entries of `gradient` are known. */
  get known(): number {
    return this.#gradients > 0 ? this.gradient.length : this.#parameters;
  }

  /** That it has worked. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  get progress(): LaneProgress {
    const done = this.#gradients + this.#parameters / this.gradient.length;
    return {
      gradients: this.#gradients,
      parameters: this.#parameters,
      milliseconds: this.#milliseconds,
      rate: this.#milliseconds > 0 ? (1000 * done) / this.#milliseconds : 0,
    };
  }

  get done(): LaneWork {
    return { gradient: this.gradient.slice(), gradients: this.#gradients, parameters: this.#parameters, milliseconds: this.#milliseconds };
  }

  /** Goes on for about that long, at least by one parameter. */
  work(milliseconds: number): void {
    const start = this.#now();
    let at = start;
    do {
      const left = this.gradient.length - this.#parameters;
      const part = this.#part(this.#parameters, Math.min(left, this.#pace.fitting(start + milliseconds - at)));
      this.gradient.set(part, this.#parameters);
      const end = this.#now();
      this.#pace.record(part.length, end - at);
      this.#milliseconds += end - at;
      at = end;
      this.#parameters += part.length;
      if (this.#parameters === this.gradient.length) {
        this.#gradients++;
        this.#parameters = 0;
      }
    } while (at > start && at - start < milliseconds / 2);
  }
}
