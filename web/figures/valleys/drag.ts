export interface DragOptions {
  /** Of the presses those that begin a drag; all of the main button by default. */
  readonly takes?: (event: PointerEvent) => boolean;
  /** The pointer has gone so far, in pixels of the window, since it was last told. */
  readonly move: (right: number, down: number, event: PointerEvent) => void;
  readonly begin?: (event: PointerEvent) => void;
  /** Only of what was a drag; a press without one is a click. */
  readonly release?: () => void;
}

/** A finger that rests trembles a little. */
const trembling = 3;

/** A drag from an element, whose pointerdown, pointermove, pointerup and pointercancel it is to hear. */
export class Drag {
  #options: DragOptions;
  #pressed: readonly [number, number] = [0, 0];
  #last: readonly [number, number] | undefined;
  #dragged = false;

  constructor(options: DragOptions) {
    this.#options = options;
  }

  /** The pointer is down, and has moved. */
  get active(): boolean {
    return this.#last !== undefined && this.#dragged;
  }

  /** The press that a click ends was a drag. */
  get dragged(): boolean {
    return this.#dragged;
  }

  readonly down = (event: PointerEvent): void => {
    this.#dragged = false;
    const { takes, begin } = this.#options;
    if (event.button !== 0 || !(takes?.(event) ?? true)) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#pressed = [event.clientX, event.clientY];
    this.#last = this.#pressed;
    begin?.(event);
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#last || !(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    this.#dragged ||= Math.hypot(event.clientX - this.#pressed[0], event.clientY - this.#pressed[1]) > trembling;
    if (!this.#dragged) return;
    const [x, y] = this.#last;
    this.#last = [event.clientX, event.clientY];
    this.#options.move(event.clientX - x, event.clientY - y, event);
  };

  readonly up = (): void => {
    const released = this.active;
    this.#last = undefined;
    if (released) this.#options.release?.();
  };
}
