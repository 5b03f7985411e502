import type { ReactiveControllerHost } from 'lit';
import { FrameLoop } from '../base/work/frame-loop.ts';

/** Of a digit on its way from the picture to the answer. */
const milliseconds = 1100;

/** How far a digit has come through the net: once for each that is new. */
export class PassingLight {
  /** 0 … 1; 1 where it is at rest. */
  share = 1;
  #seen = '';
  #loop: FrameLoop;
  #redraw: () => void;

  constructor(host: ReactiveControllerHost, redraw: () => void) {
    this.#redraw = redraw;
    this.#loop = new FrameLoop(host, (passed) => this.#pass(passed));
  }

  /** `what` flows through the net: seen on its way where it comes anew, unless it is `still`. */
  follow(what: string, still: boolean): void {
    if (what === this.#seen) return;
    this.#seen = what;
    this.share = still ? 1 : 0;
    if (!still) this.#loop.start();
  }

  get arrived(): boolean {
    return this.share === 1;
  }

  /** At once. */
  readonly arrive = (): void => this.#pass(Number.POSITIVE_INFINITY);

  #pass(passed: number): void {
    if (this.arrived) return;
    this.share = Math.min(1, this.share + passed / milliseconds);
    if (this.arrived) this.#loop.stop();
    this.#redraw();
  }
}
