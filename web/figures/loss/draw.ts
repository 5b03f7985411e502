import { chartView, drawAxes } from '../../draw/axes.ts';
import { drawBars, outlineBar } from '../../draw/bars.ts';
import { mix } from '../../draw/colour.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHaloText } from '../../draw/halo-text.ts';
import { drawHandle } from '../../draw/path.ts';
import { type SeriesStyle, seriesStyle } from '../../draw/series.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { clipToPlot, pixelX, pixelY, type Size, type View } from '../../draw/view.ts';
import type { Curve } from '../../engine/api/api.ts';
import type { KeptAnswer, Numbers } from './compute.ts';
import { type Answer, classes } from './state.ts';

/** Of the cross-entropy, as it is drawn and listed. */
export const crossStyle = (theme: DrawTheme) => seriesStyle(theme, 0);
export const squaredStyle = (theme: DrawTheme) => seriesStyle(theme, 1);

const edges = [...classes, classes.length].map((k) => k - 0.5);

/** With room for a number over a bar of 1, and for the lower half of the 0 at the axis. The names of the classes stand below the canvas, as buttons. */
export function barsView(size: Size, theme: DrawTheme): View {
  const view = chartView(size, theme, { x: [-0.5, classes.length - 0.5], y: [0, 1.07] });
  return { ...view, plot: { ...view.plot, height: Math.max(1, size.height - view.plot.top - Math.max(7, 0.6 * theme.fontSize)) } };
}

/** One bar for each output, and the 1 of the one-hot t as an outline that the right bar should fill. */
export function drawOutputs(context: DrawContext, view: View, theme: DrawTheme, { y, label }: Answer, focused: number | undefined): void {
  drawAxes(context, view, theme, { x: { label: '', tickCount: classes.length, format: () => '' }, y: { label: 'y', tickCount: 5 }, gridLines: true });
  const { colour } = crossStyle(theme);
  const gap = (0.28 * view.plot.width) / classes.length;
  drawBars(context, view, y, theme, { edges, gap, colour: (k) => (k === label ? colour : mix(theme.muted, theme.background, 0.35)) });
  const place = (k: number) => ({ left: pixelX(view, k - 0.5) + gap / 2, right: pixelX(view, k + 0.5) - gap / 2, top: pixelY(view, y[k] as number) });
  outlineBar(context, view, [label - 0.5, label + 0.5], 1, { colour, gap });
  context.save();
  for (const k of classes) drawGrip(context, place(k), theme, k === focused);
  // Neighbours of one height must not run into one another.
  const pitch = view.plot.width / classes.length;
  const cramped = pitch < 2.6 * theme.fontSize;
  context.font = fontOf({ ...theme, fontSize: Math.min(theme.fontSize, pitch / 1.9) });
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const k of classes) {
    const probability = y[k] as number;
    if (probability === 0) continue;
    const text = cramped ? probability.toFixed(2).replace(/^0/, '') : probability.toFixed(2);
    drawHaloText(context, theme, text, pixelX(view, k), Math.max(view.plot.top + theme.fontSize, pixelY(view, probability) - 8));
  }
  context.restore();
}

/** What a bar is taken by: its upper edge. */
function drawGrip(context: DrawContext, { left, right, top }: { left: number; right: number; top: number }, theme: DrawTheme, focused: boolean): void {
  const reach = focused ? 5 : 0;
  const thickness = focused ? 6 : 3;
  context.fillStyle = theme.ink;
  context.fillRect(left - reach, top - thickness / 2, right - left + 2 * reach, thickness);
}

export function curvesView(size: Size, theme: DrawTheme): View {
  return chartView(size, theme, { x: [0, 1], y: [0, 17] });
}

export interface CurvesPicture {
  readonly answer: Answer;
  readonly kept: readonly KeptAnswer[];
  readonly numbers: Numbers;
  readonly cross: Curve;
  readonly focused: boolean;
  /** What stands at the largest loss that δ allows. */
  readonly limitText: string;
  /** What stands at the ring. */
  readonly slopeText: string;
}

