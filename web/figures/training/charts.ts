import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawBand } from '../../draw/band.ts';
import { mix } from '../../draw/colour.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHaloText } from '../../draw/halo-text.ts';
import type { LossSeries } from '../../draw/loss-history.ts';
import type { SeriesStyle } from '../../draw/series.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import { pixelX, pixelY, type Range, type Size, type View } from '../../draw/view.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { accuracyTick, drawAccuracyCurves } from '../learning/accuracy-curves.ts';
import { crossingOf, goal, lastIteration } from './records.ts';

/** The losses of a log scale: a run that is worth looking at stays within them. */
const decades: Range = [0.01, 10];
/** A curve may reach above the axis by so much before that grows. */
const above = 1.2;
const largest = 2 ** 40;
/** In a narrower plot the names of the runs from before would lie on each other; their marks stand above the charts. */
const roomForNames = 200;

/** A run from before. */
export interface GhostCurve {
  readonly name: string;
  readonly style: SeriesStyle;
  readonly losses: LossSeries;
  readonly accuracies: readonly Accuracy[];
}

export interface LossPicture {
  readonly series: LossSeries;
  /** How many losses these are. */
  readonly iterations: number;
  readonly ghosts: readonly GhostCurve[];
  /** Of the net before its first iteration; shown while there is no other. */
  readonly start: number | undefined;
  /** The upper end of the axis, as long as the curves stay below it. */
  readonly top: number;
  readonly log: boolean;
  readonly names: { readonly iteration: string; readonly batchLoss: string };
}

/** The same for all runs that are compared, from their first iteration to their last: a curve that is far higher doubles the axis. */
export function lossView(size: Size, theme: DrawTheme, { series, ghosts, iterations, top, log }: LossPicture): View {
  const highest = Math.max(0, ...[series, ...ghosts.map(({ losses }) => losses)].flatMap(({ smooth }) => smooth.filter(Number.isFinite)));
  let end = top;
  while (highest > above * end && end < largest) end *= 2;
  return chartView(size, theme, { ...iterationsTo(iterations), ...(log ? { y: decades, yScale: 'log' } : { y: [0, end] }) });
}

/** The range of each bucket as a faint band, its smoothed mean as a line, above the runs from before. */
export function drawLosses(context: DrawContext, size: Size, theme: DrawTheme, picture: LossPicture): void {
  const view = lossView(size, theme, picture);
  const { series, ghosts, start, names } = picture;
  const { iterations: x, lowest: lower, highest: upper, smooth } = series;
  drawAxes(context, view, theme, { x: { label: names.iteration, format: wholeTick }, y: { label: names.batchLoss }, gridLines: true });
  drawBand(context, view, { x, upper, lower }, { colour: mix(theme.background, theme.accent, theme.dark ? 0.34 : 0.3), outline: 1 });
  for (const { losses, style } of ghosts) drawCurve(context, view, losses.smooth, theme, { x: losses.iterations, width: 1.5, colour: style.colour, dash: style.dash });
  drawCurve(context, view, smooth, theme, { x, width: 2 });
  if (smooth.length === 0 && start !== undefined) drawFirst(context, view, theme, { value: start, text: written(start, 3), colour: theme.accent });
  if (view.plot.width >= roomForNames) for (const ghost of ghosts) drawName(context, view, theme, ghost);
}

/** Beside the middle of its fall: there the curves of different rates are farthest apart. */
function drawName(context: DrawContext, view: View, theme: DrawTheme, { name, style, losses: { iterations, smooth } }: GhostCurve): void {
  const middle = smooth.findIndex((loss) => loss < (view.y[0] + view.y[1]) / 2);
  const at = middle < 0 ? smooth.length - 1 : middle;
  if (at < 0) return;
  const [x, y] = [pixelX(view, iterations[at] as number), pixelY(view, Math.min(view.y[1], Math.max(view.y[0], smooth[at] as number)))];
  context.font = fontOf(theme);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const right = view.plot.left + view.plot.width - context.measureText(name).width;
  drawHaloText(context, theme, name, Math.min(right, x + 6), Math.max(view.plot.top + theme.fontSize, y - 5), style.colour);
}

