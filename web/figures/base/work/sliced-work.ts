import type { ReactiveControllerHost } from 'lit';
import { FrameLoop } from './frame-loop.ts';
import { handMoves } from './hand.ts';

/** Of each frame, so that the page stays smooth. */
const sliceMilliseconds = 8;
/** While the reader's hand moves, the frames belong to what it moves; only every so often one goes to work. */
const handMilliseconds = 250;
/** Between two updates that tell of the share: on a slow telephone an update takes longer than a slice. */
const tellingMilliseconds = 100;

export type WorkHost = ReactiveControllerHost & { readonly visible: boolean };
/** Yields, every few milliseconds, the share of the work that is done: 0 … 1. */
export type Work<T> = Generator<number, T>;

/** Work too long for one frame, done in slices before each frame while its figure is seen; before few of them while the reader's hand moves. */
export class SlicedWork<T> {
  #host: WorkHost;
  #loop: FrameLoop;
  #key: string | undefined;
  #work: Work<T> | undefined;
  #share = 0;
  #told = Number.NEGATIVE_INFINITY;
  #worked = Number.NEGATIVE_INFINITY;
  #result: T | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(host: WorkHost) {
    this.#host = host;
    this.#loop = new FrameLoop(host, () => this.#slice());
  }

  /** How much is done of the work that is going on. */
  get share(): number | undefined {
    return this.#work && this.#share;
  }

  /** Begins the work unless the last was asked for by an equal key, and gives what was made last. Throws what the work threw. */
  of(key: string, begin: () => Work<T>): T | undefined {
    if (key !== this.#key) {
      // Lets the work that is now in vain release what it holds.
      this.#work?.return(undefined as T);
      this.#key = key;
      this.#failure = undefined;
      this.#work = begin();
      this.#share = 0;
      // The first frame shows what was asked for; the work comes after it.
      this.#worked = performance.now();
    }
    if (this.#failure) throw this.#failure.error;
    if (this.#work) this.#loop.start();
    return this.#result;
  }

  #slice(): void {
    if (!this.#host.visible) {
      this.#loop.stop();
      return;
    }
    const now = performance.now();
    if (handMoves(now) && now - this.#worked < handMilliseconds) return;
    this.#worked = now;
    const end = now + sliceMilliseconds;
    try {
      while (this.#work && performance.now() < end) this.#step(this.#work);
    } catch (error) {
      this.#work = undefined;
      this.#failure = { error };
    }
    if (!this.#work) this.#loop.stop();
    this.#tell();
  }

  #tell(): void {
    const now = performance.now();
    if (this.#work && now - this.#told < tellingMilliseconds) return;
    this.#told = now;
    this.#host.requestUpdate();
  }

  #step(work: Work<T>): void {
    const step = work.next();
    if (step.done) {
      this.#result = step.value;
      this.#work = undefined;
    } else {
      this.#share = step.value;
    }
  }
}
