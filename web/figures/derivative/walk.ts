import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FrameLoop } from '../base/work/frame-loop.ts';
import { hRule } from './state.ts';

const length = 1500; // ms
/** This much of the figure is in the window: the reader sees it. */
const seenShare = 0.4;

/** The walk of h from 1 down to the smallest, played once, when the figure is first seen: slowly at first, where the secant turns into the tangent. */
export class Walk implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #loop: FrameLoop;
  #window: IntersectionObserver;
  #passed = 0;
  #ready = false;
  #seen = false;
  #over = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#loop = new FrameLoop(host, (milliseconds) => {
      this.#passed += milliseconds;
      if (this.#passed >= length) this.finish();
      else host.requestUpdate();
    });
    this.#window = new IntersectionObserver(
      (entries) => {
        this.#seen = (entries.at(-1)?.intersectionRatio ?? 0) >= seenShare;
        this.#begin();
      },
      { threshold: seenShare },
    );
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#over) this.#window.observe(this.#host);
  }

  hostDisconnected(): void {
    this.finish();
  }

  /** There is something to show: it may begin. */
  ready(): void {
    this.#ready = true;
    this.#begin();
  }

  /** It is at its end, and does not begin any more. */
  finish(): void {
    this.#window.disconnect();
    this.#over = true;
    if (!this.#loop.running) return;
    this.#loop.stop();
    this.#host.requestUpdate();
  }

  /** Once more from its beginning, until it is at its end. */
  again(): Promise<void> {
    this.finish();
    this.#passed = 0;
    this.#loop.start();
    return this.#loop.stopped;
  }

  /** The h that it has come to; undefined while it does not run. */
  get h(): number | undefined {
    return this.#loop.running ? hRule.lowest ** ((this.#passed / length) ** 2) : undefined;
  }

  #begin(): void {
    if (this.#over || !this.#ready || !this.#seen) return;
    this.#loop.start();
  }
}
