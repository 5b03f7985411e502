// Chapter 4.2: losses, and the loss of mini-batches.

import type { Dataset } from './api-dataset.ts';
import type { ActivationName, TwoLayerNet } from './api-two-layer-net.ts';

export interface Curve {
  x: Float64Array;
  y: Float64Array;
}

export interface MiniBatchLossOptions {
  batchSize: number;
  batches: number;
  seed: number;
}

export interface MiniBatchLosses {
  losses: Float64Array;
  /** The mean loss of the mini-batches drawn. */
  mean: number;
  standardDeviation: number;
  /** The loss of all samples. */
  allMean: number;
  /** σ of one sample's loss / √batchSize: what theory expects. */
  expectedDeviation: number;
}

export interface Histogram {
  counts: Uint32Array;
  /** bins + 1 */
  edges: Float64Array;
  /** Values outside the range. */
  below: number;
  above: number;
}

export interface LossFunctions {
  /** ½Σ(y−t)², one sample. */
  meanSquaredError(y: Float64Array, t: Float64Array): number;
  /** −1/N ΣΣ t·log(y+δ), t one-hot, δ = 1e-7; `rows` samples (1 by default). Here and below no y may be below 0, no t outside 0 … 1. */
  crossEntropyError(y: Float64Array, t: Float64Array, rows?: number): number;
  /** The same with labels; y: labels.length × classes. */
  crossEntropyErrorOfLabels(y: Float64Array, labels: Uint8Array): number;
  /** ½(yₖ−tₖ)² of each output; they sum to meanSquaredError. */
  squaredErrorTerms(y: Float64Array, t: Float64Array): Float64Array;
  /** −tₖ·log(yₖ+δ) of each output; they sum to crossEntropyError. */
  crossEntropyTerms(y: Float64Array, t: Float64Array): Float64Array;
  /** −log(y+δ) at `count` evenly spaced y in [0, 1], ends included. */
  crossEntropyCurve(range: [number, number], count: number): Curve;
  /** By row; `rows` is 1 by default. */
  softmax(a: Float64Array, rows?: number): Float64Array;
  /** h(a), element by element. */
  activate(activation: ActivationName, a: Float64Array): Float64Array;
  /** y with y[index] = value and the others scaled so that all sum to 1. */
  setProbability(y: Float64Array, index: number, value: number): Float64Array;
  /** The loss of each of the samples begin … end−1 (all by default) by itself. */
  sampleLosses(net: TwoLayerNet, data: Dataset, begin?: number, end?: number): Float32Array;
  /** Mini-batches drawn with replacement. */
  miniBatchLosses(sampleLosses: Float32Array, options: MiniBatchLossOptions): MiniBatchLosses;
  histogram(values: Float64Array, range: [number, number], bins: number): Histogram;
  /** At each place the mean of the last `window` values, at the beginning of as many as there are; those not finite are left out. */
  movingAverage(values: Float32Array, window: number): Float32Array;
}
