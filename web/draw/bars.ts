import type { DrawContext } from './draw-context.ts';
import type { DrawTheme } from './theme.ts';
import { clipToPlot, pixelX, pixelY, type Range, type View } from './view.ts';

export interface BarsStyle {
  /** Bar i stands between edges[i] and edges[i + 1]. */
  readonly edges: ArrayLike<number>;
  /** The colour of bar i; the first accent by default. */
  readonly colour?: (index: number) => string;
  /** Between two bars, in pixels; 1 by default. */
  readonly gap?: number;
}

/** Bars from 0 (or the lower edge of the view, if that is higher) up to `heights`. */
export function drawBars(context: DrawContext, view: View, heights: ArrayLike<number>, theme: DrawTheme, { edges, colour, gap = 1 }: BarsStyle): void {
  const bottom = pixelY(view, Math.max(0, view.y[0]));
  clipToPlot(context, view, () => {
    for (let i = 0; i < heights.length; i++) {
      const [left, right] = [pixelX(view, edges[i] as number) + gap / 2, pixelX(view, edges[i + 1] as number) - gap / 2];
      const top = pixelY(view, heights[i] as number);
      context.fillStyle = colour?.(i) ?? theme.accent;
      context.fillRect(left, top, Math.max(0.5, right - left), bottom - top);
    }
  });
}

/** Around the place of a bar of that height, broken: what it should fill. */
export function outlineBar(context: DrawContext, view: View, [from, to]: Range, height: number, { colour, gap }: { readonly colour: string; readonly gap: number }): void {
  const [left, top] = [pixelX(view, from) + gap / 2, pixelY(view, height)];
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.rect(left, top, pixelX(view, to) - gap / 2 - left, pixelY(view, 0) - top);
  context.stroke();
  context.restore();
}
