import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls `tick` before each frame, from start to stop; it stops of itself when the figure leaves the page. */
export class FrameLoop implements ReactiveController {
  #tick: (milliseconds: number) => void;
  #frame = 0;
  #last = 0;
  #ended: (() => void)[] = [];

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

  /** When it is not running any more; at once where it is not. */
  get stopped(): Promise<void> {
    return new Promise((resolve) => {
      if (this.running) this.#ended.push(resolve);
      else resolve();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const ended of this.#ended.splice(0)) ended();
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
