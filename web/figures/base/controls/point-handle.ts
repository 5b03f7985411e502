import { html, type TemplateResult } from 'lit';
import { placeIn, seenBox } from '../../../draw/place.ts';
import { dataX, dataY, pixelX, pixelY, type View } from '../../../draw/view.ts';
import type { Point } from '../state/reading.ts';
import { alongAxis, type Bounds, type FreeAxis, movedByKey, placed, type Steps, usualSteps } from './point-moves.ts';
import { slider } from './slider.ts';

export interface HandleOptions {
  /** Of its element. */
  readonly id: string;
  /** undefined until the canvas has a size. */
  readonly view: () => View | undefined;
  readonly point: () => Point;
  /** By default what the view shows; needed if keys are to move the point before there is one. */
  readonly bounds?: () => Bounds;
  /** 'both' by default. */
  readonly free?: FreeAxis;
  /** Coarse for a pointer that is to hit a line exactly. */
  readonly steps?: Steps;
  readonly move: (point: Point) => void;
  /** It got or lost the focus, which drawHandle shows. */
  readonly focusChanged: () => void;
  /** The mouse is over this point of the plot, without a button held. */
  readonly hover?: (point: Point) => void;
  /** A press without a drag, on the plot (where the point has gone by then) or on the point itself. */
  readonly press?: (point: Point) => void;
  /** A key that does not move the point; true if it did something. */
  readonly otherKey?: (key: string) => boolean;
}

export interface HandleWords {
  readonly label: string;
  /** Where the point is. */
  readonly valueText: string;
}

/**
 * A point of a plot that the reader moves, in the plane or along one axis: by dragging it (mouse, pen, finger), by a press anywhere in the
 * plot, by keys while it has the focus. The handle is an element of its own over the canvas, in the same .plot; a finger elsewhere on the
 * plot scrolls the page. The .plot passes on its pointerdown, pointermove and click to plotDown, plotMove and plotClick.
 */
export class PointHandle {
  #options: HandleOptions;
  /** The element, while it has the focus. */
  #holder: HTMLElement | undefined;
  /** From the pointer to the middle of the handle, so that it does not jump when it is taken. */
  #grip: Point = [0, 0];
  #pressedAt: Point = [0, 0];
  /** Where the point was then: one that follows the mouse may have gone back before the press ends. */
  #pressed: Point = [0, 0];
  #dragged = false;

  constructor(options: HandleOptions) {
    this.#options = options;
  }

  /** By the keyboard: drawHandle draws a wider ring. */
  get focused(): boolean {
    return this.#holder?.matches(':focus-visible') ?? false;
  }

  /** As a slider it tells the coordinate that moves (x, if both do) as its number, and `valueText`. */
  element({ label, valueText }: HandleWords): TemplateResult {
    const { id, free = 'both' } = this.#options;
    const vertical = free === 'y';
    const value = this.#options.point()[vertical ? 1 : 0];
    const [lowest, highest] = this.#bounds?.[vertical ? 'y' : 'x'] ?? [value, value];
    return html`<div
      id=${id}
      class="handle"
      ${slider({ label, lowest: Math.min(lowest, value), highest: Math.max(highest, value), value, text: valueText, vertical, key: this.#key })}
      .style=${this.#place}
      @pointerdown=${this.#down}
      @pointermove=${this.#drag}
      @click=${this.#click}
      @focus=${this.#focus}
      @blur=${this.#blur}
    ></div>`;
  }

