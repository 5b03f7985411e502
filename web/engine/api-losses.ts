// Losses output by output, and mini-batches (chapter 4.2). See api.ts for what all functions share.

import type { Dataset, TwoLayerNet } from './api.ts';

export interface LossFunctions {
  /** ½(yₖ−tₖ)² of each output; they sum to meanSquaredError. */
  squaredErrorTerms(y: Float64Array, t: Float64Array): Float64Array;
  /** −tₖ·log(yₖ+δ) of each output; they sum to crossEntropyError. */
  crossEntropyTerms(y: Float64Array, t: Float64Array): Float64Array;
  /** −log(y+δ) at `count` evenly spaced y in [0, 1], ends of the range included. */
  crossEntropyCurve(range: [number, number], count: number): Curve;
  /** y with y[index] = value, the others scaled so that all sum to 1. */
  setProbability(y: Float64Array, index: number, value: number): Float64Array;

  /** The loss of each of the samples begin … end−1 (all by default) by itself. */
  sampleLosses(net: TwoLayerNet, data: Dataset, begin?: number, end?: number): Float32Array;
  /** Draws mini-batches, with replacement, and takes the mean of their samples' losses. */
  miniBatchLosses(sampleLosses: Float32Array, options: MiniBatchOptions): MiniBatchLosses;
  histogram(values: Float64Array, range: [number, number], bins: number): Histogram;
}

export interface Curve {
  x: Float64Array;
  y: Float64Array;
}

export interface MiniBatchOptions {
  batchSize: number;
  batches: number;
  seed: number;
}

export interface MiniBatchLosses {
  losses: Float64Array;
  /** Of the losses. */
  mean: number;
  standardDeviation: number;
  /** The loss of all samples. */
  allMean: number;
  /** σ/√batchSize with the standard deviation σ of one sample's loss: what theory expects. */
  expectedDeviation: number;
}

export interface Histogram {
  /** Of bin i: edges[i] ≤ value < edges[i + 1]; the last bin has its upper edge too. */
  counts: Uint32Array;
  edges: Float64Array;
  /** Values outside the range. */
  below: number;
  above: number;
}
