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

/** The part of the plane that `plot` shows; y grows upwards. The range of a log scale must be above 0. */
export interface View {
  readonly x: Range;
  readonly y: Range;
  readonly plot: Rect;
  readonly xScale?: 'linear' | 'log';
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
  return plot.left + plot.width * fractionOf(view.x, x, view.xScale);
}

export function pixelY(view: View, y: number): number {
  const { plot } = view;
  return plot.top + plot.height * (1 - fractionOf(view.y, y, view.yScale));
}

export function dataX(view: View, pixel: number): number {
  return valueAt(view.x, (pixel - view.plot.left) / view.plot.width, view.xScale);
}

export function dataY(view: View, pixel: number): number {
  return valueAt(view.y, 1 - (pixel - view.plot.top) / view.plot.height, view.yScale);
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

function fractionOf([lo, hi]: Range, value: number, scale: View['yScale']): number {
  return scale === 'log' ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
}

function valueAt([lo, hi]: Range, fraction: number, scale: View['yScale']): number {
  return scale === 'log' ? lo * (hi / lo) ** fraction : lo + fraction * (hi - lo);
}
