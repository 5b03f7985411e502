// Messages between the page and its two workers, and between the workers; all sides use these types and nothing else.
//
// Training: the page commands and pulls. A reply to a pull carries only what is new since the last one, so nothing piles up.
// Surface: one request at a time. The surface worker takes the path of the run from the training worker itself, over a port of
// their own, so that no parameters pass through the page.

import type { ActivationName, Grid, LossSurface, OptimizerName, Phase, ToyName, TrainerOptions } from './api.ts';
import type { Examination, GradientNorms } from './api-nets.ts';
import type { PlaneChoice } from './api-planes.ts';
import type { PackedThinned } from './thinned.ts';

/** What a run learns from. A run made with the same object as another does not send the data again. */
export type RunData =
  /** Two IDX files of unsigned bytes, not gzipped: the digits, or a pair given by the reader. */
  | { readonly kind: 'images'; readonly images: Uint8Array; readonly labels: Uint8Array }
  | { readonly kind: 'toy'; readonly name: ToyName; readonly size: number; readonly noise: number; readonly seed: number }
  /** The reader's own: coordinates and class of each point. */
  | { readonly kind: 'points'; readonly x0: Float32Array; readonly x1: Float32Array; readonly labels: Uint8Array };

/** Everything else that a run is made of. All that it does follows from these and the data. */
export interface RunSettings {
  /** The part of the data kept for the test; 0 … 1, both ends excluded. */
  readonly testFraction: number;
  /** How many of the other examples are learned from, at most; all of them by default. */
  readonly trainSize?: number;
  readonly hiddenSize: number;
  readonly activation: ActivationName;
  readonly weightInitStd: number;
  /** Standard deviation 1/√(inputs of the layer) instead of weightInitStd. */
  readonly xavier: boolean;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  readonly gradient: NonNullable<TrainerOptions['gradient']>;
  readonly sampling: NonNullable<TrainerOptions['sampling']>;
  /** Of the initial weights and the mini-batches. The split does not depend on it: all seeds face the same test. */
  readonly seed: number;
}

export interface RunOptions extends RunSettings {
  readonly data: RunData;
}

