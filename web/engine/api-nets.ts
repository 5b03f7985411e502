// What can be asked of a two-layer net besides its loss (chapter 4.2.5, 4.5). See api.ts for what all functions share.

import type { Dataset, Grid, TwoLayerNet } from './api.ts';

export interface NetFunctions {
  /** W1, b1, W2, b2 in the order of getParameters(). */
  parameterParts(net: TwoLayerNet): ParameterPart[];
  /** Accuracy and loss on one batch along one parameter, all others as they are. */
  weightSweep(net: TwoLayerNet, x: Float32Array, labels: Uint8Array, options: WeightSweepOptions): WeightSweep;
  /** Which classes the net takes for which in samples begin … end−1, and where it errs most. */
  examine(net: TwoLayerNet, data: Dataset, options?: ExamineOptions): Examination;
  /** Two parts of a set as one, with the `worst` (16 by default) mistakes of both. */
  mergeExaminations(a: Examination, b: Examination, worst?: number): Examination;
  /** The Euclidean length of each part of a gradient. */
  gradientNorms(net: TwoLayerNet, gradient: Float32Array): GradientNorms;
  /** How far two arrays of equal length are apart. */
  difference(a: Float32Array | Float64Array, b: Float32Array | Float64Array): Difference;
  /** Of a net with two inputs: its probabilities at each point of the grid, (rows·columns) × outputSize. */
  predictOnGrid(net: TwoLayerNet, grid: Grid): Float32Array;
  /**
   * A drawing (height × width, 0 paper, 255 full ink) as 28 × 28 bytes, scaled and centred as MNIST's digits were. A blank one gives
   * zeros.
   */
  digitFromDrawing(ink: Uint8Array, width: number, height: number): Uint8Array;
}

/** Entry (row, column) is parameter begin + row·columns + column; a bias is one row. */
export interface ParameterPart {
  name: 'W1' | 'b1' | 'W2' | 'b2';
  begin: number;
  rows: number;
  columns: number;
}

export interface WeightSweepOptions {
  parameter: number;
  /** Lowest and highest value of the parameter. */
  range: [number, number];
  /** Values, ends included. */
  count: number;
  /** Of the two slopes; 1e-4 by default. */
  h?: number;
}

export interface WeightSweep {
  weight: Float64Array;
  accuracy: Float64Array;
  loss: Float64Array;
  /** At the net's own value. */
  now: { weight: number; accuracy: number; loss: number };
  /** Central differences at the net's own value. */
  accuracySlope: number;
  lossSlope: number;
}

export interface ExamineOptions {
  /** How many mistakes to keep; 16 by default. */
  worst?: number;
  begin?: number;
  end?: number;
}

export interface Mistake {
  index: number;
  label: number;
  predicted: number;
  /** That the net gives to its answer. */
  probability: number;
  /** That it gives to the right class. */
  labelProbability: number;
  loss: number;
}

export interface Examination {
  classes: number;
  count: number;
  correct: number;
  accuracy: number;
  /** classes × classes: how many of class `row` were taken for class `column`. */
  confusion: Uint32Array;
  /** NaN for a class without samples. */
  classAccuracy: Float64Array;
  /** Wrong answers, the largest loss first. */
  worst: Mistake[];
}

export interface GradientNorms {
  W1: number;
  b1: number;
  W2: number;
  b2: number;
  all: number;
}

export interface Difference {
  /** max |aᵢ − bᵢ|, infinite where one of them is not a number. */
  largest: number;
  /** Its index. */
  at: number;
  /** Of |aᵢ − bᵢ|. */
  mean: number;
  /** ‖a − b‖ / (‖a‖ + ‖b‖) */
  relative: number;
}
