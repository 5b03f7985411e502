import { chartView, drawAxes } from '../../draw/axes.ts';
import { findContours, tracePolygon } from '../../draw/contours.ts';
import { traceMarker } from '../../draw/marker.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { clipToPlot, pixelX, pixelY, type Size, type View } from '../../draw/view.ts';
import type { Grid } from '../../engine/api/api.ts';
import type { LabelledPoints } from '../../engine/protocol/run-types.ts';

const gridPoints = 61;

/** Of the larger part of a square about 0, beside the points: one in which they take less than this is not shown. */
const leastShare = 1 / 8;
/** Points that lie in the square from −1 to 1, but all nearer to its middle than this, are looked at more closely. */
const smallest = 0.05;

/** A square about 0 around all points, at least the one from −1 to 1; where they would be a spot in it, the part of the plane in which they lie. */
export function gridOf(...inputs: readonly ArrayLike<number>[]): Grid {
  const extents = [0, 1].map((axis) => extentOf(inputs, axis)) as [Extent, Extent];
  const farthest = Math.max(...extents.flat().map(Math.abs));
  const half = Math.max(1, farthest);
  const spot = farthest > 1 ? extents.some(([lo, hi]) => hi - lo < leastShare * 2 * half) : farthest > 0 && farthest < smallest;
  const range = (extent: Extent): [number, number] => (spot ? around(extent) : [-1.08 * half, 1.08 * half]);
  return { x0: range(extents[0]), x1: range(extents[1]), columns: gridPoints, rows: gridPoints };
}

type Extent = readonly [number, number];

/** Of pairs; [0, 0] of none. */
function extentOf(inputs: readonly ArrayLike<number>[], axis: number): Extent {
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of inputs) {
    for (let i = axis; i < values.length; i += 2) {
      lo = Math.min(lo, values[i] as number);
      hi = Math.max(hi, values[i] as number);
    }
  }
  return lo <= hi ? [lo, hi] : [0, 0];
}

function around([lo, hi]: Extent): [number, number] {
  const margin = 0.08 * (hi - lo) || 0.1 * Math.abs(hi) || 1;
  return [lo - margin, hi + margin];
}

/** As large a square as the canvas holds. */
export function decisionView(size: Size, theme: DrawTheme, grid: Pick<Grid, 'x0' | 'x1'>): View {
  const { plot, ...data } = chartView(size, theme, { x: grid.x0, y: grid.x1 });
  const side = Math.min(plot.width, plot.height);
  return { ...data, plot: { ...plot, left: plot.left + (plot.width - side) / 2, width: side, height: side } };
}

export interface DecisionPicture {
  readonly grid: Grid;
  /** rows·columns × classes; undefined before the net has answered. */
  readonly probabilities: Float32Array | undefined;
  readonly train: LabelledPoints;
  readonly test: LabelledPoints;
}

/** The net's answer everywhere, stronger where it is surer, a line where it changes, and the points: filled to learn from, hollow to test with. */
export function drawDecision(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, { grid, probabilities, train, test }: DecisionPicture): void {
  const view = decisionView(size, theme, grid);
  if (probabilities) drawAnswersEverywhere(context, view, theme, grid, probabilities);
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
  drawPoints(context, view, theme, train, true);
  drawPoints(context, view, theme, test, false);
}

function drawAnswersEverywhere(context: CanvasRenderingContext2D, view: View, theme: DrawTheme, grid: Grid, probabilities: Float32Array): void {
  const { columns, rows } = grid;
  const classes = probabilities.length / (columns * rows);
  const picture = new OffscreenCanvas(columns, rows);
  const cells = picture.getContext('2d');
  if (!cells) return;
  const colours = Array.from({ length: classes }, (_, k) => seriesStyle(theme, k).colour);
  const margins = Array.from({ length: classes }, () => new Float32Array(columns * rows));
  for (let point = 0; point < columns * rows; point++) {
    const answer = probabilities.subarray(point * classes, (point + 1) * classes);
    const best = answer.indexOf(Math.max(...answer));
    // A net that is broken answers nothing.
    if (best < 0) continue;
    answer.forEach((p, k) => {
      let other = 0;
      for (let j = 0; j < classes; j++) if (j !== k) other = Math.max(other, answer[j] as number);
      (margins[k] as Float32Array)[point] = p - other;
    });
    cells.fillStyle = colours[best] ?? theme.ink;
    cells.globalAlpha = 0.06 + 0.34 * Math.max(0, (margins[best] as Float32Array)[point] as number);
    // Row 0 of the grid is the lowest.
    cells.fillRect(point % columns, rows - 1 - Math.floor(point / columns), 1, 1);
  }
  const { left, top, width, height } = view.plot;
  // Samples lie on the edge of the plot, so half a cell stands out on every side.
  const [cellX, cellY] = [width / (columns - 1), height / (rows - 1)];
  clipToPlot(context, view, () => {
    context.drawImage(picture, left - cellX / 2, top - cellY / 2, width + cellX, height + cellY);
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.25;
    context.beginPath();
    for (const margin of margins) {
      for (const ring of findContours(margin, { x: grid.x0, y: grid.x1, columns, rows }, [0]).rings.flat()) tracePolygon(context, view, ring);
    }
    context.stroke();
  });
}

function drawPoints(context: CanvasRenderingContext2D, view: View, theme: DrawTheme, { inputs, labels }: LabelledPoints, filled: boolean): void {
  const radius = labels.length > 300 ? 2.4 : 4;
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  for (let k = 0; k < classes; k++) {
    const { colour, marker } = seriesStyle(theme, k);
    context.beginPath();
    labels.forEach((label, i) => {
      if (label === k) traceMarker(context, marker, pixelX(view, inputs[2 * i] as number), pixelY(view, inputs[2 * i + 1] as number), radius);
    });
    context.fillStyle = filled ? colour : theme.background;
    context.strokeStyle = filled ? theme.background : colour;
    context.lineWidth = filled ? 0.6 : 1.2;
    context.fill();
    context.stroke();
  }
}
