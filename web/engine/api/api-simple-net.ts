// Chapter 4.4.2: y = softmax(x·W) with W of 2×3. W: 6 values row by row, x: 2 values, label: 0 … 2.

export interface SimpleNetEvaluation {
  /** x·W */
  scores: Float64Array;
  probabilities: Float64Array;
  loss: number;
  /** ∂L/∂W by backprop, and by central differences. */
  gradient: Float64Array;
  numericalGradient: Float64Array;
}

export interface Nudge {
  before: number;
  after: number;
  change: number;
  /** change / h */
  slope: number;
}

export interface SimpleNetFunctions {
  /** Standard normal weights. */
  random(seed: number): Float64Array;
  /** h = 1e-4 by default. */
  evaluate(W: Float64Array, x: Float64Array, label: number, h?: number): SimpleNetEvaluation;
  /** The loss before and after the weight numbered 0 … 5 grows by h. */
  nudge(W: Float64Array, x: Float64Array, label: number, weight: number, h: number): Nudge;
}
