import { animationFrames, type Frames } from './frames.ts';
import { Patience } from './patience.ts';

const saveInterval = 2000; // ms

export interface PullHooks {
  /** Asks the worker for what is new, and now and then for what another worker could go on from. */
  pull(save: boolean): void;
  /** No answer has come for `seconds`. */
  late(seconds: number): void;
}

/** When the page asks a worker for news: once per animation frame while there is something to ask for, and never with more than one question open. */
export class Pulls {
  #hooks: PullHooks;
  #frames: Frames;
  #frame: number | undefined;
  #lastFrame = 0;
  #shown = true;
  #due = false;
  #open = false;
  #patience = new Patience();
  #saveDue = false;
  #savedAt = Number.NEGATIVE_INFINITY;

  constructor(hooks: PullHooks, frames: Frames = animationFrames) {
    this.#hooks = hooks;
    this.#frames = frames;
  }

  /** A question is on its way. */
  get open(): boolean {
    return this.#open;
  }

  /** There is something that has not been asked for. */
  get due(): boolean {
    return this.#due;
  }

  /** While it is not shown, no frame is asked for. */
  set shown(shown: boolean) {
    this.#shown = shown;
    if (shown && (this.#due || this.#open)) this.#request();
  }

  /** There is something new: it is asked for at the next frame at which no question is open. */
  request(): void {
    this.#due = true;
    this.#request();
  }

  /** The next pull asks for a save. */
  saveNext(): void {
    this.#saveDue = true;
  }

  /** Asks now, without waiting for a frame. */
  ask(now = this.#lastFrame): void {
    const save = this.#saveDue || now - this.#savedAt >= saveInterval;
    if (save) this.#savedAt = now;
    this.#saveDue = false;
    this.#due = false;
    this.#open = true;
    this.#patience.begin();
    this.#hooks.pull(save);
  }

  answered(): void {
    this.#open = false;
    if (this.#due) this.#request();
  }

  /** Forgets what it was asked and what it waits for. */
  stop(): void {
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    this.#frame = undefined;
    this.#due = false;
    this.#open = false;
  }

  #request(): void {
    if (this.#shown) this.#frame ??= this.#frames.request(this.#atFrame);
  }

  #atFrame = (now: number): void => {
    this.#frame = undefined;
    if (!this.#shown) return;
    const passed = now - this.#lastFrame;
    this.#lastFrame = now;
    if (this.#open) {
      if (this.#patience.passed(passed)) this.#hooks.late(Patience.seconds);
    } else if (this.#due) this.ask(now);
    if (this.#open) this.#request();
  };
}
