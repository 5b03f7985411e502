import type { ReactiveControllerHost } from 'lit';
import { FrameLoop } from '../base/work/frame-loop.ts';
import { type Passed, passing } from './stretch.ts';

/** From one end to the other. */
const playMilliseconds = 5000;

export interface SweepPlayOptions {
  readonly range: () => readonly [number, number];
  readonly value: () => number;
  /** False ends it; what it has passed is forgotten. */
  readonly mayGoOn: () => boolean;
  /** True: its end is shown at once. */
  readonly atOnce: () => boolean;
  readonly turn: (value: number) => void;
}

/** The weight goes from one end of the sweep to the other, until the reader stops it. */
export class SweepPlay {
  #options: SweepPlayOptions;
  #loop: FrameLoop;
  #passed: Passed | undefined;

  constructor(host: ReactiveControllerHost, options: SweepPlayOptions) {
    this.#options = options;
    this.#loop = new FrameLoop(host, (milliseconds) => this.#advance(milliseconds));
  }

  get running(): boolean {
    return this.#loop.running;
  }

  start(): void {
    const { range, atOnce } = this.#options;
    const [lowest, highest] = range();
    this.#passed = undefined;
    this.#go(lowest);
    if (atOnce()) this.#go(highest);
    else this.#loop.start();
  }

  stop(): void {
    this.#loop.stop();
  }

  /** When it does not run any more. */
  get stopped(): Promise<void> {
    return this.#loop.stopped;
  }

  /** What it has passed is forgotten. */
  drop(): void {
    this.#loop.stop();
    this.#passed = undefined;
  }

  /** Once, when it is at rest: from where it began to where it was stopped. */
  take(): Passed | undefined {
    if (this.running) return undefined;
    const passed = this.#passed;
    this.#passed = undefined;
    return passed;
  }

  #advance(milliseconds: number): void {
    const { range, value, mayGoOn } = this.#options;
    if (!mayGoOn()) {
      this.drop();
      return;
    }
    const [lowest, highest] = range();
    const next = value() + ((highest - lowest) * milliseconds) / playMilliseconds;
    if (next >= highest) this.stop();
    // An end that is rounded might lie beyond the sweep.
    this.#go(next >= highest ? highest : Number(next.toFixed(4)));
  }

  #go(value: number): void {
    this.#passed = passing(this.#passed, value);
    this.#options.turn(value);
  }
}
