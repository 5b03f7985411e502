import type { DrawContext } from './draw-context.ts';
import type { DrawTheme } from './theme.ts';
import { pixelX, pixelY, type View } from './view.ts';

const [half, width, casing] = [5, 2, 1.5];

/** A cross where a map is lowest, in the colour of its words, on a casing that sets it off from the ground. Those beyond the view are not drawn. */
export function drawMinima(context: DrawContext, view: View, minima: readonly (readonly [number, number])[], theme: DrawTheme): void {
  const { left, top, width: across, height } = view.plot;
  const seen = minima.map(([x, y]) => [pixelX(view, x), pixelY(view, y)] as const).filter(([x, y]) => x >= left && x <= left + across && y >= top && y <= top + height);
  if (seen.length === 0) return;
  context.save();
  context.lineCap = 'round';
  for (const [colour, thickness] of [
    [theme.background, width + 2 * casing],
    [theme.ink, width],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.beginPath();
    for (const [x, y] of seen) {
      context.moveTo(x - half, y - half);
      context.lineTo(x + half, y + half);
      context.moveTo(x - half, y + half);
      context.lineTo(x + half, y - half);
    }
    context.stroke();
  }
  context.restore();
}
