import { chartView, drawAxes, drawLabel } from '../../draw/axes.ts';
import { drawBars, outlineBar } from '../../draw/bars.ts';
import { colourTable, cssColour, mix, readableOn } from '../../draw/colour.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawMatrix, drawMatrixNumbers, type MatrixPicture, matrixCell, matrixView, symmetricRange, traceInset } from '../../draw/matrix.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { pixelX, pixelY, type Rect, type Size, type View } from '../../draw/view.ts';
import type { Numbers } from './compute.ts';
import { classes, inputs, outputs, type State, weightNames } from './state.ts';

export interface MatricesWords {
  readonly weights: string;
  readonly numerical: string;
  readonly backprop: string;
}

export interface Matrices {
  readonly state: State;
  readonly numbers: Numbers;
  /** The weight that is nudged, 0 … 5. */
  readonly nudged: number;
  readonly words: MatricesWords;
}

/** W, and below it the two gradients, one above the other so that equal entries stand in one column. */
export function matrixViews({ width, height }: Size, theme: DrawTheme): [View, View, View] {
  const title = Math.ceil(1.9 * theme.fontSize);
  const block = height / 3;
  const at = (i: number) => matrixView(inputs, outputs, { left: 0, top: Math.round(i * block) + title, width: Math.round(width), height: Math.round(block) - title - 4 });
  return [at(0), at(1), at(2)];
}

/** Of the colours of a gradient: what reads as 0 has the colour of 0. */
const faintest = [1e-5];

/** Where the cell of a weight lies. */
export function weightCell(view: View, weight: number): Rect {
  return matrixCell(view, Math.floor(weight / outputs), weight % outputs);
}

export function drawMatrices(context: DrawContext, views: readonly [View, View, View], theme: DrawTheme, { state, numbers, nudged, words }: Matrices): void {
  const { gradient, numericalGradient } = numbers;
  const ofGradients = symmetricRange(gradient, numericalGradient, faintest);
  drawEntries(context, views[0], theme, { title: words.weights, values: state.w, range: symmetricRange(state.w), digits: 8, nudged });
  drawEntries(context, views[1], theme, { title: words.numerical, values: numericalGradient, range: ofGradients, digits: 7, nudged });
  drawEntries(context, views[2], theme, { title: words.backprop, values: gradient, range: ofGradients, digits: 7, nudged });
}

interface Entries {
  readonly title: string;
  readonly values: ArrayLike<number>;
  readonly range: readonly [number, number];
  /** After the point. */
  readonly digits: number;
  readonly nudged: number;
}

function drawEntries(context: DrawContext, view: View, theme: DrawTheme, { title, values, range, digits, nudged }: Entries): void {
  const table = colourTable(theme.dark ? 'diverging-dark' : 'diverging-light');
  const picture: MatrixPicture = { rows: inputs, columns: outputs, value: (row, column) => values[row * outputs + column] as number, table, range };
  drawMatrix(context, view, picture);
  drawMatrixNumbers(context, view, theme, picture, (value) => fixed(value, digits));
  context.save();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.font = fontOf(theme);
  context.fillStyle = theme.ink;
  context.fillText(title, view.plot.left, view.plot.top - 0.55 * theme.fontSize);
  weightNames.forEach((name, i) => {
    const { left, top } = weightCell(view, i);
    const [lo, hi] = range;
    const colour = cssColour(table, hi > lo ? ((values[i] as number) - lo) / (hi - lo) : 0.5);
    const small: DrawTheme = { ...theme, fontSize: 0.9 * theme.fontSize, ink: mix(colour, readableOn(colour, theme), 0.85) };
    drawLabel(context, small, name, left + 6, top + 5 + 0.8 * theme.fontSize);
  });
  drawGaps(context, view, theme);
  context.beginPath();
  traceInset(context, weightCell(view, nudged), 1.5);
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
  for (let i = 0; i < inputs * outputs; i++) traceInset(context, weightCell(view, i), 0.5);
  context.stroke();
}

/** With all its digits, so that what agrees is seen to agree; one fewer after the point for each more before it. What reads as 0 has no sign. */
export function fixed(value: number, digits: number): string {
  const before = Math.max(0, Math.floor(Math.log10(Math.abs(value))));
  const text = value.toFixed(Math.max(0, digits - before));
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

const edges = [...classes, outputs].map((k) => k - 0.5);

/** One bar for each probability, and the 1 of t as an outline that the right bar should fill. */
export function drawOutputs(context: DrawContext, size: Size, theme: DrawTheme, { state, numbers, name }: { state: State; numbers: Numbers; name: string }): void {
  const view = chartView(size, theme, { x: [-0.5, outputs - 0.5], y: [0, 1.12] });
  drawAxes(context, view, theme, { x: { label: '', tickCount: 3, format: (k) => (Number.isInteger(k) ? `${name} ${k}` : '') }, y: { label: 'y', tickCount: 3 }, gridLines: true });
  const gap = (0.4 * view.plot.width) / outputs;
  drawBars(context, view, numbers.probabilities, theme, { edges, gap, colour: (k) => (k === state.label ? theme.accent : mix(theme.muted, theme.background, 0.35)) });
  outlineBar(context, view, [state.label - 0.5, state.label + 0.5], 1, { colour: theme.accent, gap });
  context.save();
  context.font = fontOf(theme);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = theme.ink;
  for (const k of classes) {
    const probability = numbers.probabilities[k] as number;
    context.fillText(probability.toFixed(3), pixelX(view, k), pixelY(view, Math.min(1, probability)) - 5);
  }
  context.restore();
}
