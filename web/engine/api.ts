// The engine as JavaScript sees it. This file is the public API of the library (dist/lib/downhill.d.ts).
//
// Arrays are copied in and out. Matrices are flat and row-major. Wrong arguments throw RangeError or TypeError with a
// message that names the argument, the value and what is allowed; the engine stays usable after it. What has delete() is
// disposable with `using`; using it after deletion throws.

import type { CalculusFunctions } from './api-calculus.ts';
import type { ErrataFunctions } from './api-errata.ts';
import type { LossFunctions } from './api-losses.ts';
import type { NetFunctions } from './api-nets.ts';
import type { PlaneFunctions } from './api-planes.ts';
import type { SimpleNetFunctions } from './api-simple-net.ts';

export type Scheme = 'central' | 'forward' | 'backward';
export type Differentiation = 'numerical' | 'exact';
export type OptimizerName = 'sgd' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam';
export type ActivationName = 'sigmoid' | 'relu' | 'tanh';
export type ToyName = 'circle' | 'xor' | 'gauss' | 'spiral';
/** The phase of an iteration that comes next. */
export type Phase = 'mini-batch' | 'gradient' | 'update' | 'record';

/** columns × rows points, ends included; row-major, x1 outer. */
export interface Grid {
  x0: [number, number];
  x1: [number, number];
  columns: number;
  rows: number;
}

export interface GradientField {
  value: Float64Array;
  /** ∂f/∂x0 at each point of the grid. */
  d0: Float64Array;
  /** ∂f/∂x1 at each point of the grid. */
  d1: Float64Array;
}

export interface DescentOptions {
  learningRate?: number;
  steps?: number;
  optimizer?: OptimizerName;
  h?: number;
  method?: Differentiation;
}

export interface Descent {
  /** (steps taken + 1) × n: the start and the point after each step, all finite. */
  path: Float64Array;
  /** f at each of them. */
  values: Float64Array;
  /** True if a value was not finite: the path ends before it. */
  diverged: boolean;
  /** The first step at which the run left the valley for good, although the numbers are still finite. */
  runawayStep: number | undefined;
}

/** A named f(x0, x1) with a view that shows it well. */
export interface ScalarField {
  readonly name: string;
  readonly source: string;
  readonly x0: [number, number];
  readonly x1: [number, number];
  readonly minima: readonly [number, number][];
  readonly minimum: number;
}

export interface NetOptions {
  inputSize: number;
  hiddenSize: number;
  outputSize: number;
  weightInitStd?: number;
  /** Standard deviation 1/√(inputs of the layer) instead of weightInitStd. */
  xavier?: boolean;
  activation?: ActivationName;
  seed?: number;
}

export interface NumericalGradientOptions {
  h?: number;
  method?: 'naive';
  /** Only these parameters, in this order; all of them by default. */
  parameters?: Uint32Array;
}

export interface ToyOptions {
  size?: number;
  /** 0 … 0.5 */
  noise?: number;
  seed?: number;
}

export interface TrainerOptions {
  batchSize?: number;
  learningRate?: number;
  seed?: number;
  gradient?: 'backprop' | 'numerical';
  optimizer?: OptimizerName;
  /** Of the numerical gradient. */
  h?: number;
  sampling?: 'with-replacement' | 'epochs';
}

/** Correct answers and the summed loss of a part of a data set. */
export interface Evaluation {
  correct: number;
  count: number;
  lossSum: number;
  accuracy: number;
  loss: number;
}

/** The plane centre + a·u + b·v through parameter space. */
export interface Plane {
  centre: Float32Array;
  u: Float32Array;
  v: Float32Array;
}

export interface LossSurface {
  loss: Float32Array;
  /** −∂L/∂a and −∂L/∂b at each point of the grid. */
  downhillA: Float32Array;
  downhillB: Float32Array;
}

export interface Engine extends CalculusFunctions, LossFunctions, NetFunctions, PlaneFunctions {
  readonly version: string;
  readonly simpleNet: SimpleNetFunctions;
  readonly errata: ErrataFunctions;
  /** ½Σ(y−t)², one sample. */
  meanSquaredError(y: Float64Array, t: Float64Array): number;
  /** −1/N ΣΣ t·log(y+δ), t one-hot, δ = 1e-7; `rows` samples (1 by default). */
  crossEntropyError(y: Float64Array, t: Float64Array, rows?: number): number;
  /** The same with labels; y: labels.length × classes. */
  crossEntropyErrorOfLabels(y: Float64Array, labels: Uint8Array): number;
  /** By row. */
  softmax(a: Float64Array, rows?: number): Float64Array;

