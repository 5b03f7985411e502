import { chartView, drawAxes } from '../../draw/axes.ts';
import { mix } from '../../draw/colour.ts';
import { colourTable } from '../../draw/colour-table.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawMatrix, drawMatrixNumbers, type MatrixPicture, matrixCell, matrixView, traceInset } from '../../draw/matrix.ts';
import { fromZero, rangeOf } from '../../draw/range.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import type { Size, View } from '../../draw/view.ts';
import { stepsAhead } from './compute.ts';
import { fullWeight, inputs, outputs } from './state.ts';

export interface Entries {
  readonly title: string;
  /** undefined where it is not known yet. */
  readonly values: ArrayLike<number | undefined>;
  /** After the point. */
  readonly digits: number;
  /** The weight that is nudged, 0 … 5. */
  readonly nudged: number;
}

/** Of two matrices, side by side or one above the other; equal entries stand in one row or one column. */
export function matrixViews({ width, height }: Size, theme: DrawTheme, sideBySide: boolean): [View, View] {
  const title = Math.ceil(1.9 * theme.fontSize);
  const gap = Math.ceil(theme.fontSize);
  const [across, down] = sideBySide ? [(width - gap) / 2, height] : [width, height / 2];
  const at = (i: number) => {
    const [left, top] = sideBySide ? [i * (across + gap), 0] : [0, i * down];
    return matrixView(inputs, outputs, { left: Math.round(left), top: Math.round(top) + title, width: Math.round(across), height: Math.round(down) - title - 4 });
  };
  return [at(0), at(1)];
}

/** One scale for weights and gradients of every net: an entry six times smaller is six times paler. */
export function drawEntries(context: DrawContext, view: View, theme: DrawTheme, { title, values, digits, nudged }: Entries): void {
  const table = colourTable(theme.dark ? 'diverging-dark' : 'diverging-light');
  const at = (row: number, column: number) => values[row * outputs + column];
  const picture: MatrixPicture = { rows: inputs, columns: outputs, value: (row, column) => at(row, column) ?? 0, table, range: [-fullWeight, fullWeight] };
  drawMatrix(context, view, picture);
  drawMatrixNumbers(context, view, theme, picture, (value, row, column) => (at(row, column) === undefined ? '' : fixed(value, digits)));
  context.save();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.font = fontOf(theme);
  context.fillStyle = theme.ink;
  context.fillText(title, view.plot.left, view.plot.top - 0.55 * theme.fontSize);
  drawGaps(context, view, theme);
  context.beginPath();
  traceInset(context, matrixCell(view, Math.floor(nudged / outputs), nudged % outputs), 1.5);
  context.lineWidth = 3;
  context.strokeStyle = theme.accent;
  context.stroke();
  context.restore();
}

/** Cells a little apart, and a thin frame, since the middle of the map is nearly the colour of the page. */
function drawGaps(context: DrawContext, view: View, theme: DrawTheme): void {
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (let row = 0; row < inputs; row++) for (let column = 0; column < outputs; column++) traceInset(context, matrixCell(view, row, column), 0.5);
  context.stroke();
}

/** With all its digits, so that what agrees is seen to agree; one fewer after the point for each more before it. What reads as 0 has no sign. */
export function fixed(value: number, digits: number): string {
  const before = Math.max(0, Math.floor(Math.log10(Math.abs(value))));
  const text = value.toFixed(Math.max(0, digits - before));
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

export interface FallPicture {
  /** The loss after each step that was taken, from where they began. */
  readonly taken: ArrayLike<number>;
  /** From now on, if the reader goes on. */
  readonly coming: ArrayLike<number>;
  readonly stepName: string;
}

/** The loss, step by step; what is still to come is broken and pale. */
export function drawFall(context: DrawContext, size: Size, theme: DrawTheme, { taken, coming, stepName }: FallPicture): void {
  const now = Math.max(0, taken.length - 1);
  const view = chartView(size, theme, { x: [0, Math.max(stepsAhead, now)], y: fromZero(rangeOf([1], taken, coming)) });
  drawAxes(context, view, theme, { x: { label: stepName, format: wholeTick }, y: { label: 'L' }, gridLines: true });
  drawCurve(context, view, coming, theme, { x: Array.from(coming, (_, i) => now + i), colour: mix(theme.background, theme.accent, 0.6), dash: [5, 3] });
  drawCurve(context, view, taken, theme, { width: 2, dots: true });
}
