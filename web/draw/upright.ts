import type { DrawContext } from './draw-context.ts';
import { hairline, pixelX, type View } from './view.ts';

export interface UprightStyle {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** A line at x from the lower to the upper edge of the plot. */
export function drawUpright(context: DrawContext, view: View, x: number, { colour, width = 1, dash = [] }: UprightStyle): void {
  const { top, height } = view.plot;
  const at = hairline(pixelX(view, x));
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(at, top);
  context.lineTo(at, top + height);
  context.stroke();
  context.restore();
}
