import type { DrawContext } from './draw-context.ts';
import { clipToPlot, pixelX, pixelY, type View } from './view.ts';

export interface Band {
  readonly x: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
}

export interface BandStyle {
  readonly colour: string;
  /** Of a line around it, in pixels, by which it is seen also where the two curves meet; none by default. */
  readonly outline?: number;
}

/** The area between two curves over the same x, with a gap where one of them is not a number. What lies beyond the view lies at its edge. */
export function drawBand(context: DrawContext, view: View, band: Band, { colour, outline = 0 }: BandStyle): void {
  const { x, upper, lower } = band;
  const [lowest, highest] = view.y;
  const px = (i: number) => pixelX(view, x[i] as number);
  const py = (values: ArrayLike<number>, i: number) => pixelY(view, Math.min(highest, Math.max(lowest, values[i] as number)));
  context.save();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = outline;
  context.lineJoin = 'round';
  clipToPlot(context, view, () => {
    context.beginPath();
    for (let start = 0; start < x.length; ) {
      const end = endOfNumbers(band, start);
      if (end > start) {
        context.moveTo(px(start), py(upper, start));
        for (let i = start + 1; i < end; i++) context.lineTo(px(i), py(upper, i));
        for (let i = end - 1; i >= start; i--) context.lineTo(px(i), py(lower, i));
        context.closePath();
      }
      start = end + 1;
    }
    context.fill();
    if (outline > 0) context.stroke();
  });
  context.restore();
}

/** The first index from `start` on at which one of the curves is not a number. */
function endOfNumbers({ x, upper, lower }: Band, start: number): number {
  let end = start;
  while (end < x.length && !Number.isNaN((upper[end] as number) + (lower[end] as number))) end++;
  return end;
}
