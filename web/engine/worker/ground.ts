import type { Engine, Grid, LossSurface, Plane } from '../api/api.ts';
import type { Surface } from '../protocol/protocol.ts';
import type { PathPoint } from '../protocol/run-types.ts';

/** A run that has come so many times as far as when its ground was drawn gets another: by then little of its way may lie in the plane. */
const longestTimes = 8;

/** Twice as wide, so that there is room to walk on. */
export function widened({ x0, x1, columns, rows }: Grid): Grid {
  const wider = ([lo, hi]: readonly [number, number]): [number, number] => [lo - (hi - lo) / 2, hi + (hi - lo) / 2];
  return { x0: wider(x0), x1: wider(x1), columns, rows };
}

/** To be sent away, while the ground stays. */
export function copied({ loss, downhillA, downhillB }: LossSurface): LossSurface {
  return { loss: loss.slice(), downhillA: downhillA.slice(), downhillB: downhillB.slice() };
}

export interface GroundOptions {
  readonly plane: Plane;
  readonly grid: Grid;
  readonly loss: LossSurface;
  /** Of the path up to `iteration`. */
  readonly pathShare: number;
  readonly iteration: number;
  /** The points of the path that stay, on the plane. */
  readonly path: ArrayLike<number>;
}

/** The loss on a part of a plane, on which a run walks on. */
export class Ground {
  #engine: Engine;
  #options: GroundOptions;
  #path: number[];

  constructor(engine: Engine, options: GroundOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#path = Array.from(options.path);
  }

  /** What is new of the path; `anew`: the points before are void. */
  take(points: readonly PathPoint[], anew: boolean): void {
    if (anew) this.#path = [];
    this.#path.push(...this.#projected(points));
  }

  /** The same ground with the run as it is now; undefined where it has left it. */
  with(now: PathPoint, stays: boolean): Omit<Surface, 'milliseconds'> | undefined {
    const { grid, loss, pathShare, iteration } = this.#options;
    if (now.iteration > longestTimes * iteration) return undefined;
    const [a = Number.NaN, b = Number.NaN] = this.#projected([now]);
    const { x0, x1, columns, rows } = grid;
    if (!(a >= x0[0] && a <= x0[1] && b >= x1[0] && b <= x1[1])) return undefined;
    const path = Float64Array.from(stays ? this.#path : [...this.#path, a, b]);
    return { ...copied(loss), pathShare, path, a: x0, b: x1, columns, rows, iteration: now.iteration };
  }

  #projected(points: readonly PathPoint[]): Float64Array {
    const size = points[0]?.parameters.length ?? 0;
    const all = new Float32Array(points.length * size);
    for (const [i, { parameters }] of points.entries()) all.set(parameters, i * size);
    return size === 0 ? new Float64Array() : this.#engine.project(this.#options.plane, all);
  }
}
