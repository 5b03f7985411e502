import { inflated, tracePolyline } from './clip.ts';
import type { DrawContext } from './draw-context.ts';
import { type MarkerShape, traceMarker } from './marker.ts';
import type { DrawTheme } from './theme.ts';
import { clipToPlot, isInside, pixelX, pixelY, type View } from './view.ts';

export interface CurveStyle {
  /** 0, 1, 2 … by default. */
  readonly x?: ArrayLike<number>;
  readonly colour?: string;
  readonly width?: number;
  /** In pixels; unbroken by default. */
  readonly dash?: readonly number[];
  /** The shape of the dots. */
  readonly marker?: MarkerShape;
  readonly dots?: boolean;
}

const usualWidth = 1.75;

/** y over x. On a log scale what is at or below 0 lies at the lower edge. */
export function drawCurve(context: DrawContext, view: View, y: ArrayLike<number>, theme: DrawTheme, style: CurveStyle = {}): void {
  const { colour = theme.accent, width = usualWidth, dash = [], dots = false } = style;
  const { xAt, yAt } = placesOf(view, y, style);
  const area = inflated(view.plot, 40);
  context.save();
  context.lineJoin = 'round';
  context.lineWidth = width;
  context.strokeStyle = colour;
  clipToPlot(context, view, () => {
    context.setLineDash(dash);
    context.beginPath();
    tracePolyline(
      context,
      area,
      y.length,
      (i) => pixelX(view, xAt(i)),
      (i) => pixelY(view, yAt(i)),
    );
    context.stroke();
  });
  context.restore();
  if (dots) drawDots(context, view, y, theme, style);
}

/** The dots of such a curve, without its line: all of them in one path, however many there are. */
export function drawDots(context: DrawContext, view: View, y: ArrayLike<number>, theme: DrawTheme, style: CurveStyle = {}): void {
  const { colour = theme.accent, width = usualWidth, marker = 'disc' } = style;
  const { xAt, yAt } = placesOf(view, y, style);
  context.beginPath();
  for (let i = 0; i < y.length; i++) {
    if (isInside(view, xAt(i), yAt(i))) traceMarker(context, marker, pixelX(view, xAt(i)), pixelY(view, yAt(i)), width + 0.6);
  }
  context.save();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}

function placesOf(view: View, y: ArrayLike<number>, { x }: CurveStyle) {
  return {
    xAt: (i: number) => (x ? (x[i] as number) : i),
    yAt: (i: number) => (view.yScale === 'log' ? Math.max(view.y[0], y[i] as number) : (y[i] as number)),
  };
}
