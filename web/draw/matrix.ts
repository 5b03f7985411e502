import { type ColourTable, cssColour } from './colour.ts';
import { clipToPlot, pixelX, pixelY, type Range, type View } from './view.ts';

/** A matrix with its first row on top: entry (row, column) is the cell around x = column, y = row of this view. */
export function matrixView(rows: number, columns: number, plot: View['plot']): View {
  return { x: [-0.5, columns - 0.5], y: [rows - 0.5, -0.5], plot };
}

export interface MatrixPicture {
  readonly rows: number;
  readonly columns: number;
  readonly value: (row: number, column: number) => number;
  readonly table: ColourTable;
  /** Of the values at the ends of the colour table. */
  readonly range: Range;
}

/** Each entry as a coloured cell. */
export function drawMatrix(context: CanvasRenderingContext2D, view: View, { rows, columns, value, table, range: [lo, hi] }: MatrixPicture): void {
  clipToPlot(context, view, () => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const { left, top, width, height } = matrixCell(view, row, column);
        context.fillStyle = cssColour(table, hi > lo ? (value(row, column) - lo) / (hi - lo) : 0.5);
        context.fillRect(left, top, width, height);
      }
    }
  });
}

/** On whole pixels, so that no seam shows between two cells. */
export function matrixCell(view: View, row: number, column: number): View['plot'] {
  const [left, right] = [pixelX(view, column - 0.5), pixelX(view, column + 0.5)].map(Math.round) as [number, number];
  const [top, bottom] = [pixelY(view, row - 0.5), pixelY(view, row + 0.5)].map(Math.round) as [number, number];
  return { left, top, width: right - left, height: bottom - top };
}
