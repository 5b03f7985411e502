// Chapter 4.5: the net, its loss and its gradient.

import type { Dataset } from './api-dataset.ts';

export type ActivationName = 'sigmoid' | 'relu' | 'tanh';

export interface NetOptions {
  inputSize: number;
  hiddenSize: number;
  outputSize: number;
  /** 0 … 1e37, beyond which a weight may be infinite. */
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

/** What a forward pass works out on its way to y; one row a sample. */
export interface ForwardPass {
  /** x·W1 + b1: rows × hiddenSize. */
  a1: Float32Array;
  /** The hidden units: h(a1). */
  z: Float32Array;
  /** z·W2 + b2: rows × outputSize. */
  a2: Float32Array;
  /** Probabilities: softmax(a2). */
  y: Float32Array;
}

export interface SavedNetOptions {
  /** The activation of a net whose file does not say it. */
  activation?: ActivationName;
}

/** A net that was saved, by this library, by the page or by NumPy. */
export interface SavedNetReader {
  /** {"activation", "W1", "b1", "W2", "b2"}: matrices as arrays of rows. Throws RangeError, also where neither text nor options say the activation. */
  fromJson(text: string, options?: SavedNetOptions): TwoLayerNet;
  /** A .npz with `activation` and W1, b1, W2, b2 in float32 or float64. Throws RangeError, as above. */
  fromNpz(bytes: Uint8Array, options?: SavedNetOptions): TwoLayerNet;
}

/** A net whose answer is NaN or infinite, because its parameters are too large, throws RangeError where it is asked. */
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
  /** What `predict` gives, and all that lies before it. */
  forward(x: Float32Array): ForwardPass;
  loss(x: Float32Array, labels: Uint8Array): number;
  accuracy(data: Dataset): number;
  /** By backprop. */
  gradient(x: Float32Array, labels: Uint8Array): Float32Array;
  /** By central differences, in float64. */
  numericalGradient(x: Float32Array, labels: Uint8Array, options?: NumericalGradientOptions): Float64Array;
  /** What TwoLayerNet.fromJson reads. Throws RangeError for a parameter that is not finite. */
  toJson(): string;
  /** What TwoLayerNet.fromNpz and numpy.load read. Throws as toJson does. */
  toNpz(): Uint8Array;
  delete(): void;
}
