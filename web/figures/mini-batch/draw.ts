import { type Axis, chartView, drawAxes } from '../../draw/axes.ts';
import { drawBars } from '../../draw/bars.ts';
import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { drawCurve, drawDots } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHaloText } from '../../draw/halo-text.ts';
import { commitTiles, createTileSheet, drawTiles, type TileSheet, tileLayout, writeTile } from '../../draw/image.ts';
import { drawHandle } from '../../draw/path.ts';
import { decadesOf } from '../../draw/range.ts';
import { type SeriesStyle, seriesStyle } from '../../draw/series.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import { drawUpright } from '../../draw/upright.ts';
import { pixelX, pixelY, type Range, type Size, type View } from '../../draw/view.ts';
import type { Histogram } from '../../engine/api/api.ts';
import type { Drawn, SampleLosses } from './compute.ts';
import type { Earlier } from './earlier.ts';

/** Of what was measured, as it is drawn and listed. */
export const measuredStyle = (theme: DrawTheme) => seriesStyle(theme, 0);
export const expectedStyle = (theme: DrawTheme) => seriesStyle(theme, 1);

const bracketHeight = 5;
/** Of a digit, in pixels. */
const side = 28;

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

export interface HistogramPicture {
  readonly histogram: Histogram;
  /** Of the bars that the axis has room for. */
  readonly highest: number;
  /** The loss of all digits. */
  readonly allMean: number;
  /** What was drawn before. */
  readonly ghosts: readonly Earlier[];
  /** Whose width is measured. */
  readonly drawn: Drawn | undefined;
  /** The loss of one mini-batch on its way into the histogram, and how much of the way is behind it. */
  readonly falling: { readonly loss: number; readonly share: number } | undefined;
  readonly names: AxisNames;
}

/** The losses of the mini-batches around the loss of all data; above them both widths, one standard deviation to each side. */
export function drawHistogram(context: DrawContext, size: Size, theme: DrawTheme, picture: HistogramPicture): void {
  const { histogram, highest, allMean, ghosts, drawn, falling, names } = picture;
  const { counts, edges } = histogram;
  const x: Range = [edges[0] as number, edges[edges.length - 1] as number];
  const { plot } = chartView(size, theme, { x, y: [0, highest] });
  // Above the highest bar there is room for the brackets.
  const view: View = { x, y: [0, (highest * plot.height) / Math.max(1, plot.height - 44)], plot };
  drawAxes(context, view, theme, { x: { label: names.x }, y: { label: names.y, format: wholeTick }, gridLines: true });
  const measured = measuredStyle(theme);
  drawBars(context, view, counts, theme, { edges, gap: plot.width > 500 ? 1 : 0, colour: () => mix(measured.colour, theme.background, 0.35) });
  ghosts.forEach((ghost, i) => {
    drawGhost(context, view, theme, { ghost, before: histogram }, seriesStyle(theme, i + 1));
  });
  drawUpright(context, view, allMean, { colour: theme.ink, width: 1.5 });
  if (drawn) {
    drawBracket(context, view, [drawn.mean, drawn.standardDeviation], measured, plot.top + 12);
    drawBracket(context, view, [drawn.allMean, drawn.expectedDeviation], expectedStyle(theme), plot.top + 28);
  }
  if (falling) drawFalling(context, view, theme, falling);
}

/** The outline of a histogram that was drawn before, named at the height of its highest bar, to the right of it and of the bars before it. */
function drawGhost(context: DrawContext, view: View, theme: DrawTheme, { ghost, before }: { readonly ghost: Earlier; readonly before: Histogram }, style: SeriesStyle): void {
  const { counts, edges } = ghost.histogram;
  const corners = Array.from(counts, (_, i) => [edges[i] as number, edges[i + 1] as number]).flat();
  const heights = Array.from(counts, (count) => [count, count]).flat();
  drawCurve(context, view, heights, theme, { x: corners, colour: style.colour, dash: style.dash, width: 1.5 });
  const peak = Math.max(...counts);
  const end = Math.max(...[ghost.histogram, before].map((each) => each.edges[1 + each.counts.findLastIndex((count) => count >= 0.8 * peak)] as number));
  context.save();
  context.font = fontOf(theme);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  drawHaloText(context, theme, `n = ${ghost.batchSize}`, pixelX(view, end) + 4, pixelY(view, peak) + 0.8 * theme.fontSize, style.colour);
  context.restore();
}

