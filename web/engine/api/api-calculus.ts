// Chapter 4.3 and 4.4: derivatives, gradients, descent.

import type { Expression } from './api-expression.ts';

export type Scheme = 'central' | 'forward' | 'backward';
export type Differentiation = 'numerical' | 'exact';
export type OptimizerName = 'sgd' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam';

/** columns × rows points, ends included; row-major, x1 outer. */
export interface Grid {
  x0: [number, number];
  x1: [number, number];
  columns: number;
  rows: number;
}

export interface GradientField {
  value: Float64Array;
  /** ∂f/∂x0 at each point of the grid. */
  d0: Float64Array;
  /** ∂f/∂x1 at each point of the grid. */
  d1: Float64Array;
}

export interface DescentOptions {
  /** 0.01 */
  learningRate?: number;
  /** 100 */
  steps?: number;
  /** 'sgd' */
  optimizer?: OptimizerName;
  /** 1e-4 */
  h?: number;
  /** 'numerical' */
  method?: Differentiation;
}

export interface Descent {
  /** (steps taken + 1) × n: the start and the point after each step, all finite. */
  path: Float64Array;
  /** f at each of them. */
  values: Float64Array;
  /** True if a value was not finite: the path ends before it. */
  diverged: boolean;
  /** The first step at which the run left the valley for good, although the numbers are still finite. */
  runawayStep: number | undefined;
}

export interface BasinOptions {
  /** 0.01 */
  learningRate?: number;
  /** 40 */
  steps?: number;
  /** Rows begin … end−1 of the grid; all by default. */
  begin?: number;
  end?: number;
}

/** A named f(x0, x1) with a view that shows it well. */
export interface ScalarField {
  readonly name: string;
  readonly source: string;
  readonly x0: [number, number];
  readonly x1: [number, number];
  readonly minima: readonly [number, number][];
  readonly minimum: number;
}

/** f along one variable, with its tangent at the point. */
export interface Slice {
  x: Float64Array;
  value: Float64Array;
  /** The point's own coordinate, and f there. */
  at: number;
  valueAt: number;
  /** The exact partial derivative there. */
  slope: number;
  /** The tangent's height at each x. */
  tangent: Float64Array;
}

export interface Secant {
  /** The two points that it goes through. */
  x: [number, number];
  value: [number, number];
  slope: number;
  /** f′ at the place itself. */
  exact: number;
  /** Its height at the ends of the range. */
  line: [number, number];
}

export interface DerivativeErrorOptions {
  /** 'central' */
  scheme?: Scheme;
  /** 1 */
  largest?: number;
  /** 1e-15 */
  smallest?: number;
  /** 121 */
  count?: number;
}

export interface BestStep {
  h: number;
  error: number;
}

export interface DerivativeErrors {
  /** Evenly spaced in log h, the largest first. */
  h: Float64Array;
  exact: number;
  /** |numerical − exact|; NaN where h is 0 in float32. */
  float64: Float64Array;
  float32: Float64Array;
  best64: BestStep;
  best32: BestStep;
  /** What theory expects: |f‴|/6·h² (central) or |f″|/2·h, and ε·|f|/h. */
  truncation: Float64Array;
  cancellation64: Float64Array;
  cancellation32: Float64Array;
}

export interface FlowLineOptions {
  /** Length of each piece; 0.05 by default. */
  step?: number;
  /** The largest number of points; 500 by default. */
  points?: number;
}

export interface CalculusFunctions {
  /**
   * A formula as people write it: `x0^2 + x1^2`, `x₀² + x₁²`, `x[0]**2`, `f(x) = 2x(x+1)`, `√|x|`, `np.sin(x)`. Throws an ExpressionError, a SyntaxError with
   * a `position` (in UTF-16 units of `source`), also for what can be read in two ways: `1/2x`.
   */
  expression(source: string, variables: readonly string[]): Expression;
  /** The catalogue of functions of x0 and x1, the chapter's first. */
  readonly scalarFields: readonly ScalarField[];
  /** f of one variable; central difference and h = 1e-4 by default. */
  numericalDerivative(f: Expression, x: number, h?: number, scheme?: Scheme): number;
  /** Central differences, h = 1e-4 by default. */
  numericalGradient(f: Expression, x: Float64Array, h?: number): Float64Array;
  gradientField(f: Expression, grid: Grid, method?: Differentiation): GradientField;
  gradientDescent(f: Expression, start: Float64Array, options?: DescentOptions): Descent;
  /**
   * For each start of a grid the number of the minimum at which gradient descent with the exact gradient arrives: the first that it comes nearer to than 0.1,
   * otherwise that which is nearest after the last step; 255 where it comes to a value that is not finite. minima: x0 and x1 in turn, 1 to 255 of them.
   */
  basins(f: Expression, grid: Grid, minima: Float64Array, options?: BasinOptions): Uint8Array;
  /** `count` points along the variable numbered `axis`, ends of the range included; the others as in `point`. */
  slice(f: Expression, point: Float64Array, axis: number, range: [number, number], count: number): Slice;
  /** f of one variable: the line whose slope numericalDerivative is. */
  secant(f: Expression, x: number, h: number, scheme: Scheme, range: [number, number]): Secant;
  /** f of one variable: the error of the numerical derivative over a sweep of h. */
  derivativeErrors(f: Expression, x: number, options?: DerivativeErrorOptions): DerivativeErrors;
  /** Points (n × variables) along −∇f at equal lengths; ends at a minimum. */
  flowLine(f: Expression, start: Float64Array, options?: FlowLineOptions): Float64Array;
}
