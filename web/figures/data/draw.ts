import { mix } from '../../draw/colour.ts';
import { cssColour, greyTable } from '../../draw/colour-table.ts';
import { commitTiles, createTileSheet, drawPixels, drawTile, writeTile } from '../../draw/image.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import { type Part, type Pixel, wholeDigit } from './pixels.ts';
import { side } from './state.ts';
import type { Wall } from './wall.ts';

/** The digits of one page of the wall, in order. */
export interface WallPage {
  /** count × 784. */
  readonly pixels: Uint8Array;
  readonly isTest: readonly boolean[];
  /** The place of the chosen digit, if it is on this page. */
  readonly chosen: number | undefined;
}

/** Digits of the test part have the second accent and a mark at the corner. */
export function drawWall(context: CanvasRenderingContext2D, theme: DrawTheme, { columns, cell }: Wall, page: WallPage): void {
  const { pixels, isTest, chosen } = page;
  const sheet = createTileSheet(isTest.length, side);
  const tables = { train: greyTable(theme.background, theme.ink), test: greyTable(theme.background, theme.accent2) };
  isTest.forEach((test, i) => {
    writeTile(sheet, i, pixels, tables[test ? 'test' : 'train'], [0, 255], i * side * side);
  });
  commitTiles(sheet);
  const inner = cell - 6;
  isTest.forEach((test, i) => {
    const [left, top] = [(i % columns) * cell, Math.floor(i / columns) * cell];
    drawTile(context, sheet, i, { left: left + 3, top: top + 3, width: inner, height: inner });
    if (test) drawCorner(context, theme, left + cell - 2, top + 2);
  });
  if (chosen !== undefined) {
    context.strokeStyle = theme.accent;
    context.lineWidth = 2;
    context.strokeRect((chosen % columns) * cell + 1, Math.floor(chosen / columns) * cell + 1, cell - 2, cell - 2);
  }
}

function drawCorner(context: CanvasRenderingContext2D, theme: DrawTheme, right: number, top: number): void {
  context.fillStyle = theme.accent2;
  context.beginPath();
  context.moveTo(right, top);
  context.lineTo(right - 6, top);
  context.lineTo(right, top + 6);
  context.fill();
}

export interface PaintedPicture {
  readonly pixels: Uint8Array;
  /** The numbers of those that are not what they were. */
  readonly changed: readonly number[];
  readonly chosen: Pixel;
  /** Whose numbers are shown elsewhere. */
  readonly part: Part | undefined;
}

/** A number in a smaller cell cannot be read. */
const smallestCell = 18;

/** The digit as the reader paints on it: with its numbers where these can be read; each changed pixel has a frame. */
export function drawPainted(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, { pixels, changed, chosen, part }: PaintedPicture): void {
  const cell = size.width / side;
  if (cell >= smallestCell) drawNumbers(context, size, theme, pixels, wholeDigit, chosen);
  else drawPixels(context, { left: 0, top: 0, ...size }, pixels, greyTable(theme.background, theme.ink), [0, 255]);
  const frame = (left: number, top: number, width: number) => context.strokeRect(left * cell + 1, top * cell + 1, width * cell - 2, width * cell - 2);
  context.lineWidth = 2;
  context.strokeStyle = theme.accent2;
  for (const pixel of changed) frame(pixel % side, Math.floor(pixel / side), 1);
  context.strokeStyle = theme.accent;
  frame(chosen.column, chosen.row, 1);
  if (part && part.side < side && cell < smallestCell) frame(part.column, part.row, part.side);
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, size.width - 1, size.height - 1);
}

/** Each pixel as its number on its own grey. */
export function drawNumbers(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, pixels: Uint8Array, part: Part, chosen: Pixel): void {
  const cell = size.width / part.side;
  const greys = greyTable(theme.background, mix(theme.background, theme.ink, 0.9));
  const zero = mix(theme.background, theme.muted, 0.35);
  context.font = fontOf({ ...theme, fontSize: Math.min(13, 0.46 * cell) });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < part.side; row++) {
    for (let column = 0; column < part.side; column++) {
      const value = pixels[(part.row + row) * side + part.column + column] ?? 0;
      const [left, top] = [column * cell, row * cell];
      context.fillStyle = cssColour(greys, value / 255);
      // Half a pixel more on each side, so that no seam shows between two cells.
      if (value > 0) context.fillRect(left - 0.25, top - 0.25, cell + 0.5, cell + 0.5);
      context.fillStyle = value === 0 ? zero : value > 125 ? theme.background : theme.ink;
      // Three digits do not touch those of the next cell.
      context.fillText(String(value), left + cell / 2, top + cell / 2 + 0.5, cell - 4);
    }
  }
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, size.width - 1, size.height - 1);
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  context.strokeRect((chosen.column - part.column) * cell, (chosen.row - part.row) * cell, cell, cell);
}
