import { readableOn } from './colour.ts';
import { type ColourTable, cssColour } from './colour-table.ts';
import type { DrawContext, DrawPath } from './draw-context.ts';
import { type DrawTheme, fontOf } from './theme.ts';
import { clipToPlot, pixelX, pixelY, type Range, type Rect, type View } from './view.ts';

/** A matrix with its first row on top: entry (row, column) is the cell around x = column, y = row of this view. */
export function matrixView(rows: number, columns: number, plot: View['plot']): View {
  return { x: [-0.5, columns - 0.5], y: [rows - 0.5, -0.5], plot };
}

export interface MatrixPicture {
  readonly rows: number;
  readonly columns: number;
  readonly value: (row: number, column: number) => number;
  readonly table: ColourTable;
  /** The values at the ends of the colour table. */
  readonly range: Range;
}

/** Each entry as a coloured cell. */
export function drawMatrix(context: DrawContext, view: View, { rows, columns, value, table, range: [lo, hi] }: MatrixPicture): void {
  clipToPlot(context, view, () => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const { left, top, width, height } = matrixCell(view, row, column);
        context.fillStyle = cellColour(table, value(row, column), lo, hi);
        context.fillRect(left, top, width, height);
      }
    }
  });
}

/** The number of each cell in its middle, in whichever of ink and page is the easier to read there. */
export function drawMatrixNumbers(context: DrawContext, view: View, theme: DrawTheme, picture: MatrixPicture, text: (value: number, row: number, column: number) => string): void {
  const { rows, columns, value, table } = picture;
  const [lo, hi] = picture.range;
  context.save();
  context.font = fontOf(theme);
  // In smaller letters where the widest number would not fit its cell.
  const texts = Array.from({ length: rows * columns }, (_, i) => text(value(Math.floor(i / columns), i % columns), Math.floor(i / columns), i % columns));
  const widest = Math.max(...texts.map((each) => context.measureText(each).width));
  const cell = 0.96 * (pixelX(view, 1) - pixelX(view, 0));
  if (widest > cell) context.font = fontOf({ ...theme, fontSize: (theme.fontSize * cell) / widest });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const entry = value(row, column);
      context.fillStyle = readableOn(cellColour(table, entry, lo, hi), theme);
      context.fillText(texts[row * columns + column] as string, pixelX(view, column), pixelY(view, row));
    }
  }
  context.restore();
}

function cellColour(table: ColourTable, value: number, lo: number, hi: number): string {
  return cssColour(table, hi > lo ? (value - lo) / (hi - lo) : 0.5);
}

/** On whole pixels, so that no seam shows between two cells. */
export function matrixCell(view: View, row: number, column: number): View['plot'] {
  const [left, right] = [pixelX(view, column - 0.5), pixelX(view, column + 0.5)].map(Math.round) as [number, number];
  const [top, bottom] = [pixelY(view, row - 0.5), pixelY(view, row + 0.5)].map(Math.round) as [number, number];
  return { left, top, width: right - left, height: bottom - top };
}

/** Adds the outline of a cell to a path, so far within it. */
export function traceInset(path: DrawPath, { left, top, width, height }: Rect, inset: number): void {
  path.rect(left + inset, top + inset, width - 2 * inset, height - 2 * inset);
}
