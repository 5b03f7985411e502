import type { DrawContext } from './draw-context.ts';
import { type DrawTheme, fontOf, variableFont } from './theme.ts';
import { formatTicks, ticks } from './ticks.ts';
import { hairline, pixelX, pixelY, type Range, type Rect, type Size, type View } from './view.ts';

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

/** Where a chart of these ranges lies on its canvas, with room for the numbers at its y axis: `format` is that of the axis. */
export function chartView(size: Size, theme: DrawTheme, data: Omit<View, 'plot'>, format?: Axis['format']): View {
  return { ...data, plot: plotRect(size, theme, tickWidth(theme, plotRect(size, theme).height, data, format)) };
}

/** Of the widest number at a y axis of this height: a quantity that hardly changes has many digits. */
export function tickWidth(theme: DrawTheme, height: number, { y, yScale }: Pick<View, 'y' | 'yScale'>, format?: Axis['format']): number {
  const texts = textsOf(format, ticks(y, yTickCount(theme, height), yScale));
  return Math.max(commonTickWidth(theme), theme.fontSize * Math.max(0, ...texts.map(emsOf)));
}

/** Of the characters of a number that are not as wide as a digit; in a wide font. */
const ems: Readonly<Record<string, number>> = { '.': 0.32, '%': 0.95, '−': 0.84, '×': 0.84 };
const [emsOfDigit, emsOfSuperscript] = [0.64, 0.45];

function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (ems[character] ?? (/\d/.test(character) ? emsOfDigit : emsOfSuperscript)), 0);
}

/** A view of at least x by y with the same number of pixels a unit in both directions: one of the two is widened evenly. */
export function squareView(size: Size, theme: DrawTheme, x: Range, y: Range): View {
  const within = (plot: Rect): View => {
    const perPixel = Math.max((x[1] - x[0]) / plot.width, (y[1] - y[0]) / plot.height);
    return { x: widened(x, perPixel * plot.width), y: widened(y, perPixel * plot.height), plot };
  };
  return within(chartView(size, theme, within(plotRect(size, theme))).plot);
}

/** Of a tick label of a few digits. */
const commonTickWidth = (theme: DrawTheme) => 2.4 * theme.fontSize;
const yTickCount = (theme: DrawTheme, height: number) => Math.max(2, Math.floor(height / (3 * theme.fontSize)));

/** A tick: where on its axis, and its number. */
interface Mark {
  readonly at: number;
  readonly text: string;
}

/** Ticks point outwards; the name of x stands at the right end below, in the line of the numbers, that of y at the upper end of its axis. */
export function drawAxes(context: DrawContext, view: View, theme: DrawTheme, axes: Axes): void {
  const { left, top, width, height } = view.plot;
  const [right, bottom] = [left + width, top + height];
  // Powers of ten are few and short.
  const room = (view.xScale === 'log' ? 3 : 4.5) * theme.fontSize;
  const xTicks = ticks(view.x, axes.x.tickCount ?? Math.max(2, Math.floor(width / room)), view.xScale);
  const yTicks = ticks(view.y, axes.y.tickCount ?? yTickCount(theme, height), view.yScale);
  const nameAt = right - labelWidth(context, theme, axes.x.label);

  context.save();
  setAxisType(context, theme);
  const across = evenly(
    context,
    theme,
    marksOf(xTicks, axes.x.format, (value) => pixelX(view, value)),
    nameAt - 0.6 * theme.fontSize,
  );
  const up = marksOf(yTicks, axes.y.format, (value) => pixelY(view, value));
  context.lineWidth = 1;
  if (axes.gridLines) {
    context.strokeStyle = theme.grid;
    context.beginPath();
    for (const { at } of up) line(context, left, at, right, at);
    context.stroke();
  }
  context.strokeStyle = theme.muted;
  context.beginPath();
  line(context, hairline(left), top, hairline(left), hairline(bottom));
  line(context, hairline(left), hairline(bottom), right, hairline(bottom));
  for (const { at } of across) line(context, at, bottom, at, bottom + tickLength);
  for (const { at } of up) line(context, left, at, left - tickLength, at);
  context.stroke();

  const [below, beside] = [bottom + tickLength + tickGap, left - tickLength - tickGap];
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { text, at } of across) context.fillText(text, at, below);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { text, at } of up) context.fillText(text, beside, at);

  drawLabel(context, theme, axes.x.label, nameAt, below + 0.8 * theme.fontSize);
  drawLabel(context, theme, axes.y.label, Math.max(2, beside - 0.6 * theme.fontSize), top - Math.max(10, 0.85 * theme.fontSize));
  context.restore();
}

/** A tick that has no number is left out, unless none has. */
function marksOf(values: readonly number[], format: Axis['format'], pixel: (value: number) => number): Mark[] {
  const marks = textsOf(format, values).map((text, i) => ({ text, at: hairline(pixel(values[i] as number)) }));
  const named = marks.filter(({ text }) => text !== '');
  return named.length > 0 ? named : marks;
}

/** All marks of the x axis, or every second, third …, so that no number touches the next; none reaches `end`, where the name of the axis begins. */
function evenly(context: DrawContext, theme: DrawTheme, marks: readonly Mark[], end: number): readonly Mark[] {
  const half = ({ text }: Mark) => context.measureText(text).width / 2;
  const gap = 0.4 * theme.fontSize;
  const before = marks.filter((mark) => mark.text === '' || mark.at + half(mark) < end);
  const touch = (a: Mark, b: Mark) => a.text !== '' && b.text !== '' && b.at - half(b) < a.at + half(a) + gap;
  for (let stride = 1; stride < before.length; stride++) {
    const chosen = before.filter((_, i) => i % stride === 0);
    if (!chosen.some((mark, i) => i > 0 && touch(chosen[i - 1] as Mark, mark))) return chosen;
  }
  return before.slice(0, 1);
}

function textsOf(format: Axis['format'], values: readonly number[]): string[] {
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

function line(context: DrawContext, x0: number, y0: number, x1: number, y1: number): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
}

function widened([lo, hi]: Range, width: number): Range {
  const more = (width - (hi - lo)) / 2;
  return [lo - more, hi + more];
}
