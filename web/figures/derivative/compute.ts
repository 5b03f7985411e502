import type { DerivativeErrors, Engine, Expression, Secant, Slice } from '../../engine/api/api.ts';
import type { State } from './state.ts';

export interface Numbers {
  readonly slice: Slice;
  readonly secant: Secant;
  readonly errors: DerivativeErrors;
  readonly slope: number;
  /** |slope − exact derivative| */
  readonly error: number;
}

const slicePoints = 401;

export function numbersOf(engine: Engine, f: Expression, { x, h, scheme, range }: State): Numbers {
  const shown: [number, number] = [...range];
  const slope = engine.numericalDerivative(f, x, h, scheme);
  const errors = engine.derivativeErrors(f, x, { scheme });
  return {
    slice: engine.slice(f, Float64Array.of(x), 0, shown, slicePoints),
    secant: engine.secant(f, x, h, scheme, shown),
    errors,
    slope,
    error: engine.difference(Float64Array.of(slope), Float64Array.of(errors.exact)).largest,
  };
}
