import { attachCanvas, type Canvas } from '../../../draw/canvas.ts';
import type { DrawContext } from '../../../draw/draw-context.ts';
import type { Size, View } from '../../../draw/view.ts';
import type { Draw, DrawLines } from '../exports/export.ts';

interface PlotPlace<Laid> {
  /** Of its canvas. */
  readonly id: string;
  /** Where what is drawn lies on a canvas of this size; undefined while there is nothing to draw. */
  readonly view: (size: Size) => Laid | undefined;
}

type DrawsLines<Laid> = { readonly lines: true; readonly draw: (context: DrawContext, laid: Laid) => void };
type DrawsPixels<Laid> = { readonly lines?: false; readonly draw: (context: CanvasRenderingContext2D, laid: Laid) => void };

/** `lines`: the drawing has no pixels (images, heat maps), so that it can be saved as SVG, too. */
export type PlotOptions<Laid> = PlotPlace<Laid> & (DrawsLines<Laid> | DrawsPixels<Laid>);

/**
 * A canvas of a figure, and where on it the data lie. The figure's update finds that out, after it has computed and before it renders, so that
 * what is rendered, what is drawn and what a pointer does go by the same view. A changed size is a reason for an update, as a changed state is.
 */
export class Plot<Laid = View> {
  readonly id: string;
  readonly draw: Draw;
  /** The same where the drawing has no pixels. */
  readonly drawLines: DrawLines | undefined;
  #viewOf: (size: Size) => Laid | undefined;
  #element: HTMLCanvasElement | undefined;
  #canvas: Canvas | undefined;
  #view: Laid | undefined;

  constructor(options: PlotOptions<Laid>) {
    this.id = options.id;
    this.#viewOf = options.view;
    this.draw = (context) => {
      if (this.#view !== undefined) options.draw(context, this.#view);
    };
    this.drawLines = options.lines
      ? (context) => {
          if (this.#view !== undefined) options.draw(context, this.#view);
        }
      : undefined;
  }

  /** As of the last update; undefined until the canvas has a size and there is something to draw. */
  get view(): Laid | undefined {
    return this.#view;
  }

  /** 0 × 0 until the canvas is laid out. */
  get size(): Size {
    return this.#canvas?.size ?? { width: 0, height: 0 };
  }

  /** For the figure, in each update. */
  look(): void {
    const { size } = this;
    this.#view = size.width > 0 && size.height > 0 ? this.#viewOf(size) : undefined;
  }

  requestDraw(): void {
    this.#canvas?.requestDraw();
  }

  /** For the figure, once it has rendered: the canvas of a bench comes and goes. `sized` must bring about an update, and that calls requestDraw. */
  attach(root: ParentNode, sized: () => void): void {
    const element = root.querySelector<HTMLCanvasElement>(`#${this.id}`) ?? undefined;
    if (element === this.#element) return;
    this.dispose();
    this.#element = element;
    this.#canvas = element && attachCanvas(element, this.draw, sized);
  }

  dispose(): void {
    this.#canvas?.dispose();
    this.#canvas = undefined;
    this.#element = undefined;
  }
}

/** A plot whose drawing needs to know no more than the size of the canvas. */
export function picture(id: string, draw: DrawLines, options: { readonly lines: true }): Plot<Size>;
export function picture(id: string, draw: Draw): Plot<Size>;
export function picture(id: string, ...[draw, options]: [draw: DrawLines, options: { readonly lines: true }] | [draw: Draw, options?: undefined]): Plot<Size> {
  const view = (size: Size) => size;
  return new Plot(options ? { id, view, lines: true, draw } : { id, view, draw });
}
