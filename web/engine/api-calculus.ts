// Derivatives and gradients as pictures (chapter 4.3, 4.4). See api.ts for what all functions share.

import type { Expression, Scheme } from './api.ts';

export interface CalculusFunctions {
  /** f along one of its variables at `count` evenly spaced places, the others as in `point`, with the tangent at the point. */
  slice(f: Expression, point: Float64Array, axis: number, range: [number, number], count: number): Slice;
  /** The line through the two points between which the difference quotient at x is taken. */
  secant(f: Expression, x: number, h: number, scheme: Scheme, range: [number, number]): Secant;
  /** The error of the numerical derivative over a range of h: the V of truncation and cancellation. */
  derivativeErrors(f: Expression, x: number, options?: DerivativeErrorsOptions): DerivativeErrors;
  /** Points at equal lengths along −∇f from `start` (n × dimension, the start first) until f no longer falls. */
  flowLine(f: Expression, start: Float64Array, options?: FlowLineOptions): Float64Array;
}

export interface Slice {
  x: Float64Array;
  value: Float64Array;
  /** The point's own coordinate along the axis, and f there. */
  at: number;
  valueAt: number;
  /** The exact partial derivative at the point. */
  slope: number;
  /** The tangent's height at each x. */
  tangent: Float64Array;
}

export interface Secant {
  /** The two points. */
  x: [number, number];
  value: [number, number];
  /** The numerical derivative. */
  slope: number;
  /** f′(x). */
  exact: number;
  /** The line's height at the ends of the range. */
  line: [number, number];
}

export interface DerivativeErrorsOptions {
  /** 'central' by default. */
  scheme?: Scheme;
  /** 1 by default. */
  largest?: number;
  /** 1e-15 by default. */
  smallest?: number;
  /** 121 by default. */
  count?: number;
}

export interface BestStep {
  h: number;
  error: number;
}

export interface DerivativeErrors {
  /** Evenly spaced in log h, the largest first. */
  h: Float64Array;
  /** f′(x), by forward-mode differentiation. */
  exact: number;
  /** |numerical − exact| at each h, computed in float64 and in float32; NaN where h is 0 in float32. */
  float64: Float64Array;
  float32: Float64Array;
  best64: BestStep;
  best32: BestStep;
  /** What Taylor's theorem expects at each h: |f‴|/6·h² (central) or |f″|/2·h. */
  truncation: Float64Array;
  /** What rounding lets expect at each h: ε·|f|/h. */
  cancellation64: Float64Array;
  cancellation32: Float64Array;
}

export interface FlowLineOptions {
  /** The length between two points; 0.05 by default. */
  step?: number;
  /** At most so many points; 500 by default. */
  points?: number;
}
