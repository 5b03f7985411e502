import { colourTable, cssColour } from '../../draw/colour-table.ts';
import { commitTiles, createTileSheet, drawTiles, largestMagnitude, type TileSheet, tileLayout, writeTile } from '../../draw/image.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';

export interface WeightImages {
  readonly sheet: TileSheet;
  /** The colours run from −limit to limit. */
  readonly limit: number;
}

/** Rows and columns of an image. */
export type ImageShape = readonly [rows: number, columns: number];

/** W1 (pixels × units) as one image a unit, all on the same scale. */
export function weightImages(weights: Float32Array, [rows, columns]: ImageShape, theme: DrawTheme): WeightImages {
  const units = weights.length / (rows * columns);
  const sheet = createTileSheet(units, columns, rows);
  const limit = largestMagnitude(weights);
  const table = colourTable(theme.dark ? 'diverging-dark' : 'diverging-light');
  for (let unit = 0; unit < units; unit++) writeTile(sheet, unit, weights, table, [-limit, limit], unit, units);
  commitTiles(sheet);
  return { sheet, limit };
}

const barHeight = 8;

export function drawWeights(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, { sheet, limit }: WeightImages, text: (limit: string) => string): void {
  const foot = 2.2 * theme.fontSize;
  drawTiles(context, sheet, tileLayout(sheet.count, { left: 0, top: 0, width: size.width, height: size.height - foot }, sheet.count > 100 ? 1 : 3, sheet));
  const table = colourTable(theme.dark ? 'diverging-dark' : 'diverging-light');
  const top = size.height - foot + 0.7 * theme.fontSize;
  const width = Math.min(96, size.width / 3);
  for (let x = 0; x < width; x++) {
    context.fillStyle = cssColour(table, x / (width - 1));
    context.fillRect(x, top, 1.5, barHeight);
  }
  context.font = fontOf(theme);
  context.fillStyle = theme.muted;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillText(text(String(Number(limit.toPrecision(2)))), width + 0.7 * theme.fontSize, top + barHeight / 2);
}
