import { clippedSegment, inflated, tracePolyline } from './clip.ts';
import type { DrawContext } from './draw-context.ts';
import { drawHaloText } from './halo-text.ts';
import { type MarkerShape, traceArrowhead, traceMarker } from './marker.ts';
import { type DrawTheme, fontOf } from './theme.ts';
import { clipToPlot, isInside, pixelX, pixelY, type View } from './view.ts';

export interface PathStyle {
  readonly colour?: string;
  readonly width?: number;
  /** The dashes of the line, in pixels; unbroken by default. */
  readonly dash?: readonly number[];
  /** The shape of the dots and of the head. */
  readonly marker?: MarkerShape;
  /** A dot at each point. */
  readonly dots?: boolean;
  /** An open ring at the first point. */
  readonly start?: boolean;
  /** A full disc at the last point. */
  readonly head?: boolean;
}

/** Two dots that are nearer to one another, in pixels, cannot be told apart. */
const leastApart = 0.25;

/** A walk through the plane: points interleaved x, y. A halo in the colour of the page sets it off from the field below. */
export function drawPath(context: DrawContext, view: View, points: ArrayLike<number>, theme: DrawTheme, style: PathStyle = {}): void {
  const { colour = theme.accent, width = 2.5, dash = [], marker = 'disc', dots = true, start = true, head = true } = style;
  const count = points.length >> 1;
  if (count === 0) return;
  const px = (i: number) => pixelX(view, points[2 * i] as number);
  const py = (i: number) => pixelY(view, points[2 * i + 1] as number);
  const inside = (i: number) => isInside(view, points[2 * i] as number, points[2 * i + 1] as number);
  const mark = (i: number, radius: number, shape: MarkerShape = marker) => traceMarker(context, shape, px(i), py(i), radius);
  const marked = apart(count, px, py).filter(inside);
  const allMarks = (radius: number) => {
    context.beginPath();
    for (const i of marked) mark(i, radius);
    context.fill();
  };

  clipToPlot(context, view, () => {
    context.lineJoin = 'round';
    context.lineCap = 'round';
    const strokeLine = () => {
      context.beginPath();
      tracePolyline(context, inflated(view.plot, 40), count, px, py);
      context.stroke();
    };
    context.strokeStyle = theme.background;
    context.lineWidth = width + 3;
    strokeLine();
    context.fillStyle = theme.background;
    if (dots) allMarks(width + 2);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash);
    strokeLine();
    context.fillStyle = colour;
    if (dots) allMarks(width + 0.6);
  });

  context.save();
  context.lineWidth = width;
  if (start && inside(0)) {
    context.beginPath();
    mark(0, 2.4 * width, 'disc');
    context.fillStyle = theme.background;
    context.strokeStyle = colour;
    context.fill();
    context.stroke();
  }
  if (head && inside(count - 1)) {
    context.beginPath();
    mark(count - 1, 2.6 * width);
    context.fillStyle = colour;
    context.strokeStyle = theme.background;
    context.fill();
    context.stroke();
  }
  context.restore();
}

/** The points that are not on top of the one before, in pixels: a walk that has come to rest has hundreds in one place. */
function apart(count: number, px: (i: number) => number, py: (i: number) => number): number[] {
  const chosen: number[] = [];
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < count; i++) {
    const [x, y] = [px(i), py(i)];
    if (Math.abs(x - lastX) < leastApart && Math.abs(y - lastY) < leastApart) continue;
    chosen.push(i);
    [lastX, lastY] = [x, y];
  }
  return chosen;
}

/** Arrowheads at the edge of the plot wherever the walk leaves it. */
export function drawExits(context: DrawContext, view: View, points: ArrayLike<number>, theme: DrawTheme, colour = theme.accent): void {
  const count = points.length >> 1;
  context.save();
  context.beginPath();
  for (let i = 1; i < count; i++) {
    const [x0, y0, x1, y1] = [points[2 * i - 2] as number, points[2 * i - 1] as number, points[2 * i] as number, points[2 * i + 1] as number];
    if (!isInside(view, x0, y0) || isInside(view, x1, y1)) continue;
    const [fromX, fromY, toX, toY] = [pixelX(view, x0), pixelY(view, y0), pixelX(view, x1), pixelY(view, y1)];
    const segment = clippedSegment(view.plot, fromX, fromY, toX, toY);
    if (segment) traceArrowhead(context, segment[2], segment[3], Math.atan2(toY - fromY, toX - fromX), 14);
  }
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}

/** The index of the first point that the plot does not show. */
export function firstPointOutside(view: View, points: ArrayLike<number>): number | undefined {
  for (let i = 0; 2 * i + 1 < points.length; i++) {
    if (!isInside(view, points[2 * i] as number, points[2 * i + 1] as number)) return i;
  }
  return undefined;
}

export interface HandleStyle {
  readonly colour?: string;
  readonly focused?: boolean;
  readonly label?: string;
}

/** A point to be dragged: a ring in a soft disc, a wider ring while it has the focus. A point that the plot does not show has its ring at the edge. */
export function drawHandle(context: DrawContext, view: View, x: number, y: number, theme: DrawTheme, style: HandleStyle = {}): void {
  const { colour = theme.accent, focused = false, label } = style;
  const { left, top, width, height } = view.plot;
  const px = Math.min(left + width, Math.max(left, pixelX(view, x)));
  const py = Math.min(top + height, Math.max(top, pixelY(view, y)));
  const ring = (radius: number) => {
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
  };
  context.save();
  ring(focused ? 15 : 12);
  context.globalAlpha = 0.22;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  if (focused) {
    context.lineWidth = 2;
    context.strokeStyle = theme.ink;
    context.stroke();
  }
  ring(6);
  context.fillStyle = theme.background;
  context.fill();
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke();
  if (label) drawBeside(context, view, px, py, theme, label);
  context.restore();
}

/** Beside a point, on the side where there is room. */
function drawBeside(context: DrawContext, view: View, px: number, py: number, theme: DrawTheme, text: string): void {
  const { left, top, width } = view.plot;
  context.font = fontOf(theme);
  const textWidth = context.measureText(text).width;
  const x = px + 18 + textWidth <= left + width ? px + 18 : Math.max(left + 4, px - 18 - textWidth);
  drawHaloText(context, theme, text, x, Math.max(top + theme.fontSize, py - 10));
}
