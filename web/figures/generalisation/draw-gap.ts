import { chartView, drawAxes } from '../../draw/axes.ts';
import { type Band, drawBand } from '../../draw/band.ts';
import { mix } from '../../draw/colour.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawHaloText } from '../../draw/halo-text.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { pixelX, pixelY, type Size, type View } from '../../draw/view.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';
import { percent } from '../base/controls/numbers.ts';
import { accuracyTick, drawAccuracyCurves } from '../learning/accuracy-curves.ts';
import { gapOf } from './records.ts';

export interface NamedRun {
  readonly name: string;
  readonly accuracies: readonly Accuracy[];
}

export interface GapPicture {
  readonly current: NamedRun;
  /** From before, for comparison. */
  readonly others: readonly NamedRun[];
  /** The last iteration of the axis. */
  readonly end: number;
  readonly names: { readonly iteration: string; readonly accuracy: string };
}

/** Both accuracies over the iterations, the gap between them shaded and named; other runs faint. */
export function drawGap(context: DrawContext, size: Size, theme: DrawTheme, { current, others, end, names }: GapPicture): void {
  // At the right there is room for the names of the runs.
  const within = { ...size, width: size.width - 3 * theme.fontSize };
  const view = chartView(within, theme, { x: [0, Math.max(1, end)], y: [0, 1] }, accuracyTick);
  drawBand(context, view, bandOf(current.accuracies), { colour: mix(theme.background, theme.accent, 0.2) });
  drawAxes(context, view, theme, { x: { label: names.iteration }, y: { label: names.accuracy, format: accuracyTick }, gridLines: true });
  for (const other of others) drawAccuracyCurves(context, view, theme, other.accuracies, { strength: 0.35, width: 1.25 });
  const last = current.accuracies.at(-1);
  if (last) drawBracket(context, view, theme, last);
  // Before it learns, the curves are one point each.
  drawAccuracyCurves(context, view, theme, current.accuracies, current.accuracies.length === 1 ? { dots: true, width: 5 } : {});
  drawNames(context, view, theme, current, others);
}

function bandOf(accuracies: readonly Accuracy[]): Band {
  return { x: accuracies.map(({ iteration }) => iteration), upper: accuracies.map(({ train }) => train), lower: accuracies.map(({ test }) => test) };
}

/** How many digits each run learned from, in the margin beside the end of its test curve; a run on its way is not there yet. */
function drawNames(context: DrawContext, view: View, theme: DrawTheme, current: NamedRun, others: readonly NamedRun[]): void {
  const ends = [current, ...others]
    .flatMap((run) => run.accuracies.slice(-1).map(({ iteration, test }) => ({ run, iteration, y: pixelY(view, test) })))
    .filter(({ run, iteration }) => run !== current || iteration >= view.x[1])
    .sort((a, b) => a.y - b.y);
  const places = apart(
    ends.map(({ y }) => y),
    1.15 * theme.fontSize,
  );
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  ends.forEach(({ run }, i) => {
    context.font = fontOf(theme, run === current ? '600' : '');
    context.fillStyle = run === current ? theme.ink : theme.muted;
    context.fillText(run.name, view.plot.left + view.plot.width + 7, places[i] as number);
  });
}

/** Ascending places moved as little as need be to lie `distance` apart: the last stays, those before it move up. */
export function apart(places: readonly number[], distance: number): number[] {
  const placed = [...places];
  for (let i = placed.length - 2; i >= 0; i--) placed[i] = Math.min(placed[i] as number, (placed[i + 1] as number) - distance);
  return placed;
}

/** From the one curve to the other where they end, with the gap as a number beside it. */
function drawBracket(context: DrawContext, view: View, theme: DrawTheme, last: Accuracy): void {
  const x = pixelX(view, last.iteration);
  const [top, bottom] = [pixelY(view, last.train), pixelY(view, last.test)];
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x - 4, top);
  context.lineTo(x, top);
  context.lineTo(x, bottom);
  context.lineTo(x - 4, bottom);
  context.stroke();
  const left = x - view.plot.left > view.plot.width / 2;
  context.font = fontOf(theme, '600');
  context.textAlign = left ? 'right' : 'left';
  context.textBaseline = 'middle';
  drawHaloText(context, theme, percent(gapOf(last), 1), left ? x - 8 : x + 8, besideGap(view, theme, Math.min(top, bottom), Math.max(top, bottom)));
}

/** The middle of the number: between the curves if there is room, else below both, or above where the axis is near. */
export function besideGap({ plot }: View, { fontSize }: DrawTheme, upper: number, lower: number): number {
  if (lower - upper >= 1.6 * fontSize) return (upper + lower) / 2;
  const below = lower + 1.3 * fontSize;
  return below + fontSize <= plot.top + plot.height ? below : upper - 1.3 * fontSize;
}