  /** A mouse or pen drags from anywhere. */
  readonly plotDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    // Of a finger, too: without it the tap that follows a drag of the handle would pass for the end of that drag.
    this.#press(event);
    if (event.pointerType === 'touch') return;
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    this.#pass(this.#options.move, target, event.clientX, event.clientY);
  };

  readonly plotMove = (event: PointerEvent): void => {
    const target = event.currentTarget as HTMLElement;
    const { move, hover } = this.#options;
    if (target.hasPointerCapture(event.pointerId)) {
      this.#dragged ||= this.#isFarFromPress(event);
      this.#pass(move, target, event.clientX, event.clientY);
    } else if (hover && event.pointerType === 'mouse' && event.buttons === 0 && this.#isInPlot(target, event)) {
      this.#pass(hover, target, event.clientX, event.clientY);
    }
  };

  /** A tap; after a mouse press the point is there already. */
  readonly plotClick = (event: MouseEvent): void => {
    const target = event.currentTarget as HTMLElement;
    if (event.detail === 0 || this.#dragged || !this.#isInPlot(target, event)) return;
    const { move, press } = this.#options;
    this.#pass(move, target, event.clientX, event.clientY);
    if (press) this.#pass(press, target, event.clientX, event.clientY);
  };

  /** Over the point, or at the edge of the plot that is nearest to it; at the lower edge where f has no value. */
  get #place(): string {
    const view = this.#options.view();
    if (!view) return '';
    const [x, y] = this.#options.point();
    const { left, top, width, height } = view.plot;
    const within = (pixel: number, from: number, length: number) => (Number.isNaN(pixel) ? from + length : Math.min(from + length, Math.max(from, pixel)));
    return `translate: calc(${within(pixelX(view, x), left, width)}px - 50%) calc(${within(pixelY(view, y), top, height)}px - 50%)`;
  }

  #focus = (event: FocusEvent): void => {
    this.#holder = event.currentTarget as HTMLElement;
    this.#options.focusChanged();
  };

  #blur = (): void => {
    this.#holder = undefined;
    this.#options.focusChanged();
  };

  #down = (event: PointerEvent): void => {
    if (!this.#options.view() || event.button !== 0) return;
    const target = event.currentTarget as HTMLElement;
    const box = seenBox(target);
    this.#press(event);
    this.#pressed = this.#options.point();
    this.#grip = [box.left + box.width / 2 - event.clientX, box.top + box.height / 2 - event.clientY];
    target.setPointerCapture(event.pointerId);
    target.focus({ preventScroll: true });
    event.preventDefault();
    event.stopPropagation();
  };

  #drag = (event: PointerEvent): void => {
    const target = event.currentTarget as HTMLElement;
    if (!target.hasPointerCapture(event.pointerId)) return;
    this.#dragged ||= this.#isFarFromPress(event);
    const plot = target.parentElement;
    if (plot && this.#dragged) this.#pass(this.#options.move, plot, event.clientX + this.#grip[0], event.clientY + this.#grip[1]);
  };

  #click = (event: MouseEvent): void => {
    event.stopPropagation();
    if (!this.#dragged) this.#options.press?.(this.#pressed);
  };

  #key = (key: string, coarse: boolean): boolean => {
    const { point, free, steps = usualSteps, move, otherKey } = this.#options;
    const bounds = this.#bounds;
    const moved = bounds && movedByKey(point(), key, coarse, bounds, free, steps.key);
    if (moved) move(moved);
    return moved !== undefined || (otherKey?.(key) ?? false);
  };

  get #bounds(): Bounds | undefined {
    return this.#options.bounds?.() ?? this.#options.view();
  }

  #pass(to: (point: Point) => void, plot: HTMLElement, clientX: number, clientY: number): void {
    const view = this.#options.view();
    const bounds = this.#bounds;
    if (!view || !bounds) return;
    const { point, free = 'both', steps = usualSteps } = this.#options;
    const { x, y } = placeIn(plot, { clientX, clientY });
    const there: Point = [dataX(view, x), dataY(view, y)];
    to(alongAxis(point(), placed(there, bounds, free, steps.pointer), free));
  }

  #isInPlot(target: HTMLElement, event: MouseEvent): boolean {
    const view = this.#options.view();
    if (!view) return false;
    const { left, top, width, height } = view.plot;
    const { x, y } = placeIn(target, event);
    return x >= left && y >= top && x <= left + width && y <= top + height;
  }

  #press(event: PointerEvent): void {
    this.#dragged = false;
    this.#pressedAt = [event.clientX, event.clientY];
  }

  /** A finger that rests trembles a little, on the window, whatever the scale of the page. */
  #isFarFromPress(event: PointerEvent): boolean {
    return Math.hypot(event.clientX - this.#pressedAt[0], event.clientY - this.#pressedAt[1]) > 3;
  }
}
