import { chartView, drawAxes } from '../../draw/axes.ts';
import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { drawContours, findContours } from '../../draw/contours.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { commitTiles, createTileSheet, drawTile, fitted, type TileSheet, writeTile } from '../../draw/image.ts';
import { drawPath } from '../../draw/path.ts';
import { drawQuiver, quietArrows, type VectorGrid } from '../../draw/quiver.ts';
import { drawRelief } from '../../draw/relief.ts';
import type { Camera } from '../../draw/relief-projection.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { Surface } from '../../engine/protocol/protocol.ts';
import type { Answer } from '../../engine/protocol/run-types.ts';
import type { ImageShape } from '../learning/weight-images.ts';

const arrowStride = 2;

/** Contours of the loss, its negative gradient and the path so far, on the plane through the run. */
export function drawSurface(context: DrawContext, size: Size, theme: DrawTheme, surface: Surface, names: { along: string; across: string }): void {
  const { a, b, columns, rows } = surface;
  const view = chartView(size, theme, { x: a, y: b });
  drawContours(context, view, findContours(surface.loss, { x: a, y: b, columns, rows }), theme);
  drawQuiver(context, view, everySecond(surface), { colour: quietArrows(theme), length: 'log' });
  drawAxes(context, view, theme, { x: { label: names.along }, y: { label: names.across } });
  drawPath(context, view, surface.path, theme, { dots: false });
}

/** The same as a landscape: the loss is its height. */
export function drawLandscape(
  context: DrawContext,
  size: Size,
  theme: DrawTheme,
  { a, b, columns, rows, loss, path }: Surface,
  names: { along: string; across: string; loss: string },
  camera: Camera,
): void {
  const relief = { extent: { x: a, y: b, columns, rows }, values: loss, names: { x: names.along, y: names.across, height: names.loss } };
  drawRelief(context, size, theme, relief, camera, path);
}

/** The contours need a finer grid than the arrows. */
function everySecond({ a, b, columns, rows, downhillA, downhillB }: Surface): VectorGrid {
  const across = Math.ceil(columns / arrowStride);
  const up = Math.ceil(rows / arrowStride);
  const pick = (values: Float32Array) =>
    Float32Array.from({ length: across * up }, (_, k) => values[Math.floor(k / across) * arrowStride * columns + (k % across) * arrowStride] as number);
  return { x: a, y: b, columns: across, rows: up, u: pick(downhillA), v: pick(downhillB) };
}

/** Of an image in a cell that has room for bars below it. */
const leastSide = 24;

/** The largest of the probabilities of an answer, by its class. */
export function answerOf({ probabilities }: Answer): number {
  return probabilities.reduce((best, value, k) => (value > (probabilities[best] as number) ? k : best), 0);
}

export function answerSheet(answers: readonly Answer[], [rows, columns]: ImageShape, theme: DrawTheme): TileSheet {
  const sheet = createTileSheet(answers.length, columns, rows);
  const table = greyTable(mix(theme.background, theme.ink, 0.06), theme.ink);
  for (const [i, { inputs }] of answers.entries()) writeTile(sheet, i, inputs, table, [0, 1]);
  commitTiles(sheet);
  return sheet;
}

/** Each image with the net's answer above and its probabilities as bars below where there is room; a wrong answer is crossed, not only coloured. `names` are those of the classes. */
export function drawAnswers(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, answers: readonly Answer[], sheet: TileSheet, names: readonly string[]): void {
  const columns = size.width >= Math.max(230, 1.5 * size.height) ? 8 : 4;
  const rows = Math.ceil(answers.length / columns);
  const gap = Math.min(10, size.width / 40);
  const width = (size.width - gap * (columns - 1)) / columns;
  const height = (size.height - gap * (rows - 1)) / rows;
  const line = 1.5 * theme.fontSize;
  const bars = height - line - 30 >= leastSide;
  const side = Math.max(8, Math.min(width, height - line - (bars ? 30 : 0)));
  context.imageSmoothingEnabled = false;
  answers.forEach((answer, i) => {
    const left = (i % columns) * (width + gap) + (width - side) / 2;
    const top = Math.floor(i / columns) * (height + gap);
    const said = answerOf(answer);
    const right = said === answer.label;
    context.font = fontOf(theme, right ? '' : '600');
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillStyle = right ? theme.ink : theme.accent;
    context.fillText(`${right ? '✓' : '✗'} ${names[said] ?? said}`, left, top + line / 2, width);
    drawTile(context, sheet, i, fitted(sheet, left, top + line, side));
    if (bars) drawBars(context, theme, answer, { left, top: top + line + side + 3, width: side, height: 22 });
  });
}

function drawBars(context: CanvasRenderingContext2D, theme: DrawTheme, { probabilities, label }: Answer, box: { left: number; top: number; width: number; height: number }): void {
  const step = box.width / probabilities.length;
  probabilities.forEach((probability, k) => {
    const height = Math.max(1, probability * box.height);
    context.fillStyle = k === label ? theme.accent2 : theme.muted;
    context.fillRect(box.left + k * step + 0.5, box.top + box.height - height, Math.max(Math.min(1, step), step - 1.5), height);
  });
  context.fillStyle = theme.accent2;
  const at = box.left + (label + 0.5) * step;
  context.beginPath();
  context.moveTo(at - 2.5, box.top + box.height + 5);
  context.lineTo(at + 2.5, box.top + box.height + 5);
  context.lineTo(at, box.top + box.height + 1.5);
  context.fill();
}
