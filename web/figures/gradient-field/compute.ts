import type { VectorGrid } from '../../draw/quiver.ts';
import type { Engine, Expression, Grid } from '../../engine/api/api.ts';
import { downhillArrows, gridOver } from '../base/plane/field.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import type { Part } from '../base/plane/part.ts';
import type { Point } from '../base/state/reading.ts';
import { gridPoints } from './state.ts';

export interface FieldData {
  readonly grid: Grid;
  readonly arrows: VectorGrid;
  /** Between the numerical and the exact gradient, of either component, over the grid; infinite where one of them is not defined. */
  readonly largestDifference: number;
}

export interface Probe {
  readonly at: Point;
  readonly value: number;
  readonly numerical: Float64Array;
  readonly exact: Float64Array;
}

export interface Flow {
  readonly from: Point;
  /** Points at equal distances, interleaved x0, x1. */
  readonly line: Float64Array;
  readonly to: Point;
  /** f there. */
  readonly value: number;
}

/** Of a flow line: distances in the width of the plane that suits f, and the most points. */
const flowSteps = 400;
const flowPoints = 4000;

export function computeField(engine: Engine, f: FunctionOfTwo, part: Part): FieldData {
  const grid = gridOver({ x: part.x0, y: part.x1 }, gridPoints, gridPoints);
  const numerical = engine.gradientField(f.expression, grid, 'numerical');
  const exact = engine.gradientField(f.expression, grid, 'exact');
  const largestDifference = Math.max(engine.difference(numerical.d0, exact.d0).largest, engine.difference(numerical.d1, exact.d1).largest);
  return { grid, arrows: downhillArrows(grid, numerical), largestDifference };
}

export function computeProbe(engine: Engine, f: FunctionOfTwo, at: Point): Probe {
  const x = Float64Array.from(at);
  return { at, value: f.expression.evaluate(x), numerical: engine.numericalGradient(f.expression, x), exact: f.expression.gradient(x) };
}

/** The length of the pieces of a flow line. */
function flowStep(home: Part): number {
  return (home.x0[1] - home.x0[0]) / flowSteps;
}

/** Whether a flow line ends on a saddle: level there, and f curved downwards in one direction and upwards in another. */
export function endsOnSaddle(f: Expression, { to: [x0, x1] }: Flow, home: Part): boolean {
  const step = flowStep(home);
  const gradient = (d0: number, d1: number) => f.gradient(Float64Array.of(x0 + d0, x1 + d1));
  // Second derivatives as differences of the exact first ones.
  const by = step / 10;
  const second = (d0: number, d1: number, i: 0 | 1) => ((gradient(d0, d1)[i] as number) - (gradient(-d0, -d1)[i] as number)) / (2 * by);
  const [along0, along1, mixed] = [second(by, 0, 0), second(0, by, 1), second(by, 0, 1)];
  const middle = (along0 + along1) / 2;
  const spread = Math.hypot((along0 - along1) / 2, mixed);
  const [least, most] = [middle - spread, middle + spread];
  return least < 0 && most > 0 && Math.hypot(...gradient(0, 0)) <= 2 * step * Math.max(-least, most);
}

export function computeFlow(engine: Engine, f: FunctionOfTwo, from: Point, home: Part): Flow {
  const step = flowStep(home);
  const line = engine.flowLine(f.expression, Float64Array.from(from), { step, points: flowPoints });
  const end = line.slice(-2);
  return { from, line, to: [end[0] ?? Number.NaN, end[1] ?? Number.NaN], value: f.expression.evaluate(end) };
}
