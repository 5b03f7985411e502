import type { ColourTable } from './colour-table.ts';
import type { Range, Rect } from './view.ts';

/** Images of one size in one bitmap, row after row of them: one column of many would be taller than a browser makes a canvas. */
export interface TileSheet {
  readonly count: number;
  /** The width of one image, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Images beside one another. */
  readonly across: number;
  readonly pixels: ImageData;
  readonly bitmap: OffscreenCanvas;
}

export function createTileSheet(count: number, width: number, height = width): TileSheet {
  const across = Math.max(1, Math.min(count, Math.ceil(Math.sqrt((count * height) / width))));
  const [all, tall] = [across * width, Math.max(1, Math.ceil(count / across)) * height];
  return { count, width, height, across, pixels: new ImageData(all, tall), bitmap: new OffscreenCanvas(all, tall) };
}

/** Where image `index` lies in the bitmap. */
function tileSource({ width, height, across }: Pick<TileSheet, 'width' | 'height' | 'across'>, index: number): Rect {
  return { left: (index % across) * width, top: Math.floor(index / across) * height, width, height };
}

/** As drawImage: the whole image into the rectangle. */
export function drawTile(context: CanvasRenderingContext2D, sheet: TileSheet, index: number, into: Rect): void {
  const { left, top, width, height } = tileSource(sheet, index);
  context.drawImage(sheet.bitmap, left, top, width, height, into.left, into.top, into.width, into.height);
}

/** The largest rectangle of the image's shape in the middle of a square. */
export function fitted({ width, height }: Pick<TileSheet, 'width' | 'height'>, left: number, top: number, side: number): Rect {
  const scale = side / Math.max(width, height);
  const [wide, tall] = [scale * width, scale * height];
  return { left: left + (side - wide) / 2, top: top + (side - tall) / 2, width: wide, height: tall };
}

/**
 * Colours image `index`; its value k (row-major) is values[offset + k·stride]. The first layer's weights of hidden unit j are at
 * offset j, stride = number of hidden units.
 */
export function writeTile(sheet: TileSheet, index: number, values: ArrayLike<number>, table: ColourTable, range: Range, offset = 0, stride = 1): void {
  const { left, top, width, height } = tileSource(sheet, index);
  const words = new Uint32Array(sheet.pixels.data.buffer);
  const colours = packed(table);
  for (let row = 0; row < height; row++) {
    colourWords(words, (top + row) * sheet.across * width + left, width, values, colours, range, offset + row * width * stride, stride);
  }
}

/** Writes `count` RGBA pixels from pixel `first` on. Values outside the range take its end colours; what is no number is black. */
export function colourPixels(rgba: Uint8ClampedArray, first: number, count: number, values: ArrayLike<number>, table: ColourTable, range: Range, offset = 0, stride = 1): void {
  colourWords(new Uint32Array(rgba.buffer, rgba.byteOffset), first, count, values, packed(table), range, offset, stride);
}

function colourWords(words: Uint32Array, first: number, count: number, values: ArrayLike<number>, colours: Uint32Array, [lo, hi]: Range, offset: number, stride: number): void {
  const scale = hi > lo ? 255 / (hi - lo) : 0;
  for (let k = 0; k < count; k++) {
    const scaled = ((values[offset + k * stride] as number) - lo) * scale;
    // Without calls: each pixel of each picture of weights, and of a thousand digits, comes here.
    words[first + k] = colours[scaled >= 255 ? 255 : scaled > 0 ? (scaled + 0.5) | 0 : scaled <= 0 ? 0 : 256] as number;
  }
}

const packings = new WeakMap<ColourTable, Uint32Array>();

/** The colours of a table as pixels, which are written at once and not channel by channel; after them black. */
function packed(table: ColourTable): Uint32Array {
  let colours = packings.get(table);
  if (!colours) {
    const rgba = Uint8ClampedArray.from({ length: 4 * 257 }, (_, i) => (i % 4 === 3 ? 255 : (table[3 * (i >> 2) + (i % 4)] ?? 0)));
    colours = new Uint32Array(rgba.buffer);
    packings.set(table, colours);
  }
  return colours;
}

/** Makes what was written visible to drawTiles. */
export function commitTiles(sheet: TileSheet): void {
  sheet.bitmap.getContext('2d')?.putImageData(sheet.pixels, 0, 0);
}

export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  /** The longer one of an image. */
  readonly side: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly left: number;
  readonly top: number;
}

/** The number of columns with which `count` images of a shape are largest within the rectangle; the grid starts at its upper left corner. */
export function tileLayout(count: number, within: Rect, gap = 4, shape: Pick<TileSheet, 'width' | 'height'> = { width: 1, height: 1 }): TileLayout {
  const longer = Math.max(shape.width, shape.height);
  const [wide, tall] = [shape.width / longer, shape.height / longer];
  let best = { columns: 1, rows: Math.max(1, count), side: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const side = Math.floor(Math.min((within.width - gap * (columns - 1)) / columns / wide, (within.height - gap * (rows - 1)) / rows / tall));
    if (side > best.side) best = { columns, rows, side };
  }
  return { ...best, width: best.side * wide, height: best.side * tall, gap, left: within.left, top: within.top };
}

export function tileRect(layout: TileLayout, index: number): Rect {
  const { columns, width, height, gap, left, top } = layout;
  return { left: left + (index % columns) * (width + gap), top: top + Math.floor(index / columns) * (height + gap), width, height };
}

/** Pixels stay sharp squares. */
export function drawTiles(context: CanvasRenderingContext2D, sheet: TileSheet, layout: TileLayout): void {
  context.save();
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < sheet.count; i++) {
    drawTile(context, sheet, i, tileRect(layout, i));
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