/** A dot that falls faster and faster. */
function drawFalling(context: DrawContext, view: View, theme: DrawTheme, { loss, share }: { readonly loss: number; readonly share: number }): void {
  const { colour, marker } = measuredStyle(theme);
  const height = view.y[1] * (1 - share ** 2);
  drawCurve(context, view, [height], theme, { x: [loss], colour, marker, dots: true, width: 5 });
}

/** Images of the digits of a mini-batch. */
export function batchSheet(theme: DrawTheme, pixels: Uint8Array): TileSheet {
  const sheet = createTileSheet(pixels.length / (side * side), side);
  for (let i = 0; i < sheet.count; i++) writeTile(sheet, i, pixels, greyTable(theme.background, theme.ink), [0, 255], i * side * side);
  commitTiles(sheet);
  return sheet;
}

export function drawBatch(context: CanvasRenderingContext2D, size: Size, sheet: TileSheet): void {
  drawTiles(context, sheet, tileLayout(sheet.count, { left: 0, top: 0, ...size }, sheet.count > 200 ? 1 : 3));
}

/** `width` to both sides of the middle, as far as the plot reaches. */
function drawBracket(context: DrawContext, view: View, [middle, width]: readonly [number, number], { colour, dash }: SeriesStyle, y: number): void {
  const { left, width: plotWidth } = view.plot;
  const within = (x: number) => Math.min(left + plotWidth, Math.max(left, x));
  const ends = [pixelX(view, middle - width), pixelX(view, middle + width)] as const;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2.25;
  for (const end of ends) {
    if (within(end) !== end) continue;
    context.beginPath();
    context.moveTo(end, y - bracketHeight);
    context.lineTo(end, y + bracketHeight);
    context.stroke();
  }
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(within(ends[0]), y);
  context.lineTo(within(ends[1]), y);
  context.stroke();
  context.restore();
}

/** x is log10 n; y spans whole decades. */
export function widthsView(size: Size, theme: DrawTheme, { expected }: SampleLosses): View {
  return chartView(size, theme, { x: [0, 3], y: decadesOf(expected), yScale: 'log' });
}

/** The width of one draw. */
export interface Width {
  readonly batchSize: number;
  readonly measured: number;
  readonly expected: number;
}

export interface WidthsPicture {
  readonly losses: SampleLosses;
  /** Of the draws so far, the present one among them. */
  readonly widths: readonly Width[];
  readonly drawn: Drawn;
  readonly focused: boolean;
  readonly names: AxisNames;
}

/** Width against batch size, both on a log scale, where σ/√n is a line of slope −½. */
export function drawWidths(context: DrawContext, view: View, theme: DrawTheme, { losses, widths, drawn, focused, names }: WidthsPicture): void {
  const sizes: Axis = { label: names.x, tickCount: 3, format: (exponent) => (Number.isInteger(exponent) ? String(10 ** exponent) : '') };
  drawAxes(context, view, theme, { x: sizes, y: { label: names.y }, gridLines: true });
  const [measured, expected] = [measuredStyle(theme), expectedStyle(theme)];
  drawCurve(context, view, losses.expected, theme, { x: view.x, colour: expected.colour, dash: expected.dash });
  drawDots(
    context,
    view,
    widths.map((width) => width.measured),
    theme,
    { x: widths.map(({ batchSize }) => Math.log10(batchSize)), colour: measured.colour, marker: measured.marker, width: 2.4 },
  );
  drawHandle(context, view, Math.log10(drawn.batchSize), drawn.standardDeviation, theme, { colour: measured.colour, focused });
}
