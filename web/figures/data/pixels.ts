import type { Size } from '../../draw/view.ts';
import { side } from './state.ts';

export interface Pixel {
  readonly row: number;
  readonly column: number;
}

/** The square part of a digit whose numbers are shown: all of it, or what leaves them legible. */
export interface Part extends Pixel {
  /** Pixels along each side. */
  readonly side: number;
}

export const wholeDigit: Part = { row: 0, column: 0, side };

/** With Shift an arrow leads a quarter of the digit on. */
export const wholeGrid = { rows: side, columns: side, leap: side / 4 };

const smallestCell = 20.5;
/** So many pixels around the chosen one stay in the part. */
const margin = 2;

/** `before` moves no further than it must to hold the chosen pixel. */
export function partAround({ row, column }: Pixel, width: number, before: Part | undefined): Part {
  const shown = Math.min(side, Math.max(8, Math.floor(width / smallestCell)));
  const start = (at: number, from: number | undefined) => {
    const kept = from ?? at - Math.floor(shown / 2);
    return Math.min(side - shown, Math.max(0, Math.min(at - margin, Math.max(at + margin + 1 - shown, kept))));
  };
  const last = before?.side === shown ? before : undefined;
  return { row: start(row, last?.row), column: start(column, last?.column), side: shown };
}

/** The pixel at a place on a canvas that shows the part. */
export function pixelAt(x: number, y: number, { width, height }: Size, part: Part): Pixel | undefined {
  const [row, column] = [Math.floor((y / height) * part.side), Math.floor((x / width) * part.side)];
  const inside = row >= 0 && row < part.side && column >= 0 && column < part.side;
  return inside ? { row: part.row + row, column: part.column + column } : undefined;
}
