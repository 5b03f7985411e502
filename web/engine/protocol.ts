// Messages between the page and its two workers; both sides use these types and nothing else.
//
// Training: the page commands and pulls. A reply to a pull carries only what is new since the last one, so nothing piles up.
// Surface: one request at a time; the answer is the loss on a plane through the run so far.

import type { ActivationName, LossSurface, OptimizerName, ToyName } from './api.ts';

/** What a run is made of. Everything that it does follows from these. */
export interface RunOptions {
  data: { kind: 'digits'; idx: Uint8Array; testFraction: number } | { kind: 'toy'; name: ToyName; size: number; noise: number; testFraction: number };
  hiddenSize: number;
  activation: ActivationName;
  weightInitStd: number;
  batchSize: number;
  learningRate: number;
  optimizer: OptimizerName;
  seed: number;
}

export interface Accuracy {
  epoch: number;
  iteration: number;
  train: number;
  test: number;
}

/** Parameters that the run had after `iteration`. */
export interface PathPoint {
  iteration: number;
  parameters: Float32Array;
}

/** One test digit and what the net says of it. */
export interface Answer {
  pixels: Uint8Array;
  label: number;
  probabilities: Float32Array;
}

/** An error in words, as it crosses from a worker. */
export interface Failure {
  name: string;
  message: string;
}

export type TrainingRequest =
  | { type: 'create'; run: number; options: RunOptions; resumeFrom?: Checkpoint }
  | { type: 'play'; run: number }
  | { type: 'pause'; run: number }
  | { type: 'step'; run: number; iterations: number }
  | { type: 'learning-rate'; run: number; value: number }
  | { type: 'pull'; run: number; since: { loss: number; accuracy: number; path: number }; want: Want };

/** Which of the larger parts a pull asks for. */
export interface Want {
  weights: boolean;
  answers: boolean;
  checkpoint: boolean;
}

/** From which a lost worker's run goes on: the trainer's own snapshot, and the history that the page has drawn. */
export interface Checkpoint {
  snapshot: Uint8Array;
  losses: Float32Array;
  accuracies: Accuracy[];
}

export interface Progress {
  iteration: number;
  playing: boolean;
  divergedAt: number | undefined;
  iterationsPerEpoch: number;
  /** Iterations per second of training time, over the last second or so. */
  rate: number;
  /** Losses of iterations since.loss + 1 … iteration. */
  losses: Float32Array;
  accuracies: Accuracy[];
  /** New path points, and the distance in iterations between the points that are still kept. */
  path: PathPoint[];
  pathStride: number;
  /** W1 as input × hidden. */
  weights?: Float32Array;
  answers?: Answer[];
  checkpoint?: Checkpoint;
}

export type TrainingReply =
  | { type: 'ready'; run: number; trainSize: number; testSize: number; inputSize: number; classes: number; parameterCount: number; iterationsPerEpoch: number }
  | { type: 'progress'; run: number; progress: Progress }
  | { type: 'failed'; run: number; failure: Failure };

export type SurfaceRequest =
  | { type: 'create'; run: number; options: RunOptions }
  | { type: 'surface'; run: number; path: PathPoint[]; pathStride: number; columns: number; rows: number };

export interface Surface extends LossSurface {
  /** The part of the plane that is drawn: a along u, b along v, in parameter units; row-major, b outer. */
  a: [number, number];
  b: [number, number];
  columns: number;
  rows: number;
  /** The path projected onto the plane: (a, b) pairs. */
  path: Float64Array;
  /** The iteration of the last point of the path. */
  iteration: number;
  /** How long the engine worked on it. */
  milliseconds: number;
}

export type SurfaceReply =
  | { type: 'ready'; run: number }
  | { type: 'surface'; run: number; surface: Surface }
  | { type: 'failed'; run: number; failure: Failure };
