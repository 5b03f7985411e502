// Chapter 4.2.5 and 4.5: what a net does, and how well.

import type { Grid } from './api-calculus.ts';
import type { Dataset } from './api-dataset.ts';
import type { TwoLayerNet } from './api-two-layer-net.ts';

/** Correct answers and the summed loss of a part of a data set. */
export interface Evaluation {
  correct: number;
  count: number;
  lossSum: number;
  accuracy: number;
  loss: number;
}

/** What the sums of a forward pass are made of, for one sample: each is the sum of a column of these and a bias. */
export interface Contributions {
  /** x(i)·W1(i, j): inputSize × hiddenSize. */
  toHidden: Float32Array;
  /** The sum of the positive ones of them for each hidden unit, and of the negative ones. */
  raising: Float32Array;
  lowering: Float32Array;
  /** z(j)·W2(j, k): hiddenSize × outputSize. */
  toOutput: Float32Array;
}

/** Entry (row, column) is parameter begin + row·columns + column; a bias is one row. */
export interface ParameterPart {
  name: 'W1' | 'b1' | 'W2' | 'b2';
  begin: number;
  rows: number;
  columns: number;
}

export interface WeightSweepOptions {
  /** The number of the parameter in getParameters(). */
  parameter: number;
  /** The range of the parameter's value. */
  range: [number, number];
  count: number;
  /** The h of the two slopes; 1e-4 by default. */
  h?: number;
}

export interface WeightSweep {
  weight: Float64Array;
  accuracy: Float64Array;
  loss: Float64Array;
  /** At the net's own value. */
  now: { weight: number; accuracy: number; loss: number };
  /** Central differences there. */
  accuracySlope: number;
  lossSlope: number;
}

/** A wrong answer. */
export interface Mistake {
  index: number;
  label: number;
  predicted: number;
  /** That the net gives to its answer, and to the right class. */
  probability: number;
  labelProbability: number;
  loss: number;
}

export interface ExaminationOptions {
  /** How many mistakes to keep; 16 by default. */
  worst?: number;
  begin?: number;
  end?: number;
}

export interface Examination {
  classes: number;
  count: number;
  correct: number;
  accuracy: number;
  /** classes × classes: the row is the label, the column the answer. */
  confusion: Uint32Array;
  /** NaN for a class without samples. */
  classAccuracy: Float64Array;
  /** The largest loss first. */
  worst: Mistake[];
}

/** Euclidean lengths. */
export interface GradientNorms {
  W1: number;
  b1: number;
  W2: number;
  b2: number;
  all: number;
}

export interface Difference {
  /** |aᵢ − bᵢ| */
  each: Float64Array;
  /** max |aᵢ − bᵢ|, and the first index where it is. */
  largest: number;
  at: number;
  /** The mean of |aᵢ − bᵢ|. */
  mean: number;
  /** ‖a − b‖ / (‖a‖ + ‖b‖); 0 where both are 0. */
  relative: number;
}

export interface NetFunctions {
  /** Samples begin … end−1 (all by default). */
  evaluate(net: TwoLayerNet, data: Dataset, begin?: number, end?: number): Evaluation;
  /** x: one sample. */
  contributions(net: TwoLayerNet, x: Float32Array): Contributions;
  /** In the order of getParameters(). */
  parameterParts(net: TwoLayerNet): ParameterPart[];
  /** Accuracy and loss of a batch along one parameter. */
  weightSweep(net: TwoLayerNet, x: Float32Array, labels: Uint8Array, options: WeightSweepOptions): WeightSweep;
  examine(net: TwoLayerNet, data: Dataset, options?: ExaminationOptions): Examination;
  /** Two parts of a data set as one; `worst` is 16 by default. */
  mergeExaminations(a: Examination, b: Examination, worst?: number): Examination;
  gradientNorms(net: TwoLayerNet, gradient: Float32Array): GradientNorms;
  /** How far two arrays of equal length differ. */
  difference(a: Float32Array | Float64Array, b: Float32Array | Float64Array): Difference;
  /** A net of two inputs: (rows·columns) × outputSize probabilities. With `data`, the grid lies among their values, as fromValues was given them. */
  predictOnGrid(net: TwoLayerNet, grid: Grid, data?: Dataset): Float32Array;
  /** 28 × 28 pixels as MNIST's were prepared; ink: height × width, 0 paper, 255 full ink. */
  digitFromDrawing(ink: Uint8Array, width: number, height: number): Uint8Array;
  /** Pixels as a net takes them, value/scale; 255 by default. */
  inputsOfPixels(pixels: Uint8Array, scale?: number): Float32Array;
}
