// What a run of the training is made of, and what is known of it. What goes to and fro of it is in protocol.ts.

import type { ActivationName, OptimizerName, ToyName, TrainerOptions } from '../api/api.ts';
import type { Examination } from '../api/api-nets.ts';

/** What a run learns from. A run made with the same object as another does not send the data again. */
export type RunData = ImageRunData | { readonly kind: 'toy'; readonly name: ToyName; readonly size: number; readonly noise: number; readonly seed: number } | PointRunData;

/** Two IDX files of unsigned bytes, not gzipped. */
export interface IdxPair {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** Those of the IDX file, one a byte. */
export const labelsOf = ({ labels }: Pick<IdxPair, 'labels'>): Uint8Array => labels.subarray(8);

/** The digits, or images given by the reader. */
export interface ImageRunData extends IdxPair {
  readonly kind: 'images';
  /** Test data; without them a part of the images is set aside. */
  readonly test?: IdxPair;
  /** The labels that are told apart, in the order of the classes; by default 0 … the largest. */
  readonly classes?: readonly number[];
  /** The names of the classes, if they differ from the labels. */
  readonly names?: readonly string[];
  /** The pixel that is an input of 1; by default what the set's largest stands for. */
  readonly scale?: number;
  /** Rows become columns: EMNIST's images lie on their side. */
  readonly transpose?: boolean;
}

/** Classes of images: labels are bytes. */
export const mostLabels = 256;

/** The largest coordinate of a reader's point, of either sign. */
export const largestCoordinate = 1e30;

/** The reader's own: coordinates as they were given and the class of each point. */
export interface PointRunData {
  readonly kind: 'points';
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  readonly labels: Uint8Array;
  /** The names of the classes, if they are not 0, 1 … */
  readonly names?: readonly string[];
}

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
  /** Those that the net begins with, in place of drawn ones: it was saved and is opened again. */
  readonly parameters?: Float32Array;
  /** The seed of the initial weights and the mini-batches. The split does not depend on it: all seeds face the same test data. */
  readonly seed: number;
}

export interface RunOptions extends RunSettings {
  readonly data: RunData;
}

/** Points of the plane with their classes; inputs: n × 2, as they were given. */
export interface LabelledPoints {
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
}

/** What is known of a run once it stands. */
export interface RunFacts {
  readonly trainSize: number;
  readonly testSize: number;
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly classes: number;
  /** What the reader's files call them; 0, 1 … by default. */
  readonly classNames: readonly string[];
  readonly parameterCount: number;
  readonly iterationsPerEpoch: number;
  /** The loss of the net as it is, on its first training examples; undefined where it answers with NaN. */
  readonly loss: number | undefined;
  /** Where it begins: 0, or the iteration of the checkpoint that it goes on from. */
  readonly iteration: number;
  /** [rows, columns] of the images, where the data are images. */
  readonly imageShape?: readonly [number, number];
  /** The pixel that is an input of 1, where they are images. */
  readonly scale?: number;
  /** Centre and spread of each input, (value − centre) / spread, where they are values of the reader's. */
  readonly inputScales?: readonly number[];
  /** The data themselves, where they are points of the plane. */
  readonly points?: { readonly train: LabelledPoints; readonly test: LabelledPoints };
}

export interface Accuracy {
  readonly epoch: number;
  readonly iteration: number;
  /** The accuracy on all training data, and on all test data. */
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

/** A lost worker's run goes on from it, bit for bit. */
export interface Checkpoint extends Save {
  /** The losses of iterations 1 … iteration. */
  readonly losses: Float32Array;
  readonly accuracies: readonly Accuracy[];
}

/** What a run had after `iteration`. */
export interface Kept<T> {
  readonly iteration: number;
  readonly value: T;
}

/** All that is kept of a run, and at which stride, as it goes out of its worker. */
export interface PackedThinned<T> {
  readonly stride: number;
  readonly kept: readonly Kept<T>[];
}

/** All that a run has kept of its way. */
export interface PackedHistory {
  readonly rates: readonly RateChange[];
  /** The losses of all iterations so far, also of those after the present one. */
  readonly losses: Float32Array;
  readonly accuracies: readonly Accuracy[];
  readonly snapshots: PackedThinned<Uint8Array>;
  readonly path: PackedThinned<Float32Array>;
}

/** A run out of its worker: unpacked in another it is as if it had never left. */
export interface PackedRun {
  readonly iteration: number;
  readonly learningRate: number;
  readonly divergedAt: number | undefined;
  /** The trainer's own; undefined where the run has just diverged. */
  readonly snapshot?: Uint8Array;
  readonly history: PackedHistory;
}
