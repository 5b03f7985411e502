import type { DrawContext } from './draw-context.ts';

/** The part of a drawing that seldom changes, kept as pixels: to copy it is a small part of the work of drawing it. */
export class KeptPicture {
  #parts: readonly unknown[] = [];
  #bitmap: OffscreenCanvas | undefined;

  /**
   * `paint` is called only where one of `parts` has changed, or the bitmap of the canvas; it must draw with nothing else, and no text, whose letters may still be
   * on their way. A context without pixels gets the drawing itself.
   */
  draw(context: DrawContext, parts: readonly unknown[], paint: (context: DrawContext) => void): void {
    if (!isOfCanvas(context)) {
      paint(context);
      return;
    }
    const { width, height } = context.canvas;
    const transform = context.getTransform();
    const all = [...parts, width, height, transform.a, transform.d];
    if (!this.#bitmap || all.length !== this.#parts.length || all.some((part, i) => part !== this.#parts[i])) {
      this.#bitmap = painted(width, height, transform, this.#bitmap, paint);
      this.#parts = all;
    }
    context.save();
    context.resetTransform();
    context.drawImage(this.#bitmap, 0, 0);
    context.restore();
  }
}

function painted(width: number, height: number, transform: DOMMatrix, before: OffscreenCanvas | undefined, paint: (context: DrawContext) => void): OffscreenCanvas {
  const bitmap = before?.width === width && before.height === height ? before : new OffscreenCanvas(width, height);
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.resetTransform();
  context.clearRect(0, 0, width, height);
  context.setTransform(transform);
  paint(context);
  return bitmap;
}

/** Whether it is the context of a canvas of the page, and not one that writes SVG. */
export function isOfCanvas(context: DrawContext): context is CanvasRenderingContext2D {
  return typeof CanvasRenderingContext2D !== 'undefined' && context instanceof CanvasRenderingContext2D;
}
