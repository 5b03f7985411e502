import type { DrawContext } from './draw-context.ts';
import { type DrawTheme, fontOf, variableFont } from './theme.ts';
import { formatTicks, ticks } from './ticks.ts';
import { pixelX, pixelY, type Range, type Rect, type Size, type View } from './view.ts';

export interface Axis {
  /** The name of the quantity; a digit after a letter is set as an index: x0 as x₀. */
  readonly label: string;
  readonly format?: (value: number) => string;
  /** About how many; by default what the length of the axis holds. */
  readonly tickCount?: number;
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
  readonly gridLines?: boolean;
}

const tickLength = 5;
const tickGap = 4;

/** The plot within a canvas, with room for the tick labels, for the name of x below and for the name of y above. */
export function plotRect(size: Size, theme: DrawTheme, yTickWidth = commonTickWidth(theme)): Rect {
  const line = Math.ceil(theme.fontSize * 1.35);
  const left = Math.ceil(tickLength + tickGap + yTickWidth);
  const top = line + Math.max(6, Math.ceil(0.5 * theme.fontSize));
  const right = Math.ceil(theme.fontSize);
  const bottom = tickLength + tickGap + line;
  return { left, top, width: Math.max(1, size.width - left - right), height: Math.max(1, size.height - top - bottom) };
}

/** Of the widest tick label that a y axis over this range has: a quantity that hardly changes has many digits. */
export function tickWidth(theme: DrawTheme, range: Range, tickCount = 6): number {
  return 0.62 * theme.fontSize * Math.max(0, ...formatTicks(ticks(range, tickCount)).map((text) => text.length));
}

/** A view of at least x by y with the same number of pixels a unit in both directions: one of the two is widened evenly. */
export function squareView(size: Size, theme: DrawTheme, x: Range, y: Range): View {
  const within = (plot: Rect): View => {
    const perPixel = Math.max((x[1] - x[0]) / plot.width, (y[1] - y[0]) / plot.height);
    return { x: widened(x, perPixel * plot.width), y: widened(y, perPixel * plot.height), plot };
  };
  const view = within(plotRect(size, theme));
  return within(plotRect(size, theme, Math.max(commonTickWidth(theme), tickWidth(theme, view.y, yTickCount(theme, view.plot)))));
}

/** Of a tick label of a few digits. */
export const commonTickWidth = (theme: DrawTheme) => 2.4 * theme.fontSize;
const yTickCount = (theme: DrawTheme, { height }: Rect) => Math.max(2, Math.floor(height / (3 * theme.fontSize)));

/** Ticks point outwards; the name of x stands at the right end below, that of y at the upper end of its axis. */
export function drawAxes(context: DrawContext, view: View, theme: DrawTheme, axes: Axes): void {
  const { left, top, width, height } = view.plot;
  const [right, bottom] = [left + width, top + height];
  const xTicks = ticks(view.x, axes.x.tickCount ?? Math.max(2, Math.floor(width / (4.5 * theme.fontSize))));
  const yTicks = ticks(view.y, axes.y.tickCount ?? yTickCount(theme, view.plot), view.yScale);
  const marks = { x: xTicks.map((value) => ({ value, at: hairline(pixelX(view, value)) })), y: yTicks.map((value) => ({ value, at: hairline(pixelY(view, value)) })) };

  context.save();
  context.lineWidth = 1;
  if (axes.gridLines) {
    context.strokeStyle = theme.grid;
    context.beginPath();
    for (const { at } of marks.y) line(context, left, at, right, at);
    context.stroke();
  }
  context.strokeStyle = theme.muted;
  context.beginPath();
  line(context, hairline(left), top, hairline(left), hairline(bottom));
  line(context, hairline(left), hairline(bottom), right, hairline(bottom));
  for (const { at } of marks.x) line(context, at, bottom, at, bottom + tickLength);
  for (const { at } of marks.y) line(context, left, at, left - tickLength, at);
  context.stroke();

  setAxisType(context, theme);
  const nameWidth = labelWidth(context, theme, axes.x.label);
  const below = bottom + tickLength + tickGap;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  let free = Number.NEGATIVE_INFINITY;
  for (const [i, text] of textsOf(axes.x, xTicks).entries()) {
    const at = marks.x[i]?.at ?? 0;
    const half = context.measureText(text).width / 2;
    // The name of the axis stands in the same line; long numbers leave one another room.
    if (at - half < free || at + half >= right - nameWidth - 0.6 * theme.fontSize) continue;
    context.fillText(text, at, below);
    free = at + half + 0.4 * theme.fontSize;
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const [i, text] of textsOf(axes.y, yTicks).entries()) context.fillText(text, left - tickLength - tickGap, marks.y[i]?.at ?? 0);

  drawLabel(context, theme, axes.x.label, right - nameWidth, below + 0.8 * theme.fontSize);
  drawLabel(context, theme, axes.y.label, Math.max(2, left - tickLength - tickGap - 0.6 * theme.fontSize), top - Math.max(10, 0.85 * theme.fontSize));
  context.restore();
}

function textsOf({ format }: Axis, values: readonly number[]): string[] {
  return format ? values.map(format) : formatTicks(values);
}

/** Splits a name into what is set in italics and what is set as an index below: 'f', 'x0' → [x, 0], 'step' → upright. */
export function labelParts(label: string): { text: string; role: 'variable' | 'index' | 'word' }[] {
  const match = /^(\p{L})(\d+)$/u.exec(label);
  if (match?.[1] && match[2])
    return [
      { text: match[1], role: 'variable' },
      { text: match[2], role: 'index' },
    ];
  return [{ text: label, role: /^[a-zA-Z]$/.test(label) ? 'variable' : 'word' }];
}

function partFont(theme: DrawTheme, role: 'variable' | 'index' | 'word'): string {
  if (role === 'variable') return fontOf({ ...theme, fontSize: theme.fontSize * 1.15, font: variableFont }, 'italic');
  return fontOf(role === 'index' ? { ...theme, fontSize: theme.fontSize * 0.8 } : theme);
}

export function labelWidth(context: DrawContext, theme: DrawTheme, label: string): number {
  context.save();
  let width = 0;
  for (const { text, role } of labelParts(label)) {
    context.font = partFont(theme, role);
    width += context.measureText(text).width;
  }
  context.restore();
  return width;
}

/** The name of an axis from x on; `baseline` is that of the letters. */
export function drawLabel(context: DrawContext, theme: DrawTheme, label: string, x: number, baseline: number): void {
  context.fillStyle = theme.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  let at = x;
  for (const { text, role } of labelParts(label)) {
    context.font = partFont(theme, role);
    context.fillText(text, at, role === 'index' ? baseline + 0.25 * theme.fontSize : baseline);
    at += context.measureText(text).width;
  }
}

/** For the numbers at an axis. */
export function setAxisType(context: DrawContext, theme: DrawTheme): void {
  context.font = fontOf(theme);
  // Canvas has no font-variant-numeric; the system fonts have tabular figures where kerning is off.
  context.fontKerning = 'none';
  context.fillStyle = theme.muted;
}

/** The middle of a device-independent pixel: a line one wide is sharp there. */
function hairline(at: number): number {
  return Math.floor(at) + 0.5;
}

function line(context: DrawContext, x0: number, y0: number, x1: number, y1: number): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
}

function widened([lo, hi]: Range, width: number): Range {
  const more = (width - (hi - lo)) / 2;
  return [lo - more, hi + more];
}
