// The mistakes of the post that this chapter was first told in, each run beside the right form. See api.ts for what all
// functions share.

import type { Dataset, Expression, GradientField, Grid, TwoLayerNet } from './api.ts';

export type ErratumId =
  | 'label-shape'
  | 'quiver'
  | 'integer-gradient'
  | 'crossed-update'
  | 'overwritten-start'
  | 'missing-last-point'
  | 'softmax-of-batch'
  | 'log-divided'
  | 'summed-loss'
  | 'unit-weights'
  | 'gradient-of-wrong-matrix'
  | 'network-called'
  | 'loss-inside-loop';

export interface Erratum {
  readonly id: ErratumId;
  readonly section: string;
  /** False: Python stops with an error at once, so that there is nothing to compute. */
  readonly runs: boolean;
}

export interface ErrataFunctions {
  /** In the order of the chapter. */
  readonly list: readonly Erratum[];
  /** All X taken as one point and all Y as another: at most two arrows are not 0. */
  quiver(f: Expression, grid: Grid): { right: GradientField; wrong: GradientField; wrongArrows: number };
  /** x + h written into an array of integers: the fraction is dropped, towards 0. */
  integerGradient(f: Expression, x: Int32Array, h?: number): RightAndWrong;
  /** x1 ← x0 − η ∂f/∂x1. Paths of steps + 1 points. */
  crossedUpdate(f: Expression, start: Float64Array, options: ErrataDescentOptions): RightAndWrong;
  /** `x = init_x; x -= …`: the paths are those of a second run with the same variable. */
  overwrittenStart(f: Expression, start: Float64Array, options: ErrataDescentOptions): OverwrittenStart;
  /** The last x is not stored: `wrong` has a point less. */
  missingLastPoint(f: Expression, start: Float64Array, options: ErrataDescentOptions): RightAndWrong;
  /** Maximum and sum over the whole array instead of over each row. */
  softmaxOfBatch(a: Float64Array, rows: number): SoftmaxOfBatch;
  training(mistake: TrainingMistake, data: Dataset, options: ErrataTrainingOptions): ErrataRuns;
  /** grads['W2'] with respect to W1: shapes (rows, columns), and the error of the update (empty if the shapes agree). */
  gradientOfWrongMatrix(net: TwoLayerNet, x: Float32Array, labels: Uint8Array): WrongMatrix;
  /** What y[np.arange(N), labels] gives for labels of shape (N), (1, N) and (N, 1); y: labels.length × classes. */
  labelShape(y: Float64Array, labels: Uint8Array): LabelShape;
}

export interface RightAndWrong {
  right: Float64Array;
  wrong: Float64Array;
}

export interface ErrataDescentOptions {
  learningRate: number;
  steps: number;
}

export interface OverwrittenStart extends RightAndWrong {
  /** What the caller's variable holds after the first run. */
  startAfterRight: Float64Array;
  startAfterWrong: Float64Array;
}

export interface SoftmaxOfBatch extends RightAndWrong {
  /** Of each row. */
  rightSums: Float64Array;
  wrongSums: Float64Array;
}

/**
 * summed-loss: not divided by the batch's size, so each step is that much too long. unit-weights: initial weights without a scale.
 * loss-inside-loop: recorded after each of the four parameters.
 */
export type TrainingMistake = 'summed-loss' | 'unit-weights' | 'loss-inside-loop';

export interface ErrataTrainingOptions {
  iterations: number;
  /** 50 by default. */
  hiddenSize?: number;
  /** 100 by default. */
  batchSize?: number;
  /** 0.1 by default. */
  learningRate?: number;
  seed?: number;
}

export interface ErrataRuns {
  /** The mean loss after each iteration, of both runs; `wrong` of loss-inside-loop has four an iteration. */
  right: Float32Array;
  wrong: Float32Array;
  /** On all of the data after the run. */
  rightAccuracy: number;
  wrongAccuracy: number;
  wrongDivergedAt: number | undefined;
}

export interface WrongMatrix {
  right: [number, number];
  wrong: [number, number];
  message: string;
}

export interface LabelShape {
  right: number;
  row: number;
  column: number;
  /** How many numbers the column form picks: N². */
  picks: number;
}