  /** Throws SyntaxError with a `position` (in UTF-16 units of `source`). */
  expression(source: string, variables: readonly string[]): Expression;
  /** The catalogue of functions of x0 and x1, the chapter's first. */
  readonly scalarFields: readonly ScalarField[];
  /** f of one variable; central difference and h = 1e-4 by default. */
  numericalDerivative(f: Expression, x: number, h?: number, scheme?: Scheme): number;
  /** Central differences, h = 1e-4 by default. */
  numericalGradient(f: Expression, x: Float64Array, h?: number): Float64Array;
  gradientField(f: Expression, grid: Grid, method?: Differentiation): GradientField;
  gradientDescent(f: Expression, start: Float64Array, options?: DescentOptions): Descent;

  readonly TwoLayerNet: new (options: NetOptions) => TwoLayerNet;
  readonly Dataset: {
    /** Two IDX files of unsigned bytes (not gzipped): images of rank 3, labels of rank 1. */
    fromIdx(images: Uint8Array, labels: Uint8Array): Dataset;
    toy(name: ToyName, options?: ToyOptions): Dataset;
  };
  readonly Trainer: new (net: TwoLayerNet, train: Dataset, options?: TrainerOptions) => Trainer;

  /** Samples begin … end−1 (all by default). */
  evaluate(net: TwoLayerNet, data: Dataset, begin?: number, end?: number): Evaluation;
  /** A plane in which three points of a run lie exactly; missing directions are drawn by `seed`. */
  planeThrough(start: Float32Array, between: Float32Array, now: Float32Array, seed: number): Plane;
  /** Coordinates (a, b) of the orthogonal projections of `points` (n × parameters), as n × 2. */
  project(plane: Plane, points: Float32Array): Float64Array;
  /** On one batch; grid.x0 spans a, grid.x1 spans b. `net` gives sizes and activation, its parameters are not used. */
  lossSurface(net: TwoLayerNet, plane: Plane, x: Float32Array, labels: Uint8Array, grid: Grid): LossSurface;
}

export interface Expression extends Disposable {
  readonly source: string;
  readonly variables: readonly string[];
  evaluate(x: Float64Array): number;
  /** Exact, by forward-mode differentiation. */
  gradient(x: Float64Array): Float64Array;
  delete(): void;
}

export interface TwoLayerNet extends Disposable {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly outputSize: number;
  readonly parameterCount: number;
  /** W1 (input × hidden), b1, W2 (hidden × output), b2. */
  getParameters(): Float32Array;
  setParameters(parameters: Float32Array): void;
  /** Probabilities, rows × outputSize. */
  predict(x: Float32Array): Float32Array;
  loss(x: Float32Array, labels: Uint8Array): number;
  accuracy(data: Dataset): number;
  /** By backprop. */
  gradient(x: Float32Array, labels: Uint8Array): Float32Array;
  /** By central differences, in float64. */
  numericalGradient(x: Float32Array, labels: Uint8Array, options?: NumericalGradientOptions): Float64Array;
  delete(): void;
}

export interface Dataset extends Disposable {
  readonly size: number;
  readonly inputSize: number;
  readonly classes: number;
  inputs(indices: Uint32Array): Float32Array;
  labels(indices: Uint32Array): Uint8Array;
  /** [training part, test part] */
  split(testFraction: number, seed: number): [Dataset, Dataset];
  delete(): void;
}

export interface Trainer extends Disposable {
  readonly iteration: number;
  readonly diverged: boolean;
  /** The iteration at which it diverged. */
  readonly divergedAt: number | undefined;
  readonly iterationsPerEpoch: number;
  readonly phase: Phase;
  learningRate: number;
  /** One iteration; the loss on its mini-batch after the update. */
  step(): number;
  /** The same on a given mini-batch. */
  stepOn(indices: Uint32Array): number;
  /** The losses, fewer where the run diverges. */
  run(iterations: number): Float32Array;
  /** One phase by itself. */
  drawMiniBatch(): Uint32Array;
  computeGradient(): Float32Array;
  update(): void;
  record(): number;
  /** The losses of iterations from+1 … iteration. */
  losses(from?: number): Float32Array;
  /** All that decides how the run goes on, and back to it. */
  snapshot(): Uint8Array;
  restore(snapshot: Uint8Array): void;
  delete(): void;
}

export interface LoadOptions {
  wasmUrl?: string | URL;
  wasmBinary?: BufferSource;
}
