import { animationFrames, type Frames } from './frames.ts';
import { Patience } from './patience.ts';

/** Waits for one answer of a worker, in frames: while nothing is waited for, no frame is asked for. */
export class Watch {
  #late: (seconds: number) => void;
  #frames: Frames;
  #patience = new Patience();
  #frame: number | undefined;
  #last: number | undefined;

  /** `late`: no answer has come for the given seconds. */
  constructor(late: (seconds: number) => void, frames: Frames = animationFrames) {
    this.#late = late;
    this.#frames = frames;
  }

  begin(): void {
    this.end();
    this.#patience.begin();
    this.#last = undefined;
    this.#frame = this.#frames.request(this.#atFrame);
  }

  end(): void {
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    this.#frame = undefined;
  }

  #atFrame = (now: number): void => {
    const passed = now - (this.#last ?? now);
    this.#last = now;
    this.#frame = this.#frames.request(this.#atFrame);
    if (!this.#patience.passed(passed)) return;
    this.end();
    this.#late(Patience.seconds);
  };
}
