// Planes through parameter space, on which the loss can be drawn. See api.ts for what all functions share.

import type { Grid, LossSurface, Plane, TwoLayerNet } from './api.ts';

export interface PlaneFunctions {
  /** The plane in which only two parameters change; centre at the net's own. */
  planeOfWeights(net: TwoLayerNet, first: number, second: number): Plane;
  /** Two random directions, each as long for every unit as the weights into it (Li et al. 2018, filter normalisation). */
  planeOfRandomDirections(net: TwoLayerNet, seed: number): Plane;
  /** points: n × parameterCount, oldest first. The first two principal components of their differences to the last. */
  planeOfPrincipalComponents(points: Float32Array, parameterCount: number, seed: number): PrincipalPlane;
  /** The loss around a path (n × parameterCount, oldest first) on a plane, of which the whole path with a margin is shown. */
  runSurface(net: TwoLayerNet, points: Float32Array, x: Float32Array, labels: Uint8Array, options: RunSurfaceOptions): RunSurface;
}

export interface PrincipalPlane {
  plane: Plane;
  /** The share of Σ ‖pᵢ − last‖² that each component holds. */
  explained: [number, number];
}

/** path: through the first, the middle and the last point. */
export type PlaneChoice =
  | { readonly kind: 'path' }
  | { readonly kind: 'weights'; readonly first: number; readonly second: number }
  | { readonly kind: 'random' }
  | { readonly kind: 'principal' };

export interface RunSurfaceOptions {
  columns: number;
  rows: number;
  seed: number;
  /** 'path' by default. */
  plane?: PlaneChoice;
}

export interface RunSurface extends LossSurface {
  plane: Plane;
  /** The part that is drawn: x0 along u, x1 along v. */
  grid: Grid;
  /** The path projected onto the plane: (a, b) pairs. */
  path: Float64Array;
  /** The share of Σ ‖pᵢ − last‖² that lies in the plane. */
  pathShare: number;
}
