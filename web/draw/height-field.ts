import type { GridExtent } from './view.ts';

/** A height over each point of a grid; values: row-major, y outer. */
export interface HeightField {
  readonly extent: GridExtent;
  readonly values: ArrayLike<number>;
}

export interface Slopes {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Between the four samples around; at the edge for a point outside. Called for every piece of every line on a landscape that turns. */
export function heightAt({ extent, values }: HeightField, atX: number, atY: number): number {
  const { columns } = extent;
  const column = place(extent.x[0], extent.x[1], columns, atX);
  const row = place(extent.y[0], extent.y[1], extent.rows, atY);
  const left = Math.min(columns - 2, Math.floor(column));
  const low = Math.min(extent.rows - 2, Math.floor(row));
  const right = column - left;
  const up = row - low;
  const first = low * columns + left;
  const below = (values[first] as number) + right * ((values[first + 1] as number) - (values[first] as number));
  const second = first + columns;
  const above = (values[second] as number) + right * ((values[second + 1] as number) - (values[second] as number));
  return below + up * (above - below);
}

const tallest = new WeakMap<HeightField, number>();

/** The greatest of its heights, at least 0. */
export function tallestOf(field: HeightField): number {
  let height = tallest.get(field);
  if (height === undefined) {
    height = 0;
    for (let i = 0; i < field.values.length; i++) height = Math.max(height, field.values[i] as number);
    tallest.set(field, height);
  }
  return height;
}

/** How fast it rises towards growing x and towards growing y, at each of its points. */
export function slopesOf({ extent: { x, y, columns, rows }, values }: HeightField): Slopes {
  const [stepX, stepY] = [(x[1] - x[0]) / (columns - 1), (y[1] - y[0]) / (rows - 1)];
  const slopes = { x: new Float32Array(columns * rows), y: new Float32Array(columns * rows) };
  const value = (column: number, row: number) => values[row * columns + column] as number;
  for (let row = 0; row < rows; row++) {
    const [below, above] = [Math.max(0, row - 1), Math.min(rows - 1, row + 1)];
    for (let column = 0; column < columns; column++) {
      const [left, right] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
      slopes.x[row * columns + column] = (value(right, row) - value(left, row)) / ((right - left) * stepX);
      slopes.y[row * columns + column] = (value(column, above) - value(column, below)) / ((above - below) * stepY);
    }
  }
  return slopes;
}

function place(lowest: number, highest: number, count: number, at: number): number {
  const share = highest > lowest ? (at - lowest) / (highest - lowest) : 0;
  return Math.min(1, Math.max(0, share)) * (count - 1);
}
