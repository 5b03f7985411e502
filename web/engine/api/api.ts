// The engine as JavaScript sees it. This file is the public API of the library (dist/lib/downhill.d.ts).
//
// Arrays are copied in and out. Matrices are flat and row-major. Wrong arguments throw RangeError or TypeError with a
// message that names the argument, the value and what is allowed; the engine stays usable after it. What has delete() is
// disposable with `using`; using it after deletion throws.

import type { CalculusFunctions, OptimizerName } from './api-calculus.ts';
import type { ErrataFunctions } from './api-errata.ts';
import type { Expression } from './api-expression.ts';
import type { ActivationName, LossFunctions } from './api-losses.ts';
import type { NetFunctions } from './api-nets.ts';
import type { PlaneFunctions } from './api-planes.ts';
import type { SimpleNetFunctions } from './api-simple-net.ts';

export type * from './api-calculus.ts';
export type * from './api-errata.ts';
export type * from './api-expression.ts';
export type * from './api-losses.ts';
export type * from './api-nets.ts';
export type * from './api-planes.ts';
export type * from './api-simple-net.ts';

export type ToyName = 'circle' | 'xor' | 'gauss' | 'spiral';
/** The phase of an iteration that comes next. */
export type Phase = 'mini-batch' | 'gradient' | 'update' | 'record';

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
  /** 1e-4 */
  h?: number;
  /** 'naive': two forward passes a parameter. 'incremental' (the default): only what each nudge changes. */
  method?: 'naive' | 'incremental';
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

export interface Engine extends LossFunctions, CalculusFunctions, NetFunctions, PlaneFunctions {
  readonly version: string;
  readonly TwoLayerNet: (new (options: NetOptions) => TwoLayerNet) & SavedNetReader;
  readonly Dataset: DatasetMakers;
  readonly Trainer: new (net: TwoLayerNet, train: Dataset, options?: TrainerOptions) => Trainer;
  readonly simpleNet: SimpleNetFunctions;
  readonly errata: ErrataFunctions;
}

export interface IdxOptions {
  /**
   * The labels that are told apart: class k is the k-th of them, and keeps its name in `classLabels`. A number n stands for 0 … n − 1. By
   * default a label is its class, and there are as many as the largest label says.
   */
  classes?: number | readonly number[] | Uint8Array;
  /** The pixel that is an input of 1, from 1 to 255; by default what the set's largest pixel stands for: 255, 16, 1 … */
  scale?: number;
  /** Rows become columns: EMNIST's images lie on their side, mirrored. */
  transpose?: boolean;
}

export interface DatasetMakers {
  /** Two IDX files of unsigned bytes (not gzipped): images of rank 3, labels of rank 1. */
  fromIdx(images: Uint8Array, labels: Uint8Array, options?: IdxOptions): Dataset;
  /** inputs: labels.length × inputSize; `classes` is the largest label + 1 by default. */
  fromPoints(inputs: Float32Array, labels: Uint8Array, inputSize: number, classes?: number): Dataset;
  /** The same of values of any size in float64: each column is shifted to mean 0 and scaled to standard deviation 1 before it becomes float32. */
  fromValues(values: Float64Array, labels: Uint8Array, inputSize: number, classes?: number): Dataset;
  toy(name: ToyName, options?: ToyOptions): Dataset;
  /** Points in a square whose label says whether x1 > f(x0). */
  toyAbove(f: Expression, range: [number, number], options?: ToyOptions): Dataset;
}

/** A net that was saved, by this library, by the page or by NumPy. */
export interface SavedNetReader {
  /** {"activation", "W1", "b1", "W2", "b2"}: matrices as arrays of rows. Throws RangeError. */
  fromJson(text: string): TwoLayerNet;
  /**
   * A .npz with W1, b1, W2, b2 in float32 or float64 and perhaps `activation`, which else is that of the options ('sigmoid').
   * Throws RangeError.
   */
  fromNpz(bytes: Uint8Array, options?: { activation?: ActivationName }): TwoLayerNet;
}

export interface TwoLayerNet extends Disposable {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly outputSize: number;
  readonly parameterCount: number;
  readonly activation: ActivationName;
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
  /** What TwoLayerNet.fromJson reads. */
  toJson(): string;
  /** What TwoLayerNet.fromNpz and numpy.load read. */
  toNpz(): Uint8Array;
  delete(): void;
}

export interface Dataset extends Disposable {
  readonly size: number;
  readonly inputSize: number;
  readonly classes: number;
  readonly hasPixels: boolean;
  /** The pixel that is an input of 1; 255 where there are no pixels. */
  readonly scale: number;
  /** What the files call class 0, 1, …, where that is not the number itself; else empty. */
  readonly classLabels: Uint8Array;
  /** Centre and spread of each column where fromValues made the inputs, (value − centre) / spread; else empty. */
  readonly inputScales: Float64Array;
  inputs(indices: Uint32Array): Float32Array;
  /** As they were given to fromValues; of other data the inputs. */
  values(indices: Uint32Array): Float64Array;
  labels(indices: Uint32Array): Uint8Array;
  /** Bytes, count × inputSize. Throws TypeError where the set has none. */
  pixels(indices: Uint32Array): Uint8Array;
  /** How many samples each class has. */
  classCounts(): Uint32Array;
  /** The samples named, in that order. */
  subset(indices: Uint32Array): Dataset;
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
  /** The mini-batch of the iteration that was begun or recorded last. */
  readonly miniBatch: Uint32Array;
  /** The gradient of the last iteration; empty before the first. */
  readonly lastGradient: Float32Array;
  /** One iteration; the loss on its mini-batch after the update. */
  step(): number;
  /** The same on a given mini-batch. */
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
  /** All that decides how the run goes on, and back to it. */
  snapshot(): Uint8Array;
  /** `losses`: those of iterations 1 … the snapshot's, for a trainer whose own history does not reach so far. */
  restore(snapshot: Uint8Array, losses?: Float32Array): void;
  delete(): void;
}

/** URL where the program that uses this has one: in a browser's types as in Node's. */
type Address = typeof globalThis extends { URL: { prototype: infer Url } } ? Url : never;

/** Where the .wasm is, if not beside the module. */
export interface LoadOptions {
  wasmUrl?: string | Address;
  wasmBinary?: ArrayBuffer | ArrayBufferView;
}
