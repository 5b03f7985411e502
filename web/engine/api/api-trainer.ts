// Chapter 4.5: the four steps of its training.

import type { OptimizerName } from './api-calculus.ts';

/** The phase of an iteration that comes next. */
export type Phase = 'mini-batch' | 'gradient' | 'update' | 'record';

export interface TrainerOptions {
  batchSize?: number;
  learningRate?: number;
  seed?: number;
  gradient?: 'backprop' | 'numerical';
  optimizer?: OptimizerName;
  /** The h of the numerical gradient. */
  h?: number;
  sampling?: 'with-replacement' | 'epochs';
}

export interface Trainer extends Disposable {
  readonly iteration: number;
  readonly diverged: boolean;
  /** The iteration at which it diverged. */
  readonly divergedAt: number | undefined;
  readonly iterationsPerEpoch: number;
  readonly phase: Phase;
  learningRate: number;
  /** The mini-batch of the iteration that was begun or recorded last. */
  readonly miniBatch: Uint32Array;
  /** The gradient of the last iteration; empty before the first. */
  readonly lastGradient: Float32Array;
  /** One iteration; the loss on its mini-batch after the update. */
  step(): number;
  /** The same on a given mini-batch; after a divergence both are NaN and do nothing. */
  stepOn(indices: Uint32Array): number;
  /** The losses, fewer where the run diverges. */
  run(iterations: number): Float32Array;
  /** One phase by itself; RangeError where it is not its turn. */
  drawMiniBatch(): Uint32Array;
  /** Takes the mini-batch given instead of drawing one. */
  takeMiniBatch(indices: Uint32Array): void;
  computeGradient(): Float32Array;
  update(): void;
  record(): number;
  /** The losses of iterations from+1 … iteration. */
  losses(from?: number): Float32Array;
  /** All that decides how the run goes on. Throws RangeError where an update has just broken the net: record() undoes it. */
  snapshot(): Uint8Array;
  /**
   * Back to a snapshot, of this trainer or of one with the same net, data and options; only learningRate and seed may be others. `losses`:
   * those of iterations 1 … the snapshot's, for a trainer whose own history does not reach so far. Throws TypeError for a snapshot of anything
   * else, RangeError for one that is damaged or of an earlier version; nothing is changed then.
   */
  restore(snapshot: Uint8Array, losses?: Float32Array): void;
  delete(): void;
}
