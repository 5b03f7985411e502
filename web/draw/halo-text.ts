import type { DrawContext } from './draw-context.ts';
import type { DrawTheme } from './theme.ts';

/** A text in the context's font, with a rim in the colour of the page that sets it off from what lies below. */
export function drawHaloText(context: DrawContext, theme: DrawTheme, text: string, x: number, y: number, colour = theme.ink): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