export interface AccuracyPicture {
  readonly accuracies: readonly Accuracy[];
  readonly iterations: number;
  readonly ghosts: readonly GhostCurve[];
  readonly names: { readonly iteration: string; readonly accuracy: string };
}

/** Of all the training data and of all the test data, as far as they were measured; the line that is to be crossed, and where it was. */
export function drawAccuracies(context: DrawContext, size: Size, theme: DrawTheme, { accuracies, iterations, ghosts, names }: AccuracyPicture): void {
  const view = chartView(size, theme, { ...iterationsTo(iterations), y: [0, 1] }, accuracyTick);
  drawAxes(context, view, theme, { x: { label: names.iteration, format: wholeTick }, y: { label: names.accuracy, format: accuracyTick }, gridLines: true });
  drawGoal(context, view, theme);
  for (const { accuracies: before, style } of ghosts) {
    const shown = onAxis(before);
    drawCurve(
      context,
      view,
      shown.map(({ test }) => test),
      theme,
      { x: shown.map(({ iteration }) => iteration), width: 1.5, colour: style.colour, dash: style.dash },
    );
  }
  const [first, ...later] = accuracies;
  if (first && later.length === 0) drawFirst(context, view, theme, { value: first.test, text: percent(first.test), colour: theme.accent2 });
  drawAccuracyCurves(context, view, theme, onAxis(accuracies));
  for (const { accuracies: before, style } of ghosts) drawCrossing(context, view, theme, before, style.colour, view.plot.width >= roomForNames);
  drawCrossing(context, view, theme, accuracies, theme.accent2);
}

/** A curve that is one point as yet: that of the untrained net. */
function drawFirst(context: DrawContext, view: View, theme: DrawTheme, { value, text, colour }: { readonly value: number; readonly text: string; readonly colour: string }): void {
  const y = Math.max(view.y[0], Math.min(view.y[1], value));
  drawCurve(context, view, [y], theme, { x: [1], width: 4.4, colour, dots: true });
  context.font = fontOf(theme);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  drawHaloText(context, theme, text, view.plot.left + 10, pixelY(view, y), colour);
}

/** Dotted, so that it is no axis, and named at its start: curves cross it farther on. */
function drawGoal(context: DrawContext, view: View, theme: DrawTheme): void {
  drawCurve(context, view, [goal, goal], theme, { x: view.x, width: 1.5, colour: theme.ink, dash: [2, 4] });
  context.font = fontOf(theme);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  drawHaloText(context, theme, accuracyTick(goal), view.plot.left + 6, pixelY(view, goal) + 4, theme.ink);
}

/** Where the goal was reached, with its iteration if it is to be named. */
function drawCrossing(context: DrawContext, view: View, theme: DrawTheme, accuracies: readonly Accuracy[], colour: string, named = true): void {
  const iteration = crossingOf({ accuracies });
  if (iteration === undefined) return;
  const [x, y] = [pixelX(view, Math.max(1, iteration)), pixelY(view, goal)];
  context.beginPath();
  context.arc(x, y, 4, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  if (!named) return;
  context.font = fontOf(theme);
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  drawHaloText(context, theme, String(iteration), x - 6, y - 5, colour);
}

/** What was measured before the first iteration stands at the start of a log scale. */
function onAxis(accuracies: readonly Accuracy[]): readonly Accuracy[] {
  return accuracies.map((accuracy) => ({ ...accuracy, iteration: Math.max(1, accuracy.iteration) }));
}

/** To where a run ends; one that has gone farther has the next power of ten. */
function iterationsTo(last: number): Pick<View, 'x' | 'xScale'> {
  return { x: [1, 10 ** Math.ceil(Math.log10(Math.max(lastIteration, last)) - 1e-9)], xScale: 'log' };
}
