import type { Size } from '../../draw/view.ts';

/** A page of the wall, which shows as many digits as fit. */
export interface Wall {
  readonly columns: number;
  readonly rows: number;
  /** Of a digit with its margin, in pixels. */
  readonly cell: number;
}

const smallestCell = 36;

/** As many columns as fit, each as wide as can be; rows are whole. */
export function wallOf({ width, height }: Size): Wall {
  const columns = Math.max(1, Math.floor(width / smallestCell));
  const cell = width / columns;
  return { columns, rows: Math.max(1, Math.floor((height + 1) / cell)), cell };
}

/** The place of the first digit of the page that holds `place`. */
export function pageStart(place: number, { columns, rows }: Wall): number {
  return place - (place % (columns * rows));
}

/** Which place of the page lies there, from 0; undefined beside the wall. */
export function placeAt(x: number, y: number, { columns, rows, cell }: Wall): number | undefined {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : undefined;
}

/** Where a key moves the choice among `count` places: arrows to the neighbour (with Shift and Page keys by a page), Home and End to the ends. */
export function placeByKey(place: number, key: string, coarse: boolean, { columns, rows }: Wall, count: number): number | undefined {
  const page = columns * rows;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: coarse ? -page : -1,
    ArrowRight: coarse ? page : 1,
    ArrowUp: coarse ? -page : -columns,
    ArrowDown: coarse ? page : columns,
    PageUp: -page,
    PageDown: page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, place + step));
}
