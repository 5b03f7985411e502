import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls `tick` before each frame, from start to stop; it stops of itself when the figure leaves the page. */
export class FrameLoop implements ReactiveController {
  #tick: (milliseconds: number) => void;
  #frame = 0;
  #last = 0;

  /** `tick` gets the time since the frame before, at most 100 ms. */
  constructor(host: ReactiveControllerHost, tick: (milliseconds: number) => void) {
    this.#tick = tick;
    host.addController(this);
  }

  get running(): boolean {
    return this.#frame !== 0;
  }

  start(): void {
    if (this.running) return;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#run);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostDisconnected(): void {
    this.stop();
  }

  #run = (now: number): void => {
    const passed = Math.min(100, Math.max(0, now - this.#last));
    this.#last = now;
    // Asked for first, so that `tick` can stop it.
    this.#frame = requestAnimationFrame(this.#run);
    this.#tick(passed);
  };
}
