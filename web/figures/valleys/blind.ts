import { traceArrowhead } from '../../draw/marker.ts';
import type { TerrainColours } from '../../draw/terrain-colours.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { Point } from '../base/state/reading.ts';
import { drawBlindWalk, type ShownWalk } from './draw.ts';

/** What one who is blind knows of the ground, in pixels round the feet. */
export const feltRadius = 46;
const arrow = { length: 30, width: 2.5, head: 11 };

export interface BlindView {
  readonly ground: () => void;
  readonly walk: ShownWalk | undefined;
  /** Where the walker stands. */
  readonly standing: { readonly x: number; readonly y: number };
  /** Of the picture, 0 … 1. */
  readonly uncovered: number;
  /** Downhill, as it is seen; 0 where the ground is level. Its length says nothing. */
  readonly slope: Point;
}

/** Fog over all but a disc round the walker, the way that was walked, and the slope under the feet. */
export function drawBlind(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, { fog }: TerrainColours, { ground, walk, standing, uncovered, slope }: BlindView): void {
  const { x, y } = standing;
  const farthest = Math.hypot(Math.max(x, size.width - x), Math.max(y, size.height - y));
  context.save();
  context.fillStyle = fog;
  context.beginPath();
  context.roundRect(0, 0, size.width, size.height, 8);
  context.fill();
  context.beginPath();
  context.arc(x, y, feltRadius + uncovered * (farthest - feltRadius), 0, 2 * Math.PI);
  context.clip();
  context.fillStyle = theme.background;
  context.fillRect(0, 0, size.width, size.height);
  ground();
  context.restore();
  if (walk?.steps !== undefined) drawBlindWalk(context, { ...walk, steps: walk.steps }, theme);
  drawSlope(context, standing, slope, theme);
}

function drawSlope(context: CanvasRenderingContext2D, { x, y }: BlindView['standing'], slope: Point, theme: DrawTheme): void {
  const length = Math.hypot(slope[0], slope[1]);
  if (length === 0) return;
  const [right, down] = [slope[0] / length, slope[1] / length];
  const [endX, endY] = [x + arrow.length * right, y + arrow.length * down];
  context.save();
  context.lineCap = 'round';
  for (const [style, more] of [
    [theme.background, 3],
    [theme.accent, 0],
  ] as const) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(endX - 0.6 * arrow.head * right, endY - 0.6 * arrow.head * down);
    context.lineWidth = arrow.width + more;
    context.strokeStyle = style;
    context.stroke();
    context.beginPath();
    traceArrowhead(context, endX, endY, Math.atan2(down, right), arrow.head);
    context.lineWidth = more;
    context.lineJoin = 'round';
    if (more > 0) context.stroke();
    context.fillStyle = style;
    context.fill();
  }
  context.restore();
}
