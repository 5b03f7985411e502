// Chapter 4.5: the net, its loss and its gradient.

import type { Dataset } from './api-dataset.ts';

export type ActivationName = 'sigmoid' | 'relu' | 'tanh';

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
