import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../../draw/place.ts';
import { dataX, dataY, type View } from '../../../draw/view.ts';
import type { PlaneStrings } from '../../../i18n/plane.ts';
import type { Point } from '../state/reading.ts';
import { middle, moved, type Part, zoomed } from './part.ts';

export interface ViewMoverOptions {
  readonly view: () => View | undefined;
  readonly part: () => Part;
  readonly show: (part: Part) => void;
  /** Back to the part that suits f. */
  readonly showAll: () => void;
  readonly changed: () => void;
}

const buttonFactor = 1.5;
const arrowShare = 0.1;

/**
 * Zooms and moves the part of the plane that is shown: by buttons, by the wheel with Ctrl (which is how a browser tells of a pinch on a
 * touch pad), by two fingers; and while its hand is chosen, by dragging with one pointer, or by the arrows.
 */
export class ViewMover {
  #options: ViewMoverOptions;
  #hand = false;
  /** Where each finger (or, with the hand, the mouse) was last. */
  #pointers = new Map<number, Point>();

  constructor(options: ViewMoverOptions) {
    this.#options = options;
  }

  /** A drag moves the view, not the point. */
  get hand(): boolean {
    return this.#hand;
  }

  buttons(words: PlaneStrings): TemplateResult {
    const zoom = (factor: number) => () => this.#zoom(middle(this.#options.part()), factor);
    return html`<div class="row view" role="group" aria-label=${words.view}>
      <button type="button" class="icon" aria-label=${words.zoomIn} title=${words.zoomIn} @click=${zoom(buttonFactor)}>+</button>
      <button type="button" class="icon" aria-label=${words.zoomOut} title=${words.zoomOut} @click=${zoom(1 / buttonFactor)}>−</button>
      <button type="button" class="preset" @click=${this.#options.showAll}>${words.showAll}</button>
      <button type="button" class="preset" aria-pressed=${this.#hand} title=${words.handHint} @click=${this.#toggleHand} @keydown=${this.#handKey}>${words.hand}</button>
    </div>`;
  }

  readonly wheel = {
    passive: false,
    handleEvent: (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = this.#pointAt(event.currentTarget as HTMLElement, [event.clientX, event.clientY]);
      if (at) this.#zoom(at, 2 ** (-event.deltaY / (event.deltaMode === 0 ? 200 : 6)));
    },
  };

  /** These give true where the event is the mover's own. */
  down(event: PointerEvent): boolean {
    if (event.pointerType !== 'touch' && !this.#hand) return false;
    this.#pointers.set(event.pointerId, [event.clientX, event.clientY]);
    const moves = this.#hand || this.#pointers.size === 2;
    if (moves) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    return moves;
  }

  move(event: PointerEvent): boolean {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return this.#hand;
    const now: Point = [event.clientX, event.clientY];
    this.#pointers.set(event.pointerId, now);
    const plot = event.currentTarget as HTMLElement;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(plot, other, before, now);
    else if (this.#hand) this.#drag(plot, before, now);
    return true;
  }

  up(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
  }

  #pinch(plot: HTMLElement, other: Point, before: Point, now: Point): void {
    const [from, to] = [distance(before, other), distance(now, other)];
    const between: Point = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
    const at = this.#pointAt(plot, between);
    if (at && from > 0 && to > 0) this.#zoom(at, to / from);
  }

  #drag(plot: HTMLElement, before: Point, now: Point): void {
    const [from, to] = [this.#pointAt(plot, before), this.#pointAt(plot, now)];
    if (from && to) this.#options.show(moved(this.#options.part(), from[0] - to[0], from[1] - to[1]));
  }

  #zoom(at: Point, factor: number): void {
    this.#options.show(zoomed(this.#options.part(), at, factor));
  }

  #toggleHand = (): void => {
    this.#hand = !this.#hand;
    this.#pointers.clear();
    this.#options.changed();
  };

  #handKey = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (!direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const part = this.#options.part();
    const share = arrowShare * (event.shiftKey ? 5 : 1);
    this.#options.show(moved(part, direction[0] * share * (part.x0[1] - part.x0[0]), direction[1] * share * (part.x1[1] - part.x1[0])));
  };

  #pointAt(plot: HTMLElement, [clientX, clientY]: Point): Point | undefined {
    const view = this.#options.view();
    if (!view) return undefined;
    const { x, y } = placeIn(plot, { clientX, clientY });
    return [dataX(view, x), dataY(view, y)];
  }
}

const directions: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
