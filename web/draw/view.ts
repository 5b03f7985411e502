import type { DrawContext } from './draw-context.ts';

// Where data lie on a canvas. All lengths are CSS pixels.

/** Lowest and highest. */
export type Range = readonly [number, number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the plane that `plot` shows; y grows upwards. With a log scale, y must be above 0. */
export interface View {
  readonly x: Range;
  readonly y: Range;
  readonly plot: Rect;
  readonly yScale?: 'linear' | 'log';
}

/** columns × rows samples from end to end, row-major, y outer. */
export interface GridExtent {
  readonly x: Range;
  readonly y: Range;
  readonly columns: number;
  readonly rows: number;
}

export function pixelX(view: View, x: number): number {
  const { plot } = view;
  return plot.left + (plot.width * (x - view.x[0])) / (view.x[1] - view.x[0]);
}

export function pixelY(view: View, y: number): number {
  const { plot } = view;
  return plot.top + plot.height * (1 - fractionOf(view, y));
}

export function dataX(view: View, pixel: number): number {
  return view.x[0] + ((pixel - view.plot.left) / view.plot.width) * (view.x[1] - view.x[0]);
}

export function dataY(view: View, pixel: number): number {
  const fraction = 1 - (pixel - view.plot.top) / view.plot.height;
  const [lo, hi] = view.y;
  return view.yScale === 'log' ? lo * (hi / lo) ** fraction : lo + fraction * (hi - lo);
}

/** True if the point lies in the plot or on its edge. */
export function isInside(view: View, x: number, y: number): boolean {
  return x >= view.x[0] && x <= view.x[1] && y >= view.y[0] && y <= view.y[1];
}

/** The middle of a CSS pixel: a line one wide is sharp there. */
export function hairline(at: number): number {
  return Math.floor(at) + 0.5;
}

/** Paints with everything outside the plot cut off. */
export function clipToPlot(context: DrawContext, view: View, paint: () => void): void {
  const { left, top, width, height } = view.plot;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  paint();
  context.restore();
}

function fractionOf(view: View, y: number): number {
  const [lo, hi] = view.y;
  return view.yScale === 'log' ? Math.log(y / lo) / Math.log(hi / lo) : (y - lo) / (hi - lo);
}