/** Points of the plane with their classes; inputs: n × 2. */
export interface LabelledPoints {
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/** What is known of a run once it stands. */
export interface RunFacts {
  readonly trainSize: number;
  readonly testSize: number;
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly classes: number;
  readonly parameterCount: number;
  readonly iterationsPerEpoch: number;
  /** Where it begins: 0, or the iteration of the checkpoint that it goes on from. */
  readonly iteration: number;
  /** [rows, columns] of the images, where the data are images. */
  readonly imageShape?: readonly [number, number];
  /** The data themselves, where they are points of the plane. */
  readonly points?: { readonly train: LabelledPoints; readonly test: LabelledPoints };
}

export interface Accuracy {
  readonly epoch: number;
  readonly iteration: number;
  /** Of all training examples, and of all test examples. */
  readonly train: number;
  readonly test: number;
}

/** Parameters that the run had after `iteration`. */
export interface PathPoint {
  readonly iteration: number;
  readonly parameters: Float32Array;
}

/** One example: its inputs (0 … 1 for pixels) and its class. */
export interface Sample {
  readonly inputs: Float32Array;
  readonly label: number;
}

/** One test example and what the net says of it. */
export interface Answer extends Sample {
  readonly probabilities: Float32Array;
}

/** Which classes the net takes for which, and the examples of its worst mistakes, in the order of `worst`. */
export interface TestExamination extends Examination {
  readonly mistaken: readonly Sample[];
}

/** The cell of a confusion matrix at a label's row and an answer's column. */
export interface ConfusionCell {
  readonly label: number;
  readonly answer: number;
}

/** Test examples that are counted in a cell: mistakes by their loss, the largest first. */
export interface CellExamples extends ConfusionCell {
  readonly samples: readonly Sample[];
}

/** An error in words, as it crosses from a worker. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** A learning rate and the number of the first iteration whose update uses it. */
export interface RateChange {
  readonly iteration: number;
  readonly value: number;
}

/** The trainer's own snapshot between two iterations, and how the rate came to be what it is. */
export interface Save {
  readonly iteration: number;
  readonly snapshot: Uint8Array;
  readonly rates: readonly RateChange[];
}

/** From which a lost worker's run goes on, bit for bit. */
export interface Checkpoint extends Save {
  /** Of iterations 1 … iteration. */
  readonly losses: Float32Array;
  readonly accuracies: readonly Accuracy[];
}

/** All that a run has kept of its way. */
export interface PackedHistory {
  readonly rates: readonly RateChange[];
  /** Of all iterations that it has been through, also of those after the one where it is. */
  readonly losses: Float32Array;
  readonly accuracies: readonly Accuracy[];
  readonly snapshots: PackedThinned<Uint8Array>;
  readonly path: PackedThinned<Float32Array>;
}

/** A run out of its worker: unpacked in another it is as if it had never left. */
export interface PackedRun {
  readonly iteration: number;
  readonly phase: Phase;
  readonly learningRate: number;
  readonly divergedAt: number | undefined;
  /** The trainer's own, before the iteration at work; undefined where the run has just diverged. */
  readonly snapshot?: Uint8Array;
  readonly history: PackedHistory;
}

/** From where a run goes on that is not new. */
export type Origin = { readonly checkpoint: Checkpoint } | { readonly packed: PackedRun };

/** Which of the larger parts a pull asks for. */
export interface Want {
  readonly weights?: boolean;
  readonly answers?: boolean;
  /** All of them, as TwoLayerNet.getParameters() gives them. */
  readonly parameters?: boolean;
  /** How the net does on the test examples. */
  readonly examination?: boolean;
  /** Some examples of this cell of the confusion matrix. */
  readonly cell?: ConfusionCell;
  readonly save?: boolean;
  /** Probabilities at the points of this grid, for a net with two inputs. */
  readonly decision?: Grid;
}

export type TrainingRequest =
  /** Data that runs will name by `data`. */
  | { type: 'data'; data: number; content: RunData }
  | { type: 'forget-data'; data: number }
  | { type: 'create'; run: number; data: number; settings: RunSettings; origin?: Origin }
  | { type: 'play'; run: number }
  | { type: 'pause'; run: number }
  | { type: 'step'; run: number; iterations: number }
  | { type: 'phase'; run: number }
  | { type: 'learning-rate'; run: number; value: number }
  /** Back (or forward again) to an iteration up to `furthest`. */
  | { type: 'rewind'; run: number; iteration: number }
  | { type: 'pull'; run: number; want: Want }
  /** The run is packed, and known no more. It must have no work left. */
  | { type: 'leave'; run: number }
  | { type: 'drop'; run: number }
  /** The surface worker's end of the line. */
  | { type: 'surface-port'; port: MessagePort };

export interface Progress {
  readonly iteration: number;
  /** The last iteration whose loss is known: more than `iteration` after a rewind, until the run goes on from there. */
  readonly furthest: number;
  /** The phase that comes next. */
  readonly phase: Phase;
  readonly playing: boolean;
  /** Work is left that was asked for: steps, a rewind, an accuracy. */
  readonly busy: boolean;
  readonly divergedAt: number | undefined;
  readonly learningRate: number;
  /** Iterations per second of training time, over the last second or so; 0 before the first. */
  readonly rate: number;
  /** What the page holds of later iterations than this is void: the run took another way there. */
  readonly from: number;
  /** Losses of iterations from + 1 … furthest. */
  readonly losses: Float32Array;
  /** New ones, in order. */
  readonly accuracies: readonly Accuracy[];
  /** W1 as input × hidden. */
  readonly weights?: Float32Array;
  readonly answers?: readonly Answer[];
  readonly parameters?: Float32Array;
  readonly examination?: TestExamination;
  readonly cell?: CellExamples;
  readonly save?: Save;
  /** For each point of the wanted grid, the probability of each class. */
  readonly decision?: Float32Array;
}

/** What one phase of an iteration did. */
export type PhaseReport = MiniBatchReport | GradientReport | UpdateReport | RecordReport;

interface ReportOf<P extends Phase> {
  readonly phase: P;
  readonly next: Phase;
  /** The one at work, from 1. */
  readonly iteration: number;
}

export interface MiniBatchReport extends ReportOf<'mini-batch'> {
  readonly indices: Uint32Array;
  /** The first of them. */
  readonly samples: readonly Sample[];
}

export interface GradientReport extends ReportOf<'gradient'> {
  /** Of the mini-batch, before the update. */
  readonly loss: number;
  readonly norms: GradientNorms;
  /** ∂L/∂W1, input × hidden. */
  readonly gradientW1: Float32Array;
}

export interface UpdateReport extends ReportOf<'update'> {
  /** W1 after the update. */
  readonly weights: Float32Array;
}

export interface RecordReport extends ReportOf<'record'> {
  /** Of the same mini-batch, after the update. */
  readonly loss: number;
}

export type TrainingReply =
  | { type: 'ready'; run: number; facts: RunFacts }
  | { type: 'progress'; run: number; progress: Progress }
  | { type: 'phase'; run: number; report: PhaseReport }
  | { type: 'left'; run: number; packed: PackedRun }
  /** The request named was not carried out; the run is as it was before. */
  | { type: 'failed'; run: number; request: TrainingRequest['type']; failure: Failure }
  /** The module aborted: no run of this worker can go on. */
  | { type: 'aborted'; failure: Failure };

export type SurfaceRequest =
  | SurfaceOrder
  /** The training worker's end of the line. */
  | { type: 'training-port'; port: MessagePort }
  | { type: 'drop'; run: number };

export interface SurfaceOrder {
  readonly type: 'surface';
  readonly run: number;
  readonly columns: number;
  readonly rows: number;
  /** Through the path by default. */
  readonly plane?: PlaneChoice;
}

export interface Surface extends LossSurface {
  /** The part of the plane that is drawn: a along u, b along v, in parameter units; row-major, b outer. */
  readonly a: [number, number];
  readonly b: [number, number];
  readonly columns: number;
  readonly rows: number;
  /** The path projected onto the plane: (a, b) pairs. */
  readonly path: Float64Array;
  /** How much of the path lies in the plane: the share of Σ ‖pᵢ − last‖². */
  readonly pathShare: number;
  /** The iteration of the last point of the path. */
  readonly iteration: number;
  /** How long the engine worked on it. */
  readonly milliseconds: number;
}

export type SurfaceReply = { type: 'surface'; run: number; surface: Surface } | { type: 'failed'; run: number; failure: Failure } | { type: 'aborted'; failure: Failure };

/** What the surface worker must know of a run beside its path. */
export interface SurfaceSetup {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly outputSize: number;
  readonly activation: ActivationName;
  /** The batch on which the loss is drawn; inputs: n × inputSize. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/** From the surface worker to the training worker. */
export interface PathRequest {
  readonly type: 'path';
  readonly run: number;
  /** What the surface worker holds: the version of the path and the iteration of its last point; −1 and −1 before the first. */
  readonly version: number;
  readonly since: number;
}

/** And back. */
export type PathReply =
  | {
      readonly type: 'path';
      readonly run: number;
      readonly version: number;
      /** With the first points. */
      readonly setup?: SurfaceSetup;
      /** What is held already is void. */
      readonly anew: boolean;
      readonly points: readonly PathPoint[];
      /** Where the run is; not a point that stays. */
      readonly now: PathPoint;
    }
  | { readonly type: 'no-path'; readonly run: number; readonly failure: Failure };
