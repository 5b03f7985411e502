import { type Film, FilmStopped } from './task.ts';

export interface Filmed extends HTMLElement {
  readonly reducedMotion: boolean;
  readonly updateComplete: Promise<unknown>;
}

/** With reduced motion a film still shows each of its states. */
const shortest = 50; // ms

/** That button stops it by its own click; stopped before, the click would begin the next one. */
function isForItsButton(event: Event): boolean {
  const { key = 'Enter' } = event as Partial<KeyboardEvent>;
  return ['Enter', ' '].includes(key) && event.composedPath().some((each) => (each as Partial<Element>).id === 'show-me');
}

/** One showing of a solution. It stops when the reader presses a key or the pointer in the figure, or the figure leaves the page. */
export class Projector implements Film {
  #figure: Filmed;
  #apply: (state: Parameters<Film['set']>[0]) => void;
  #shown: () => void;
  #stopped = new AbortController();

  /** `apply` changes the figure's attributes without their counting as the reader's work; `shown` is told once the figure shows them. */
  constructor(figure: Filmed, apply: (state: Parameters<Film['set']>[0]) => void, shown: () => void) {
    this.#shown = shown;
    this.#figure = figure;
    this.#apply = apply;
    const { signal } = this.#stopped;
    const stop = (event: Event) => isForItsButton(event) || this.stop();
    // A helper may click without either of the others.
    for (const type of ['pointerdown', 'keydown', 'click']) figure.addEventListener(type, stop, { signal, capture: true });
  }

  get running(): boolean {
    return !this.#stopped.signal.aborted;
  }

  stop(): void {
    this.#stopped.abort();
  }

  async set(state: Parameters<Film['set']>[0]): Promise<void> {
    this.#goOn();
    this.#apply(state);
    await this.#figure.updateComplete;
    this.#goOn();
    this.#shown();
  }

  async pause(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#figure.reducedMotion ? Math.min(shortest, milliseconds) : milliseconds));
    this.#goOn();
  }

  async until(condition: () => boolean): Promise<void> {
    this.#goOn();
    while (!condition()) {
      await new Promise((resolve) => setTimeout(resolve, shortest));
      this.#goOn();
    }
  }

  #goOn(): void {
    if (!this.#figure.isConnected) this.stop();
    if (!this.running) throw new FilmStopped();
  }
}
