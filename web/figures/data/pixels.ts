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

/** Where a key moves the chosen pixel: arrows by one (seven with Shift), Home and End along the row, Page Up and Down along the column. */
export function pixelByKey({ row, column }: Pixel, key: string, coarse: boolean): Pixel | undefined {
  const step = coarse ? 7 : 1;
  const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
    ArrowUp: [-step, 0],
    ArrowDown: [step, 0],
    ArrowLeft: [0, -step],
    ArrowRight: [0, step],
    Home: [0, -side],
    End: [0, side],
    PageUp: [-side, 0],
    PageDown: [side, 0],
  };
  const moved = steps[key];
  const within = (at: number) => Math.min(side - 1, Math.max(0, at));
  return moved && { row: within(row + moved[0]), column: within(column + moved[1]) };
}
