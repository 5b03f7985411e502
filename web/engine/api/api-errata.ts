// The mistakes of the post beside the right forms, both run by the engine.

import type { GradientField, Grid } from './api-calculus.ts';
import type { Dataset } from './api-dataset.ts';
import type { Expression } from './api-expression.ts';
import type { TwoLayerNet } from './api-two-layer-net.ts';

export type ErratumId =
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
  | 'loss-inside-loop'
  | 'label-shape';

export type TrainingMistake = 'summed-loss' | 'unit-weights' | 'loss-inside-loop';

export interface Erratum {
  readonly id: ErratumId;
  readonly section: string;
  /** False where Python stops with an error at once. */
  readonly runs: boolean;
}

export interface Both<T> {
  right: T;
  wrong: T;
}

export interface Steps {
  learningRate: number;
  steps: number;
}

export interface ErrataTrainingOptions {
  iterations: number;
  hiddenSize?: number;
  batchSize?: number;
  learningRate?: number;
  seed?: number;
}

/** The losses recorded: means over the batch; of 'loss-inside-loop' the wrong ones are four an iteration. */
export interface ErrataRuns extends Both<Float32Array> {
  /** On `data` after the run. */
  rightAccuracy: number;
  wrongAccuracy: number;
  wrongDivergedAt: number | undefined;
}

/** Runs in parts, so that a page stays responsive. */
export interface ErrataTraining extends Disposable {
  /** Runs up to `iterations` more iterations of each run. Returns the share that is done: 1 when nothing is left. */
  run(iterations: number): number;
  /** What is recorded so far; the accuracies are measured now. */
  runs(): ErrataRuns;
  delete(): void;
}

export interface ErrataFunctions {
  readonly list: readonly Erratum[];
  /** 4.4: wrongArrows of the wrong ones are not zero. */
  quiver(f: Expression, grid: Grid): Both<GradientField> & { wrongArrows: number };
  /** 4.4: h = 1e-4 by default. */
  integerGradient(f: Expression, x: Int32Array, h?: number): Both<Float64Array>;
  /** 4.4.1: paths, (steps + 1) × 2. */
  crossedUpdate(f: Expression, start: Float64Array, options: Steps): Both<Float64Array>;
  /** 4.4.1: the paths of a second run that begins with the same variable, and what that variable holds after the first. */
  overwrittenStart(f: Expression, start: Float64Array, options: Steps): Both<Float64Array> & { startAfterRight: Float64Array; startAfterWrong: Float64Array };
  /** 4.4.1: (steps + 1) and steps points. */
  missingLastPoint(f: Expression, start: Float64Array, options: Steps): Both<Float64Array>;
  /** 4.4.2: with the sum of each row. */
  softmaxOfBatch(a: Float64Array, rows: number): Both<Float64Array> & { rightSums: Float64Array; wrongSums: Float64Array };
  /** 4.5: two runs on the same mini-batches, neither begun. */
  training(mistake: TrainingMistake, data: Dataset, options: ErrataTrainingOptions): ErrataTraining;
  /** 4.5.1: [rows, columns] of the two gradients, and the message that the update stops with. */
  gradientOfWrongMatrix(net: TwoLayerNet, x: Float32Array, labels: Uint8Array): Both<[number, number]> & { message: string };
  /** 4.2.4: the loss with labels of shape (N), (1, N) and (N, 1); how many numbers the last picks. */
  labelShape(y: Float64Array, labels: Uint8Array): { right: number; row: number; column: number; picks: number };
}
