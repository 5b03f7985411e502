// Planes through the parameter space of a net, and the loss on them.

import type { Grid } from './api-calculus.ts';
import type { TwoLayerNet } from './api-two-layer-net.ts';

/** The plane centre + a·u + b·v. */
export interface Plane {
  centre: Float32Array;
  u: Float32Array;
  v: Float32Array;
}

/** NaN at places so far out that numbers overflow. */
export interface LossSurface {
  loss: Float32Array;
  /** −∂L/∂a and −∂L/∂b at each point of the grid. */
  downhillA: Float32Array;
  downhillB: Float32Array;
}

export interface PrincipalPlane {
  plane: Plane;
  /** The share of Σ‖p − last‖² that each component holds. */
  explained: [number, number];
}

/** 'path': through the first, the middle and the last point; 'random': filter-normalised directions. */
export type PlaneChoice =
  | { readonly kind: 'path' }
  | { readonly kind: 'weights'; readonly first: number; readonly second: number }
  | { readonly kind: 'random' }
  | { readonly kind: 'principal' };

export interface RunSurfaceOptions {
  columns: number;
  rows: number;
  seed: number;
  /** { kind: 'path' } by default. */
  plane?: PlaneChoice | undefined;
}

export interface RunSurface extends LossSurface {
  plane: Plane;
  /** The part of the plane that shows the whole path: x0 spans a, x1 spans b. */
  grid: Grid;
  /** (a, b) of each point of the path. */
  path: Float64Array;
  /** The share of Σ‖p − last‖² that lies in the plane, 0 … 1. */
  pathShare: number;
}

export interface PathPoint {
  iteration: number;
  parameters: Float32Array;
}

/** The way of a run, thinned as it grows: every stride-th iteration, at most `capacity` points. */
export interface ParameterPath extends Disposable {
  readonly stride: number;
  /** Keeps the point if iteration is a multiple of the stride. */
  record(iteration: number, parameters: Float32Array): void;
  /** Forgets the points after `iteration`. */
  rewind(iteration: number): void;
  points(): PathPoint[];
  delete(): void;
}

export interface PathOptions {
  /** 96 */
  capacity?: number;
  /** 1 */
  stride?: number;
}

export interface PlaneFunctions {
  readonly ParameterPath: new (options?: PathOptions) => ParameterPath;
  /** A plane in which three points of a run lie exactly; missing directions are drawn by `seed`. */
  planeThrough(start: Float32Array, between: Float32Array, now: Float32Array, seed: number): Plane;
  /** Through the net's parameters, along two of them. */
  planeOfWeights(net: TwoLayerNet, first: number, second: number): Plane;
  /** Through the net's parameters, along two filter-normalised directions (Li et al. 2018). */
  planeOfRandomDirections(net: TwoLayerNet, seed: number): Plane;
  /** points: n × parameterCount, the oldest first. */
  planeOfPrincipalComponents(points: Float32Array, parameterCount: number, seed: number): PrincipalPlane;
  /** Coordinates (a, b) of the orthogonal projections of `points` (n × parameters), as n × 2. */
  project(plane: Plane, points: Float32Array): Float64Array;
  /** On one batch; grid.x0 spans a, grid.x1 spans b. `net` gives sizes and activation, its parameters are not used. */
  lossSurface(net: TwoLayerNet, plane: Plane, x: Float32Array, labels: Uint8Array, grid: Grid): LossSurface;
  /** Around a run so far; points: n × parameterCount, the oldest first. */
  runSurface(net: TwoLayerNet, path: ParameterPath | Float32Array, x: Float32Array, labels: Uint8Array, options: RunSurfaceOptions): RunSurface;
}
