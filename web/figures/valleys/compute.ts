import { type HeightField, type Slopes, slopesOf } from '../../draw/height-field.ts';
import type { Basins } from '../../draw/terrain.ts';
import type { Engine, Expression } from '../../engine/api/api.ts';
import type { Point } from '../base/state/reading.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { reach } from './state.ts';

export const learningRate = 0.01;
/** So many decide in which valley a walk is; drawn is what it takes to come to rest. */
const deciding = 40;
export const drawn = 54;
const restingSlope = 0.5;

/** Himmelblau's function: four valleys, all equally deep. */
export interface Landscape {
  readonly f: Expression;
  readonly minima: readonly Point[];
}

export function landscapeOf(engine: Engine): Landscape {
  const field = engine.scalarFields.find(({ name }) => name === 'himmelblau');
  if (!field) throw new Error('The engine has no Himmelblau function.');
  return { f: engine.expression(field.source, ['x0', 'x1']), minima: field.minima };
}

export interface Terrain {
  readonly field: HeightField;
  readonly slopes: Slopes;
}

/** The ground goes on where no walk starts, so that it can fade into the page. */
const groundReach = 7.6;
const groundPoints = 229;
const rowsASlice = 12;

/** The height drawn is log(1 + f). */
export function* terrainWork(engine: Engine, { f }: Landscape): Work<Terrain> {
  const values = new Float32Array(groundPoints ** 2);
  const along = (i: number) => -groundReach + (2 * groundReach * i) / (groundPoints - 1);
  for (let row = 0; row < groundPoints; row += rowsASlice) {
    const rows = Math.min(rowsASlice, groundPoints - row);
    const part = engine.gradientField(f, { x0: [-groundReach, groundReach], x1: [along(row), along(row + rows - 1)], columns: groundPoints, rows });
    values.set(part.value.map(Math.log1p), row * groundPoints);
    yield row / groundPoints;
  }
  const field: HeightField = { extent: { x: [-groundReach, groundReach], y: [-groundReach, groundReach], columns: groundPoints, rows: groundPoints }, values };
  return { field, slopes: slopesOf(field) };
}

export interface Walk {
  readonly start: Point;
  /** x0 and x1 in turn, from the start to where the ground is nearly level. */
  readonly path: Float64Array;
  /** The number of the minimum. */
  readonly valley: number;
}

export function walkFrom(engine: Engine, { f, minima }: Landscape, start: Point): Walk {
  const { path } = engine.gradientDescent(f, Float64Array.from(start), { learningRate, steps: drawn, method: 'exact' });
  const isLevel = (i: number) => Math.hypot(...f.gradient(path.slice(2 * i, 2 * i + 2))) < restingSlope;
  let last = 0;
  while (last < path.length / 2 - 1 && !isLevel(last)) last++;
  const [x0, x1] = start;
  const [valley = 0] = engine.basins(f, { x0: [x0, x0], x1: [x1, x1], columns: 1, rows: 1 }, Float64Array.from(minima.flat()), { learningRate, steps: deciding });
  return { start, path: path.slice(0, 2 * last + 2), valley };
}

/** Where a walk is after so much of it. */
export function pointOn({ path }: Walk, share: number): Point {
  const step = share * (path.length / 2 - 1);
  const [from, part] = [Math.floor(step), step - Math.floor(step)];
  const at = (k: 0 | 1) => {
    const here = path[2 * from + k] as number;
    return here + part * ((path[2 * from + 2 + k] ?? here) - here);
  };
  return [at(0), at(1)];
}

const basinPoints = 160;
const basinRowsASlice = 2;

/** Of each of 160 × 160 starts the valley to which it leads. */
export function* basinsWork(engine: Engine, { f, minima }: Landscape): Work<Basins> {
  const valleys = new Uint8Array(basinPoints ** 2);
  const places = Float64Array.from(minima.flat());
  const grid = { x0: [-reach, reach] as [number, number], x1: [-reach, reach] as [number, number], columns: basinPoints, rows: basinPoints };
  for (let begin = 0; begin < basinPoints; begin += basinRowsASlice) {
    valleys.set(engine.basins(f, grid, places, { learningRate, steps: deciding, begin, end: begin + basinRowsASlice }), begin * basinPoints);
    yield begin / basinPoints;
  }
  return { reach, count: basinPoints, valleys };
}
