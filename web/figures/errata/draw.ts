import { chartView, drawAxes, squareView } from '../../draw/axes.ts';
import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { type ContourSet, drawContours } from '../../draw/contours.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawMatrix, drawMatrixNumbers, type MatrixPicture, matrixCell, matrixView, traceInset } from '../../draw/matrix.ts';
import { drawExits, drawPath } from '../../draw/path.ts';
import { drawQuiver } from '../../draw/quiver.ts';
import { fromZero, rangeOf } from '../../draw/range.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { pixelY, type Range, type Size, type View } from '../../draw/view.ts';
import { written } from '../base/controls/numbers.ts';
import { downhillArrows } from '../base/plane/field.ts';
import type { Picture, Probabilities } from './outcome.ts';

export type Form = 'right' | 'wrong';

export interface DrawWords {
  readonly iteration: string;
  readonly entry: string;
  readonly loss: string;
}

export interface Drawing {
  readonly picture: Picture;
  readonly form: Form;
  /** Until it is said which form is right, both have one colour. */
  readonly named: boolean;
  /** Of f over a view. */
  readonly contours: (view: View) => ContourSet;
  readonly words: DrawWords;
}

const pathRange: Range = [-4.6, 4.6];

/** One of the two forms. Both have the same scales, so that they compare. */
export function drawForm(context: DrawContext, size: Size, theme: DrawTheme, drawing: Drawing): void {
  const { picture, form } = drawing;
  switch (picture.kind) {
    case 'field':
      drawField(context, size, theme, picture, drawing);
      break;
    case 'path':
      drawWalk(context, size, theme, picture[form], drawing);
      break;
    case 'probabilities':
      drawProbabilities(context, size, theme, picture[form], colourOf(theme, drawing));
      break;
    case 'losses':
      drawLosses(context, size, theme, picture, drawing);
      break;
    case 'shape':
      drawShape(context, size, theme, picture, drawing);
      break;
    case 'message':
      break;
  }
}

function colourOf(theme: DrawTheme, { form, named }: Pick<Drawing, 'form' | 'named'>): string {
  if (!named) return theme.ink;
  return form === 'right' ? theme.accent2 : theme.accent;
}

function drawField(context: DrawContext, size: Size, theme: DrawTheme, picture: Extract<Picture, { kind: 'field' }>, drawing: Drawing): void {
  const { form, contours } = drawing;
  const { grid } = picture;
  const margin = ([lo, hi]: Range, count: number) => (hi - lo) / (count - 1);
  const [mx, my] = [margin(grid.x0, grid.columns), margin(grid.x1, grid.rows)];
  const view = squareView(size, theme, [grid.x0[0] - mx, grid.x0[1] + mx], [grid.x1[0] - my, grid.x1[1] + my]);
  drawContours(context, view, contours(view), theme);
  drawQuiver(context, view, downhillArrows(grid, picture[form]), { colour: mix(theme.ink, colourOf(theme, drawing), 0.75), length: 'linear' });
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
}

function drawWalk(context: DrawContext, size: Size, theme: DrawTheme, path: Float64Array, drawing: Drawing): void {
  const view = squareView(size, theme, pathRange, pathRange);
  const colour = colourOf(theme, drawing);
  drawContours(context, view, drawing.contours(view), theme);
  drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'x1' } });
  drawPath(context, view, path, theme, { colour });
  drawExits(context, view, path, theme, colour);
}

function drawProbabilities(context: DrawContext, size: Size, theme: DrawTheme, { rows, columns, values, sums, picks }: Probabilities, colour: string): void {
  const line = 2 * theme.fontSize;
  const height = Math.min(size.height - line, rows * 4.5 * theme.fontSize);
  const view = matrixView(rows, columns, {
    left: 0,
    top: (size.height - height) / 2,
    width: Math.round(size.width - (sums ? 6.2 * theme.fontSize : 2)),
    height: Math.round(height),
  });
  const picture: MatrixPicture = {
    rows,
    columns,
    value: (row, column) => values[row * columns + column] as number,
    table: greyTable(theme.background, mix(theme.background, theme.ink, 0.55)),
    range: [0, 1],
  };
  drawMatrix(context, view, picture);
  drawMatrixNumbers(context, view, theme, picture, (value) => written(value, 3));
  context.save();
  context.lineWidth = 1;
  context.strokeStyle = theme.grid;
  frame(context, view, picture, 0.5, () => true);
  context.lineWidth = 3;
  context.strokeStyle = colour;
  frame(context, view, picture, 2, (row, column) => picks?.[row]?.includes(column) ?? false);
  if (sums) {
    context.font = fontOf(theme);
    context.fillStyle = colour;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    sums.forEach((sum, row) => {
      context.fillText(`Σ = ${written(sum, 3)}`, size.width, pixelY(view, row));
    });
  }
  context.restore();
}

function frame(context: DrawContext, view: View, { rows, columns }: MatrixPicture, inset: number, framed: (row: number, column: number) => boolean): void {
  context.beginPath();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (framed(row, column)) traceInset(context, matrixCell(view, row, column), inset);
    }
  }
  context.stroke();
}

function drawLosses(context: DrawContext, size: Size, theme: DrawTheme, picture: Extract<Picture, { kind: 'losses' }>, drawing: Drawing): void {
  const { form, words } = drawing;
  const losses = picture[form];
  const view = chartView(size, theme, { x: [0, losses.length], y: fromZero(rangeOf([1], picture.right, picture.wrong)) });
  const name = losses.length === picture.right.length ? words.iteration : words.entry;
  drawAxes(context, view, theme, { x: { label: name, tickCount: 4 }, y: { label: words.loss }, gridLines: true });
  drawCurve(context, view, losses, theme, { colour: colourOf(theme, drawing), width: 1.5 });
}

/** Both matrices to one scale: rows downwards, columns across. */
function drawShape(context: DrawContext, size: Size, theme: DrawTheme, { right, wrong }: Extract<Picture, { kind: 'shape' }>, drawing: Drawing): void {
  const [rows, columns] = drawing.form === 'right' ? right : wrong;
  const scale = (0.92 * size.height) / Math.max(right[0], wrong[0]);
  const [width, height] = [Math.max(2, columns * scale), Math.max(2, rows * scale)];
  const [left, top] = [0.25 * size.width, 0.04 * size.height];
  const colour = colourOf(theme, drawing);
  context.save();
  context.fillStyle = mix(theme.background, colour, 0.25);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.rect(left, top, width, height);
  context.fill();
  context.stroke();
  context.font = fontOf(theme);
  context.fillStyle = theme.ink;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(`${rows} × ${columns}`, left + width + theme.fontSize, top + Math.max(height / 2, 0.6 * theme.fontSize));
  context.restore();
}
