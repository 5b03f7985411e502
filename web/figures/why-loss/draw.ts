import { drawAxes, plotRect, tickWidth } from '../../draw/axes.ts';
import { colourTable, greyTable } from '../../draw/colour-table.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawPixels } from '../../draw/image.ts';
import { drawMatrix, matrixCell, matrixView, traceInset } from '../../draw/matrix.ts';
import { drawHandle } from '../../draw/path.ts';
import { rangeOf, withMargin } from '../../draw/range.ts';
import { type SeriesStyle, seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import { drawUpright } from '../../draw/upright.ts';
import { dataY, pixelY, type Size, type View } from '../../draw/view.ts';
import type { Sweep } from './compute.ts';
import { largestWeight, type WeightMap } from './weight-map.ts';

export const lossStyle = (theme: DrawTheme) => seriesStyle(theme, 0);
/** Unbroken: the dashes would look like steps. */
export const accuracyStyle = (theme: DrawTheme): SeriesStyle => ({ ...seriesStyle(theme, 1), dash: [] });

export interface SweepViews {
  readonly accuracy: View;
  readonly loss: View;
  /** Both plots and what lies between them; y is the share of its height. */
  readonly both: View;
}

/** The staircase above, the loss below, over one axis of the weight. */
export function sweepViews(size: Size, theme: DrawTheme, { range, accuracy, loss }: Sweep): SweepViews {
  const [high, low] = [withMargin(rangeOf(accuracy), 0.1, 0.02), withMargin(rangeOf(loss), 0.1, 2e-5)];
  const between = Math.ceil(2.6 * theme.fontSize);
  const height = Math.max(1, Math.floor((plotRect(size, theme).height - between) / 2));
  const whole = plotRect(size, theme, Math.max(...[high, low].map((y) => tickWidth(theme, height, { y }))));
  const upper = { ...whole, height };
  const lower = { ...whole, top: whole.top + height + between, height };
  return {
    accuracy: { x: range, y: high, plot: upper },
    loss: { x: range, y: low, plot: lower },
    both: { x: range, y: [0, 1], plot: { ...whole, height: 2 * height + between } },
  };
}

/** Where the ring stands, as a share of the height of `both`. */
export function ringHeight({ both, loss }: SweepViews, at: number): number {
  return dataY(both, pixelY(loss, at));
}

export interface SweepNames {
  readonly weight: string;
  readonly accuracy: string;
  readonly loss: string;
}

export function drawSweep(context: DrawContext, views: SweepViews, theme: DrawTheme, swept: Sweep, { names, focused }: { names: SweepNames; focused: boolean }): void {
  const { now, accuracySlope, lossSlope } = swept;
  drawAxes(context, views.accuracy, theme, { x: { label: '', format: () => '' }, y: { label: names.accuracy }, gridLines: true });
  drawAxes(context, views.loss, theme, { x: { label: names.weight }, y: { label: names.loss }, gridLines: true });
  drawUpright(context, views.both, swept.learnt, { colour: theme.muted, dash: [2, 3] });
  drawUpright(context, views.both, now.weight, { colour: theme.ink });
  const x = swept.weight;
  const [accuracy, loss] = [accuracyStyle(theme), lossStyle(theme)];
  const stairs = staircase(x, swept.accuracy);
  drawCurve(context, views.accuracy, stairs.y, theme, { x: stairs.x, colour: accuracy.colour });
  drawCurve(context, views.loss, swept.loss, theme, { x, colour: loss.colour });
  drawSlope(context, views.accuracy, theme, now.weight, now.accuracy, accuracySlope);
  drawSlope(context, views.loss, theme, now.weight, now.loss, lossSlope);
  drawDot(context, views.accuracy, theme, accuracy, now.weight, now.accuracy);
  drawHandle(context, views.loss, now.weight, now.loss, theme, { colour: loss.colour, focused });
}

/** With an upright riser, half-way between two samples, wherever the value changes. */
export function staircase(x: Float64Array, y: Float64Array): { readonly x: number[]; readonly y: number[] } {
  const stairs: { x: number[]; y: number[] } = { x: [], y: [] };
  y.forEach((value, i) => {
    const before = y[i - 1];
    if (before !== undefined && before !== value) {
      const riser = ((x[i - 1] as number) + (x[i] as number)) / 2;
      stairs.x.push(riser, riser);
      stairs.y.push(before, value);
    }
    stairs.x.push(x[i] as number);
    stairs.y.push(value);
  });
  return stairs;
}

/** A piece of the tangent. */
function drawSlope(context: DrawContext, view: View, theme: DrawTheme, weight: number, height: number, slope: number): void {
  const reach = 0.13 * (view.x[1] - view.x[0]);
  const ends = [weight - reach, weight + reach];
  drawCurve(
    context,
    view,
    ends.map((x) => height + slope * (x - weight)),
    theme,
    { x: ends, colour: theme.ink, width: 2.25, dash: [6, 3] },
  );
}

function drawDot(context: DrawContext, view: View, theme: DrawTheme, { colour, marker }: SeriesStyle, x: number, y: number): void {
  drawCurve(context, view, [y], theme, { x: [x], colour: theme.background, marker, dots: true, width: 7 });
  drawCurve(context, view, [y], theme, { x: [x], colour, marker, dots: true, width: 5 });
}

/** A digit, from its inputs. */
export function drawDigit(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, inputs: Float32Array): void {
  drawPixels(context, { left: 0, top: 0, ...size }, inputs, greyTable(theme.background, theme.ink), [0, 1]);
}

export interface MapPicture {
  readonly map: WeightMap;
  readonly parameters: Float32Array;
  readonly names: { readonly x: string; readonly y: string };
}

export function mapView(size: Size, theme: DrawTheme, { rows, columns }: WeightMap): View {
  return matrixView(rows, columns, plotRect(size, theme));
}

/** The weights as colours around 0, and a frame around the one that is turned. */
export function drawMap(context: DrawContext, view: View, theme: DrawTheme, { map, parameters, names }: MapPicture): void {
  const value = (row: number, column: number) => parameters[map.parameter(row, column)] as number;
  const largest = largestWeight(map, parameters);
  drawMatrix(context, view, { ...map, value, table: colourTable(theme.dark ? 'diverging-dark' : 'diverging-light'), range: [-largest, largest] });
  drawAxes(context, view, theme, { x: { label: names.x, format: wholeTick }, y: { label: names.y, format: wholeTick, ...(map.rows === 1 && { tickCount: 0 }) } });
  const cell = matrixCell(view, map.chosen.row, map.chosen.column);
  context.save();
  for (const [colour, lineWidth] of [
    [theme.background, 5],
    [theme.ink, 2],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.beginPath();
    traceInset(context, cell, -1);
    context.stroke();
  }
  context.restore();
}
