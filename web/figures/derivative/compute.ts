import type { BestStep, DerivativeErrors, Engine, Expression, Secant, Slice } from '../../engine/api/api.ts';
import type { State } from './state.ts';

/** By the numbers of 64 and of 32 bits. */
export interface ByPrecision<T> {
  readonly float64: T;
  readonly float32: T;
}

/** What depends on h. */
export interface Numbers {
  readonly slice: Slice;
  readonly secant: Secant;
  readonly slope: number;
  /** |slope − exact derivative| */
  readonly error: ByPrecision<number>;
}

const slicePoints = 401;

export function numbersOf(engine: Engine, f: Expression, { x, scheme, range }: State, h: number): Numbers {
  const shown: [number, number] = [...range];
  // Two, the fewest that it takes; the first is at h itself.
  const { float64, float32 } = engine.derivativeErrors(f, x, { scheme, largest: h, smallest: h / 2, count: 2 });
  return {
    slice: engine.slice(f, Float64Array.of(x), 0, shown, slicePoints),
    secant: engine.secant(f, x, h, scheme, shown),
    slope: engine.numericalDerivative(f, x, h, scheme),
    error: { float64: float64[0] ?? Number.NaN, float32: float32[0] ?? Number.NaN },
  };
}

type Theory = Pick<DerivativeErrors, 'h' | 'truncation' | 'cancellation64' | 'cancellation32'>;

/**
 * The best h, where the two lines of theory cross, and how high they are there. undefined where they do not cross, as for a formula without an error of
 * its own.
 */
export function bestSteps({ h, truncation, cancellation64, cancellation32 }: Theory): ByPrecision<BestStep | undefined> {
  return { float64: crossing(h, truncation, cancellation64), float32: crossing(h, truncation, cancellation32) };
}

/** Both lines are straight on log scales; h falls. */
function crossing(h: ArrayLike<number>, rising: ArrayLike<number>, falling: ArrayLike<number>): BestStep | undefined {
  const ratio = (i: number) => Math.log((rising[i] as number) / (falling[i] as number));
  for (let i = 1; i < h.length; i++) {
    const [before, after] = [ratio(i - 1), ratio(i)];
    if (!(before >= 0 && after < 0 && Number.isFinite(before - after))) continue;
    const share = before / (before - after);
    const at = (values: ArrayLike<number>) => (values[i - 1] as number) * ((values[i] as number) / (values[i - 1] as number)) ** share;
    return { h: at(h), error: at(rising) };
  }
  return undefined;
}
