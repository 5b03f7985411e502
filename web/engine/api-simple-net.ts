// The 2×3 net of chapter 4.4.2: y = softmax(x·W). See api.ts for what all functions share.

/** W: 6 values, 2×3 row by row; x: 2 values; label: 0, 1 or 2. */
export interface SimpleNetFunctions {
  /** Standard normal weights. */
  random(seed: number): Float64Array;
  /** h: of the numerical gradient, 1e-4 by default. */
  evaluate(W: Float64Array, x: Float64Array, label: number, h?: number): SimpleNetEvaluation;
  /** What becomes of the loss when weight 0 … 5 grows by h. */
  nudge(W: Float64Array, x: Float64Array, label: number, weight: number, h: number): Nudge;
}

export interface SimpleNetEvaluation {
  /** x·W */
  scores: Float64Array;
  probabilities: Float64Array;
  loss: number;
  /** ∂L/∂W by backprop and by central differences. */
  gradient: Float64Array;
  numericalGradient: Float64Array;
}

export interface Nudge {
  before: number;
  after: number;
  /** after − before */
  change: number;
  /** change / h */
  slope: number;
}