/** A, B, C: what the answers that are kept are called. */
export const keptName = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** Half of the piece of the tangent that is drawn, in pixels. */
const tangentReach = 44;

/** Both losses against the probability of the right class. */
export function drawLosses(context: DrawContext, view: View, theme: DrawTheme, picture: CurvesPicture): void {
  const { answer, kept, numbers, cross, focused, limitText, slopeText } = picture;
  const at = answer.y[answer.label] as number;
  drawAxes(context, view, theme, { x: { label: `y${answer.label}` }, y: { label: 'E' }, gridLines: true });
  const limit = cross.y[0] as number;
  drawCurve(context, view, [limit, limit], theme, { x: [0, 1], colour: theme.muted, width: 1, dash: [3, 3] });
  context.save();
  context.font = fontOf(theme);
  context.textAlign = 'right';
  context.textBaseline = 'top';
  drawHaloText(context, theme, limitText, view.plot.left + view.plot.width, pixelY(view, limit) + 5, theme.muted);
  context.restore();
  const squared = squaredStyle(theme);
  drawCurve(context, view, numbers.squaredCurve.y, theme, { x: numbers.squaredCurve.x, colour: squared.colour, dash: squared.dash });
  drawCurve(context, view, cross.y, theme, { x: cross.x, colour: crossStyle(theme).colour });
  drawKept(context, view, theme, kept, [at, numbers.crossEntropy]);
  drawTangent(context, view, theme, [at, numbers.crossEntropy], numbers.slope);
  drawCurve(context, view, [numbers.squaredError], theme, { x: [at], colour: squared.colour, marker: squared.marker, dots: true, width: 4.5 });
  drawHandle(context, view, at, numbers.crossEntropy, theme, { colour: crossStyle(theme).colour, focused, label: slopeText });
}

/** Both losses of each answer that is kept, by its name; at the ring stands its slope instead. */
function drawKept(context: DrawContext, view: View, theme: DrawTheme, kept: readonly KeptAnswer[], [ringX, ringY]: readonly [number, number]): void {
  context.save();
  context.font = fontOf(theme);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  kept.forEach(({ probability, squaredError, crossEntropy }, i) => {
    const mark = (loss: number, { marker }: SeriesStyle) => drawCurve(context, view, [loss], theme, { x: [probability], colour: theme.muted, marker, dots: true, width: 3.4 });
    const name = (loss: number) => drawHaloText(context, theme, keptName(i), pixelX(view, probability) + 8, pixelY(view, loss) - 0.6 * theme.fontSize);
    mark(squaredError, squaredStyle(theme));
    mark(crossEntropy, crossStyle(theme));
    const atRing = Math.abs(pixelX(view, probability) - pixelX(view, ringX)) < 12 && Math.abs(pixelY(view, crossEntropy) - pixelY(view, ringY)) < 12;
    if (!atRing) name(crossEntropy);
    // Where the two are close, one name is enough.
    if (Math.abs(pixelY(view, crossEntropy) - pixelY(view, squaredError)) > 1.4 * theme.fontSize) name(squaredError);
  });
  context.restore();
}

/** As long however steep it is. */
function drawTangent(context: DrawContext, view: View, theme: DrawTheme, [x, y]: readonly [number, number], slope: number): void {
  const [right, up] = [pixelX(view, x + 1) - pixelX(view, x), pixelY(view, y + slope) - pixelY(view, y)];
  const length = Math.hypot(right, up);
  const [dx, dy] = [(tangentReach * right) / length, (tangentReach * up) / length];
  const [px, py] = [pixelX(view, x), pixelY(view, y)];
  clipToPlot(context, view, () => {
    context.strokeStyle = theme.ink;
    context.lineWidth = 2.25;
    context.setLineDash([6, 3]);
    context.beginPath();
    context.moveTo(px - dx, py - dy);
    context.lineTo(px + dx, py + dy);
    context.stroke();
  });
}
