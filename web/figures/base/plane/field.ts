import { type ContourSet, findContours } from '../../../draw/contours.ts';
import type { VectorGrid } from '../../../draw/quiver.ts';
import type { View } from '../../../draw/view.ts';
import type { Engine, GradientField, Grid } from '../../../engine/api/api.ts';
import type { Column } from '../exports/export.ts';
import { Remembered } from '../work/remembered.ts';
import type { FunctionOfTwo } from './function-of-two.ts';

export const contourSamples = 97;

/** The contours of f over a view; found anew only when one of the two has changed. */
export class Contours {
  #set = new Remembered<ContourSet>();

  of(engine: Engine, f: FunctionOfTwo, view: View): ContourSet {
    return this.#set.of([f.source, view.x, view.y], () => {
      const { value } = engine.gradientField(f.expression, gridOver(view, contourSamples, contourSamples), 'exact');
      return findContours(value, { x: view.x, y: view.y, columns: contourSamples, rows: contourSamples });
    });
  }
}

export function gridOver(part: Pick<View, 'x' | 'y'>, columns: number, rows: number): Grid {
  return { x0: [part.x[0], part.x[1]], x1: [part.y[0], part.y[1]], columns, rows };
}

/** The points of the grid in the order of its values, for a table. */
export function gridColumns({ x0, x1, columns, rows }: Grid): Column[] {
  const along = ([lo, hi]: readonly [number, number], count: number, i: number) => lo + ((hi - lo) * i) / (count - 1);
  const points = Array.from({ length: columns * rows }, (_, k) => k);
  return [
    { name: 'x0', values: points.map((k) => along(x0, columns, k % columns)) },
    { name: 'x1', values: points.map((k) => along(x1, rows, Math.floor(k / columns))) },
  ];
}

/** The arrows −∇f. */
export function downhillArrows(grid: Grid, gradient: GradientField): VectorGrid {
  return { x: grid.x0, y: grid.x1, columns: grid.columns, rows: grid.rows, u: gradient.d0.map((d) => -d), v: gradient.d1.map((d) => -d) };
}
