import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawBand } from '../../draw/band.ts';
import { mix } from '../../draw/colour.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { type LossSeries, thinned } from '../../draw/loss-history.ts';
import { decadesOf, fromZero, rangeOf } from '../../draw/range.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import type { Range, Size, View } from '../../draw/view.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';
import { accuracyTick, drawAccuracyCurves } from '../learning/accuracy-curves.ts';

/** Of more, the dots of a curve would run together. */
const mostDots = 80;

export interface LossPicture {
  readonly series: LossSeries;
  /** How many losses these are. */
  readonly iterations: number;
  readonly log: boolean;
  readonly names: { readonly iteration: string; readonly loss: string };
}

/** From 0 to the highest loss; on a log scale over whole decades. */
export function lossView(size: Size, theme: DrawTheme, { series: { lowest, highest }, iterations, log }: LossPicture): View {
  const x = iterationsTo(iterations);
  return chartView(size, theme, log ? { x, y: decadesOf(lowest, highest), yScale: 'log' } : { x, y: fromZero(rangeOf(highest)) });
}

/** The range of each bucket as a faint band, its smoothed mean as a line. */
export function drawLosses(context: DrawContext, size: Size, theme: DrawTheme, picture: LossPicture): void {
  const view = lossView(size, theme, picture);
  const { series, names } = picture;
  const { iterations: x, lowest: lower, highest: upper, smooth } = thinned(series, view.plot.width);
  drawAxes(context, view, theme, { x: { label: names.iteration, format: wholeTick }, y: { label: names.loss }, gridLines: true });
  drawBand(context, view, { x, upper, lower }, { colour: mix(theme.background, theme.accent, theme.dark ? 0.34 : 0.3), outline: 1 });
  drawCurve(context, view, smooth, theme, { x, width: 2 });
}

export interface AccuracyPicture {
  readonly accuracies: readonly Accuracy[];
  readonly names: { readonly iteration: string; readonly accuracy: string };
}

/** Of all the training data and of all the test data, as far as they were measured. */
export function drawAccuracies(context: DrawContext, size: Size, theme: DrawTheme, { accuracies, names }: AccuracyPicture): void {
  const view = chartView(size, theme, { x: iterationsTo(accuracies.at(-1)?.iteration ?? 0), y: [0, 1] }, accuracyTick);
  drawAxes(context, view, theme, { x: { label: names.iteration, format: wholeTick }, y: { label: names.accuracy, format: accuracyTick }, gridLines: true });
  drawAccuracyCurves(context, view, theme, accuracies, { dots: accuracies.length <= mostDots });
}

function iterationsTo(last: number): Range {
  return [0, Math.max(1, last)];
}
