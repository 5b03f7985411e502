import type { ColourTable } from './colour.ts';
import type { Range, Rect } from './view.ts';

/** Square images of one size, below one another in one bitmap. */
export interface TileSheet {
  readonly count: number;
  readonly side: number;
  readonly pixels: ImageData;
  readonly bitmap: OffscreenCanvas;
}

export function createTileSheet(count: number, side: number): TileSheet {
  return { count, side, pixels: new ImageData(side, side * count), bitmap: new OffscreenCanvas(side, side * count) };
}

/**
 * Colours image `index`; its value k (row-major) is values[offset + k·stride]. The first layer's weights of hidden unit j are at
 * offset j, stride = number of hidden units.
 */
export function writeTile(sheet: TileSheet, index: number, values: ArrayLike<number>, table: ColourTable, range: Range, offset = 0, stride = 1): void {
  colourPixels(sheet.pixels.data, index * sheet.side * sheet.side, sheet.side * sheet.side, values, table, range, offset, stride);
}

/** Writes `count` RGBA pixels from pixel `first` on. Values outside the range take its end colours. */
export function colourPixels(rgba: Uint8ClampedArray, first: number, count: number, values: ArrayLike<number>, table: ColourTable, [lo, hi]: Range, offset = 0, stride = 1): void {
  const scale = hi > lo ? 255 / (hi - lo) : 0;
  for (let k = 0; k < count; k++) {
    const value = values[offset + k * stride] as number;
    const entry = 3 * Math.min(255, Math.max(0, Math.round((value - lo) * scale)));
    const at = 4 * (first + k);
    rgba[at] = table[entry] as number;
    rgba[at + 1] = table[entry + 1] as number;
    rgba[at + 2] = table[entry + 2] as number;
    rgba[at + 3] = 255;
  }
}

/** Makes what was written visible to drawTiles. */
export function commitTiles(sheet: TileSheet): void {
  sheet.bitmap.getContext('2d')?.putImageData(sheet.pixels, 0, 0);
}

export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  readonly side: number;
  readonly gap: number;
  readonly left: number;
  readonly top: number;
}

/** The number of columns with which `count` squares are largest within the rectangle; the grid starts at its upper left corner. */
export function tileLayout(count: number, within: Rect, gap = 4): TileLayout {
  let best = { columns: 1, rows: Math.max(1, count), side: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const side = Math.floor(Math.min((within.width - gap * (columns - 1)) / columns, (within.height - gap * (rows - 1)) / rows));
    if (side > best.side) best = { columns, rows, side };
  }
  return { ...best, gap, left: within.left, top: within.top };
}

export function tileRect(layout: TileLayout, index: number): Rect {
  const { columns, side, gap, left, top } = layout;
  return { left: left + (index % columns) * (side + gap), top: top + Math.floor(index / columns) * (side + gap), width: side, height: side };
}

/** Pixels stay sharp squares. */
export function drawTiles(context: CanvasRenderingContext2D, sheet: TileSheet, layout: TileLayout): void {
  context.save();
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < sheet.count; i++) {
    const { left, top, width, height } = tileRect(layout, i);
    context.drawImage(sheet.bitmap, 0, i * sheet.side, sheet.side, sheet.side, left, top, width, height);
  }
  context.restore();
}

/** One square image, its pixels sharp squares. */
export function drawPixels(context: CanvasRenderingContext2D, { left, top, width, height }: Rect, values: ArrayLike<number>, table: ColourTable, range: Range): void {
  const sheet = createTileSheet(1, Math.sqrt(values.length));
  writeTile(sheet, 0, values, table, range);
  commitTiles(sheet);
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet.bitmap, left, top, width, height);
}

export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i] as number);
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}
