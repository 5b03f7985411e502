import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FrameLoop } from '../base/work/frame-loop.ts';

/** Milliseconds. */
const length = 1200;
const rest = 250;

/** A walk is seen to be walked: a new one is played from its start once the reader's hand has come to rest, the first as soon as it is there. */
export class Unrolling implements ReactiveController {
  #loop: FrameLoop;
  #share = 1;
  #walk: string | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, redraw: () => void) {
    host.addController(this);
    this.#loop = new FrameLoop(host, (milliseconds) => {
      this.#share += milliseconds / length;
      if (this.#share >= 1) this.finish();
      redraw();
    });
  }

  /** By what the walk depends on. `still`: it is shown whole. */
  meet(walk: string, still: boolean): void {
    if (walk === this.#walk) return;
    const isFirst = this.#walk === undefined;
    this.#walk = walk;
    this.finish();
    if (still) return;
    if (isFirst) this.#begin();
    else this.#rest = setTimeout(() => this.#begin(), rest);
  }

  get running(): boolean {
    return this.#share < 1;
  }

  /** How far a walk of so many steps is shown. */
  stepOf(last: number): number {
    return this.running ? Math.floor(this.#share * last) : last;
  }

  /** It is at its end. */
  finish(): void {
    clearTimeout(this.#rest);
    this.#loop.stop();
    this.#share = 1;
  }

  hostDisconnected(): void {
    this.finish();
  }

  #begin(): void {
    this.#share = 0;
    this.#loop.start();
  }
}
