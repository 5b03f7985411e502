import { attachCanvas, type Canvas } from '../../../draw/canvas.ts';
import type { Size, View } from '../../../draw/view.ts';
import type { Draw } from '../exports/export.ts';

export interface PlotOptions<Laid> {
  /** Of its canvas. */
  readonly id: string;
  /** The drawing has no pixels (images, heat maps), so that it can be saved as SVG, too. */
  readonly lines?: boolean;
  /** Where what is drawn lies on a canvas of this size; undefined while there is nothing to draw. */
  view(size: Size): Laid | undefined;
  draw(context: CanvasRenderingContext2D, view: Laid): void;
}

/**
 * A canvas of a figure, and where on it the data lie. The figure's update finds that out, after it has computed and before it renders, so that
 * what is rendered, what is drawn and what a pointer does go by the same view. A changed size is a reason for an update, as a changed state is.
 */
export class Plot<Laid = View> {
  readonly id: string;
  readonly lines: boolean;
  #options: PlotOptions<Laid>;
  #canvas: Canvas | undefined;
  #view: Laid | undefined;

  constructor(options: PlotOptions<Laid>) {
    this.id = options.id;
    this.lines = options.lines ?? false;
    this.#options = options;
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
    this.#view = size.width > 0 && size.height > 0 ? this.#options.view(size) : undefined;
  }

  readonly draw: Draw = (context) => {
    if (this.#view !== undefined) this.#options.draw(context, this.#view);
  };

  requestDraw(): void {
    this.#canvas?.requestDraw();
  }

  /** `sized` must bring about an update, and that calls requestDraw. */
  attach(root: ParentNode, sized: () => void): void {
    this.#canvas = attachCanvas(root.querySelector(`#${this.id}`) as HTMLCanvasElement, this.draw, sized);
  }

  dispose(): void {
    this.#canvas?.dispose();
    this.#canvas = undefined;
  }
}

/** A plot whose drawing needs to know no more than the size of the canvas. */
export function picture(id: string, draw: (context: CanvasRenderingContext2D, size: Size) => void, { lines = false } = {}): Plot<Size> {
  return new Plot({ id, lines, view: (size) => size, draw });
}
