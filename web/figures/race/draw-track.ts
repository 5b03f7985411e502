import { mix } from '../../draw/colour.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { traceMarker } from '../../draw/marker.ts';
import { seriesStyle } from '../../draw/series.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { drawUpright } from '../../draw/upright.ts';
import { pixelX, type Size, type View } from '../../draw/view.ts';

export interface Runner {
  readonly name: string;
  /** How far it has come, in gradients. */
  readonly gradients: number;
  readonly told: string;
}

export interface Track {
  readonly runners: readonly Runner[];
  /** Of a gradient. */
  readonly parameterCount: number;
  /** That the chapter's training takes. */
  readonly last: number;
  /** Of the start, of one gradient, and of the end. */
  readonly marks: readonly [string, string, string];
}

/** A lane for each runner, on one log scale from the first parameter to the last gradient of the training. */
export function drawTrack(context: DrawContext, size: Size, theme: DrawTheme, { runners, parameterCount, last, marks }: Track): void {
  const em = theme.fontSize;
  const radius = 0.5 * em;
  const start = -Math.log10(parameterCount);
  const end = Math.log10(last);
  const foot = 1.9 * em;
  const view: View = { x: [start, end], y: [0, 1], plot: { left: radius + 1, top: 0, width: Math.max(1, size.width - 2 * radius - 2), height: size.height - foot } };
  const lane = view.plot.height / runners.length;

  context.save();
  context.textBaseline = 'alphabetic';
  context.font = fontOf(theme);
  const [first, middle, final] = marks.map((mark) => context.measureText(mark).width) as [number, number, number];
  // Beside the other two where it would lie on one of them, and nowhere if there is no room between them.
  const [from, to] = [first + 0.5 * em + middle / 2, size.width - final - 0.5 * em - middle / 2];
  const between = Math.max(from, Math.min(to, pixelX(view, 0)));
  for (const [i, at] of [start, 0, end].entries()) {
    drawUpright(context, view, at, { colour: i === 1 ? theme.grid : theme.muted, ...(i === 1 ? { dash: [4, 3] } : {}) });
    context.textAlign = (['left', 'center', 'right'] as const)[i] ?? 'center';
    context.fillStyle = theme.muted;
    if (i !== 1 || from <= to) context.fillText(marks[i] ?? '', i === 0 ? 1 : i === 1 ? between : size.width - 1, size.height - 0.4 * em);
  }
  runners.forEach(({ name, gradients, told }, i) => {
    const { colour, marker } = seriesStyle(theme, i);
    const y = (i + 0.72) * lane;
    const x = pixelX(view, Math.min(end, Math.max(start, Math.log10(gradients))));
    drawLine(context, view.plot.left, view.plot.left + view.plot.width, y, theme.grid, 4);
    drawLine(context, view.plot.left, x, y, mix(theme.background, colour, 0.6), 4);
    context.beginPath();
    traceMarker(context, marker, x, y, radius);
    context.fillStyle = colour;
    context.strokeStyle = theme.background;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
    context.textAlign = 'left';
    context.fillStyle = theme.ink;
    context.fillText(name, view.plot.left + 0.6 * em, y - 0.95 * em);
    context.textAlign = 'right';
    context.fillStyle = theme.muted;
    context.fillText(told, size.width - radius - 0.6 * em, y - 0.95 * em);
  });
  context.restore();
}

function drawLine(context: DrawContext, from: number, to: number, y: number, colour: string, width: number): void {
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to, y);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
