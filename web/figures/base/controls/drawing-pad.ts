import { placeIn } from '../../../draw/place.ts';
import { drawingText, extended, onPad, type PadPoint, padSize, penByKey, type Stroke } from './strokes.ts';

export interface DrawingPadOptions {
  readonly strokes: () => readonly Stroke[];
  readonly change: (state: { readonly drawing: string | null }) => void;
  /** The stroke that is being drawn has grown, or the pen has moved. */
  readonly update: () => void;
}

/** A stroke is drawn by mouse, by finger or by keys: arrows move the pen, space sets it down and lifts it. The state hears of a stroke when it is finished. */
export class DrawingPad {
  #options: DrawingPadOptions;
  #stroke: Stroke = [];
  #pen: PadPoint = [padSize / 2, padSize / 2];
  #down = false;

  constructor(options: DrawingPadOptions) {
    this.#options = options;
  }

  /** With the one that is being drawn. */
  get strokes(): readonly Stroke[] {
    return this.#stroke.length > 0 ? [...this.#options.strokes(), this.#stroke] : this.#options.strokes();
  }

  /** Of the keys. */
  get pen(): { readonly at: PadPoint; readonly down: boolean } {
    return { at: this.#pen, down: this.#down };
  }

  undo(): void {
    if (this.#stroke.length > 0) this.#drop();
    else this.#set(this.#options.strokes().slice(0, -1));
  }

  clear(): void {
    this.#drop();
    this.#set([]);
  }

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const pad = event.currentTarget as HTMLElement;
    pad.setPointerCapture(event.pointerId);
    this.#finish();
    this.#to(pointOf(event, pad));
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const pad = event.currentTarget as HTMLElement;
    if (!pad.hasPointerCapture(event.pointerId)) return;
    // Several movements may have come in one frame.
    for (const each of [...(event.getCoalescedEvents?.() ?? []), event]) this.#to(pointOf(each, pad));
  };

  readonly pointerUp = (event: PointerEvent): void => {
    if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) this.#finish();
  };

  readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moved = penByKey(this.#pen, event.key, event.shiftKey);
    if (moved) {
      this.#pen = moved;
      if (this.#down) this.#to(moved);
      this.#options.update();
    } else if (event.key === ' ') this.#press();
    else if (event.key === 'Backspace') this.undo();
    else if (event.key === 'Delete') this.clear();
    else return;
    event.preventDefault();
  };

  readonly blur = (): void => {
    this.#finish();
    this.#options.update();
  };

  #press(): void {
    if (this.#down) this.#finish();
    else {
      this.#down = true;
      this.#to(this.#pen);
    }
    this.#options.update();
  }

  #to(point: PadPoint): void {
    this.#pen = point;
    this.#stroke = extended(this.#stroke, point);
    this.#options.update();
  }

  #finish(): void {
    this.#down = false;
    if (this.#stroke.length === 0) return;
    const { strokes } = this;
    this.#stroke = [];
    this.#set(strokes);
  }

  #drop(): void {
    this.#down = false;
    this.#stroke = [];
    this.#options.update();
  }

  #set(strokes: readonly Stroke[]): void {
    this.#options.change({ drawing: strokes.length > 0 ? drawingText(strokes) : null });
  }
}

function pointOf(event: MouseEvent, pad: HTMLElement): PadPoint {
  const { x, y, size } = placeIn(pad, event);
  return onPad((x / size.width) * padSize, (y / size.height) * padSize);
}
