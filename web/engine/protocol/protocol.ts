// Messages between the page and its two workers, and between the workers; all sides use these types and nothing else.
//
// Runs, each a training or a race: the page commands and pulls. A reply to a pull carries only what is new since the last one, so nothing piles up.
// Surfaces: one request at a time. The worker of the surfaces takes the path of a run from that of the training itself, over a port of their own, so that
// no parameters pass through the page.

import type { ActivationName, Grid, LossSurface } from '../api/api.ts';
import type { PlaneChoice } from '../api/api-planes.ts';
import type { RaceProgress, RaceSave, RaceSetup, RaceWant } from './race-types.ts';
import type { Accuracy, Answer, CellExamples, Checkpoint, ConfusionCell, PackedRun, PathPoint, RunData, RunFacts, RunSettings, Save, TestExamination } from './run-types.ts';

/** An error in words, as it crosses from a worker. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What a run of each kind is told, and tells. */
export interface RunKinds {
  training: { facts: RunFacts; want: Want; progress: Progress; checkpoint: Checkpoint; packed: PackedRun };
  /** All that is known of it is in its progress. */
  race: { facts: undefined; want: RaceWant; progress: RaceProgress; checkpoint: RaceSave; packed: RaceSave };
}

export type RunKind = keyof RunKinds;

/** From where a run goes on that is not new. */
export type Origin<K extends RunKind = 'training'> = { readonly checkpoint: RunKinds[K]['checkpoint'] } | { readonly packed: RunKinds[K]['packed'] };

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
  /** What the net reads in a drawing, for a net of MNIST's digits: its ink, 0 … 255, side × side. */
  readonly reading?: { readonly ink: Uint8Array; readonly side: number };
  /** Probabilities at the points of this grid, for a net with two inputs. */
  readonly decision?: Grid;
}

export type CreateRequest =
  | { type: 'create'; kind: 'training'; run: number; data: number; settings: RunSettings; origin?: Origin }
  | { type: 'create'; kind: 'race'; run: number; setup: RaceSetup; origin?: Origin<'race'> };

export type RunRequest =
  /** Data that runs will name by `data`. */
  | { type: 'data'; data: number; content: RunData }
  | { type: 'forget-data'; data: number }
  | CreateRequest
  /** A training rests once it has come to `until`, and goes on where another `play` lets it; by default it has no end. */
  | { type: 'play'; run: number; until?: number }
  | { type: 'pause'; run: number }
  | TrainingRequest
  | { type: 'pull'; run: number; want: RunKinds[RunKind]['want'] }
  /** The run is packed, and known no more. It must have no work left. */
  | { type: 'leave'; run: number }
  | { type: 'drop'; run: number }
  /** The end of the line to the worker of the surfaces. */
  | { type: 'surface-port'; port: MessagePort };

/** What a race cannot be asked for. */
export type TrainingRequest =
  | { type: 'step'; run: number; iterations: number }
  | { type: 'learning-rate'; run: number; value: number }
  /** Back (or forward again) to an iteration up to `furthest`. */
  | { type: 'rewind'; run: number; iteration: number };

export interface Progress {
  readonly iteration: number;
  /** The last iteration whose loss is known: more than `iteration` after a rewind, until the run goes on from there. */
  readonly furthest: number;
  readonly playing: boolean;
  /** Work is left that was asked for: steps, a rewind, an accuracy. */
  readonly busy: boolean;
  /** The iteration at which the run broke; known until it takes another way. */
  readonly divergedAt: number | undefined;
  /** It stands where it broke: it can only be led back. */
  readonly stuck: boolean;
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
  /** The probability of each class for the drawing. */
  readonly reading?: Float32Array;
  /** For each point of the wanted grid, the probability of each class. */
  readonly decision?: Float32Array;
}

export type RunReply<K extends RunKind = RunKind> =
  | { type: 'ready'; run: number; facts: RunKinds[K]['facts'] }
  | { type: 'progress'; run: number; progress: RunKinds[K]['progress'] }
  | { type: 'left'; run: number; packed: RunKinds[K]['packed'] }
  /** The request named was not carried out; the run is as it was before. */
  | { type: 'failed'; run: number; request: RunRequest['type']; failure: Failure }
  | Aborted;

/** The module aborted: nothing in this worker can go on. */
export interface Aborted {
  readonly type: 'aborted';
  readonly failure: Failure;
}

export type SurfaceRequest =
  | SurfaceOrder
  /** The end of the line to the worker of the runs. */
  | { type: 'training-port'; port: MessagePort }
  /** What is known of the run is not needed any more. */
  | { type: 'drop'; run: number };

export interface SurfaceOrder {
  readonly type: 'surface';
  readonly run: number;
  readonly columns: number;
  readonly rows: number;
  /** Through the path by default. */
  readonly plane?: PlaneChoice;
  /** While the run is on the part of the plane that was drawn last, the ground stays, and the path alone is new. */
  readonly hold?: boolean;
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

export type SurfaceReply =
  | { type: 'surface'; run: number; surface: Surface }
  /** The run has gone, so nobody waits for its surface. */
  | { type: 'no-surface'; run: number }
  | { type: 'failed'; run: number; failure: Failure }
  | Aborted;

/** All that goes to a worker, and comes from it. */
export type WorkerRequest = RunRequest | SurfaceRequest;
export type WorkerReply = RunReply | SurfaceReply;

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
  /** The run has gone: another one has taken its place, or it has left its worker. */
  | { readonly type: 'no-path'; readonly run: number };
