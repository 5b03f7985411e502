import { median } from 'd3-array';
import type { Relief } from '../../draw/relief-projection.ts';
import type { Engine } from '../../engine/api/api.ts';
import { gridOver } from '../base/plane/field.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import type { Part } from '../base/plane/part.ts';
import type { Point } from '../base/state/reading.ts';

/** Of f over the part that is shown. */
export interface Surface {
  readonly relief: Relief;
  /** Half of the places are less steep than this, along x0 and along x1. */
  readonly usual: Point;
}

const points = 37;

export function surfaceOf(engine: Engine, f: FunctionOfTwo, { x0, x1 }: Part): Surface {
  const { value, d0, d1 } = engine.gradientField(f.expression, gridOver({ x: x0, y: x1 }, points, points), 'exact');
  const usual = (slopes: Float64Array) => median(slopes, Math.abs) ?? Number.NaN;
  return {
    relief: { extent: { x: x0, y: x1, columns: points, rows: points }, values: value, names: { x: 'x0', y: 'x1', height: 'f' } },
    usual: [usual(d0), usual(d1)],
  };
}
