import { mix } from './colour.ts';
import type { DrawContext } from './draw-context.ts';
import type { DrawTheme } from './theme.ts';
import { clipToPlot, type GridExtent, pixelX, pixelY, type View } from './view.ts';

/** An arrow (u, v), in data units, at each point of a grid. */
export interface VectorGrid extends GridExtent {
  readonly u: ArrayLike<number>;
  readonly v: ArrayLike<number>;
}

/** unit: all equally long; linear: as the magnitude; log: as its logarithm, over four decades. */
export type ArrowLength = 'unit' | 'linear' | 'log';

export interface QuiverStyle {
  readonly colour: string;
  readonly length?: ArrowLength;
  readonly lineWidth?: number;
}

/** Of arrows on the ground of contours, below a walk: they stand out from it by 3 : 1, and less than the walk. */
export const quietArrows = (theme: DrawTheme): string => mix(theme.background, theme.ink, 0.6);
/** Where they are what the picture is about. */
export const clearArrows = (theme: DrawTheme): string => mix(theme.background, theme.ink, 0.78);

/** Floats an arrow in arrowGeometry: tail, tip, the two back corners of the head, the foot of the head. */
export const floatsPerArrow = 10;

const shaftShare = 0.92;
const shownDecades = 4;

/**
 * In pixels: tail x, y; tip x, y; corner x, y; corner x, y; foot x, y. The tail lies on the grid point, the longest arrow nearly reaches the
 * next one. Arrows that are 0, not finite or shorter than a pixel are left out.
 */
export function arrowGeometry(view: View, field: VectorGrid, length: ArrowLength = 'linear'): Float32Array {
  const { columns, rows, u, v } = field;
  const perX = view.plot.width / (view.x[1] - view.x[0]);
  const perY = view.plot.height / (view.y[1] - view.y[0]);
  const stepX = columns > 1 ? (field.x[1] - field.x[0]) / (columns - 1) : field.x[1] - field.x[0];
  const stepY = rows > 1 ? (field.y[1] - field.y[0]) / (rows - 1) : field.y[1] - field.y[0];
  const longest = shaftShare * Math.min(stepX * perX, stepY * perY);
  const largest = largestNorm(u, v, columns * rows);
  const geometry = new Float32Array(floatsPerArrow * columns * rows);
  let used = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const k = row * columns + column;
      const [du, dv] = [u[k] as number, v[k] as number];
      const norm = Math.hypot(du, dv);
      if (!(norm > 0 && Number.isFinite(norm))) continue;
      const pixels = longest * shownShare(norm / largest, length);
      if (pixels < 1) continue;
      const onScreen = Math.hypot(du * perX, dv * perY);
      writeArrow(geometry, used, pixelX(view, field.x[0] + column * stepX), pixelY(view, field.y[0] + row * stepY), (du * perX) / onScreen, (-dv * perY) / onScreen, pixels, 7.5);
      used += floatsPerArrow;
    }
  }
  return geometry.subarray(0, used);
}

/** One path for all shafts, one for all heads. */
export function drawQuiver(context: DrawContext, view: View, field: VectorGrid, style: QuiverStyle): void {
  const arrows = arrowGeometry(view, field, style.length);
  clipToPlot(context, view, () => paintArrows(context, arrows, style.colour, style.lineWidth ?? 1.1));
}

export interface ArrowStyle {
  readonly colour: string;
  /** The colour of a rim that sets the arrow off from what lies below. */
  readonly halo: string;
  /** From tail to tip; by default as long as (u, v) is. */
  readonly pixels?: number;
}

/** One arrow at (x, y) in the direction (u, v), in data units; nothing if that has no direction. */
export function drawArrow(context: DrawContext, view: View, at: { x: number; y: number; u: number; v: number }, style: ArrowStyle): void {
  const alongX = (at.u * view.plot.width) / (view.x[1] - view.x[0]);
  const alongY = (-at.v * view.plot.height) / (view.y[1] - view.y[0]);
  const onScreen = Math.hypot(alongX, alongY);
  if (!(onScreen > 0 && Number.isFinite(onScreen))) return;
  const arrow = new Float32Array(floatsPerArrow);
  writeArrow(arrow, 0, pixelX(view, at.x), pixelY(view, at.y), alongX / onScreen, alongY / onScreen, style.pixels ?? onScreen, 13);
  clipToPlot(context, view, () => {
    paintArrows(context, arrow, style.halo, 6, 4);
    paintArrows(context, arrow, style.colour, 2.2);
  });
}

function writeArrow(into: Float32Array, at: number, tailX: number, tailY: number, cos: number, sin: number, pixels: number, largestHead: number): void {
  const head = Math.min(largestHead, Math.max(2.5, 0.42 * pixels), 0.8 * pixels);
  const half = 0.38 * head;
  const [tipX, tipY] = [tailX + pixels * cos, tailY + pixels * sin];
  const [backX, backY] = [tipX - head * cos, tipY - head * sin];
  into.set([tailX, tailY, tipX, tipY, backX - half * sin, backY + half * cos, backX + half * sin, backY - half * cos, tipX - 0.78 * head * cos, tipY - 0.78 * head * sin], at);
}

function paintArrows(context: DrawContext, arrows: Float32Array, colour: string, lineWidth: number, rim = 0): void {
  const at = (i: number) => arrows[i] as number;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.lineWidth = lineWidth;
  context.beginPath();
  for (let i = 0; i < arrows.length; i += floatsPerArrow) {
    context.moveTo(at(i), at(i + 1));
    context.lineTo(at(i + 8), at(i + 9));
  }
  context.stroke();
  context.beginPath();
  for (let i = 0; i < arrows.length; i += floatsPerArrow) {
    context.moveTo(at(i + 2), at(i + 3));
    context.lineTo(at(i + 4), at(i + 5));
    context.lineTo(at(i + 8), at(i + 9));
    context.lineTo(at(i + 6), at(i + 7));
    context.closePath();
  }
  context.fill();
  if (rim === 0) return;
  context.lineWidth = rim;
  context.stroke();
}

function shownShare(share: number, length: ArrowLength): number {
  if (length === 'unit') return 1;
  if (length === 'linear') return share;
  return Math.max(0.12, 1 + Math.log10(share) / shownDecades);
}

function largestNorm(u: ArrayLike<number>, v: ArrayLike<number>, count: number): number {
  let largest = 0;
  for (let k = 0; k < count; k++) {
    const norm = Math.hypot(u[k] as number, v[k] as number);
    if (Number.isFinite(norm) && norm > largest) largest = norm;
  }
  return largest;
}
