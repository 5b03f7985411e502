// Chapter 4.1: what is learned from.

import type { Expression } from './api-expression.ts';

export type ToyName = 'circle' | 'xor' | 'gauss' | 'spiral';

export interface ToyOptions {
  size?: number;
  /** 0 … 0.5 */
  noise?: number;
  seed?: number;
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
  /** Points in a square whose label says whether x1 > f(x0); 0 where f has no value. */
  toyAbove(f: Expression, range: [number, number], options?: ToyOptions): Dataset;
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
