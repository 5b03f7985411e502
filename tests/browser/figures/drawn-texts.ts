import type { TestPage } from '../driver/test-page.ts';

/** A text on a canvas, and where its letters are: in CSS pixels of the canvas, as far as there is ink. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DrawnCanvas {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
}

type Recorder = (canvas: HTMLCanvasElement) => readonly DrawnText[];

/** From the next load on the page keeps what each canvas has written since it was last cleared. Rims (strokeText) are not told. */
export function recordTexts(page: TestPage): Promise<unknown> {
  return page.evaluateOnNewDocument(() => {
    const written = new WeakMap<HTMLCanvasElement, DrawnText[]>();
    const { prototype } = CanvasRenderingContext2D;
    const { clearRect, fillText, fillRect } = prototype;
    const boxOf = (context: CanvasRenderingContext2D, xs: readonly number[], ys: readonly number[]) => {
      const matrix = context.getTransform();
      const corners = xs.flatMap((x) => ys.map((y) => matrix.transformPoint({ x, y })));
      const across = corners.map(({ x }) => x);
      const down = corners.map(({ y }) => y);
      return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
    };
    /** What lies wholly below the rectangle, or ends where the canvas does. */
    const forget = (context: CanvasRenderingContext2D, x: number, y: number, right: number, bottom: number) => {
      const box = boxOf(context, [x, right], [y, bottom]);
      const { width, height } = context.canvas;
      const texts = written.get(context.canvas) ?? [];
      const below = (text: DrawnText) =>
        box.left <= Math.max(1, text.left) && box.top <= Math.max(1, text.top) && box.right >= Math.min(width - 1, text.right) && box.bottom >= Math.min(height - 1, text.bottom);
      written.set(
        context.canvas,
        texts.filter((text) => !below(text)),
      );
    };
    prototype.clearRect = function (x, y, width, height) {
      forget(this, x, y, x + width, y + height);
      clearRect.call(this, x, y, width, height);
    };
    prototype.fillRect = function (x, y, width, height) {
      if (this.globalAlpha === 1) forget(this, x, y, x + width, y + height);
      fillRect.call(this, x, y, width, height);
    };
    prototype.fillText = function (text, x, y) {
      const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = this.measureText(text);
      if (this.globalAlpha > 0 && text.trim()) {
        const texts = written.get(this.canvas) ?? [];
        texts.push({ text, ...boxOf(this, [x - left, x + right], [y - up, y + down]) });
        written.set(this.canvas, texts);
      }
      fillText.call(this, text, x, y);
    };
    const recorder: Recorder = (canvas) => {
      const scale = canvas.clientWidth / canvas.width;
      return (written.get(canvas) ?? []).map(({ text, left, top, right, bottom }) => ({
        text,
        left: left * scale,
        top: top * scale,
        right: right * scale,
        bottom: bottom * scale,
      }));
    };
    Object.assign(globalThis, { drawnTexts: recorder });
  });
}

/** Of the stage of a figure. */
export function drawnCanvases(page: TestPage, figure: string): Promise<DrawnCanvas[]> {
  return page.$$eval(`#${figure} >>> [part=stage] canvas`, (canvases) => {
    const { drawnTexts } = globalThis as unknown as { drawnTexts: Recorder };
    return canvases
      .filter((canvas) => canvas.checkVisibility({ visibilityProperty: true }))
      .map((canvas) => ({ id: canvas.id, width: canvas.clientWidth, height: canvas.clientHeight, texts: drawnTexts(canvas) }));
  });
}

/** Texts of one canvas that lie on one another, or are cut off at its edge, by more than a pixel. An index stands close below its letter. */
export function faultsOfTexts({ id, width, height, texts }: DrawnCanvas): string[] {
  const slack = 1;
  const faults: string[] = [];
  const told = (pixels: number) => Math.round(pixels * 10) / 10;
  texts.forEach((one, i) => {
    const over = Math.max(-one.left, -one.top, one.right - width, one.bottom - height);
    if (over > slack) faults.push(`#${id}: “${one.text}” is cut off by ${told(over)} px`);
    for (const other of texts.slice(i + 1)) {
      if (/^\p{L}\d$/u.test(one.text + other.text)) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (Math.min(across, down) > slack) faults.push(`#${id}: “${one.text}” and “${other.text}” lie on one another by ${told(across)} × ${told(down)} px`);
    }
  });
  return faults;
}
