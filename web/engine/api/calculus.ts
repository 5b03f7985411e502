import type { BasinOptions, CalculusFunctions, DerivativeErrorOptions, DescentOptions, Differentiation, Expression, FlowLineOptions, Grid, Scheme } from './api.ts';
import { grid, int, number, options, range, size, typed, word } from './check.ts';
import type { Classes } from './classes.ts';
import { frozen } from './frozen.ts';
import { EngineObject, unwrap } from './handle.ts';

export function calculusFunctions({ module, Expression: ExpressionOfEngine }: Classes): CalculusFunctions {
  const rawOf = (f: Expression) => EngineObject.rawOf('f', f, ExpressionOfEngine);
  return {
    expression: (source: string, variables: readonly string[]) => new ExpressionOfEngine(source, variables),
    scalarFields: frozen(unwrap(module.scalarFields())),
    numericalDerivative: (f: Expression, x: number, h = 1e-4, scheme: Scheme = 'central') =>
      unwrap(module.numericalDerivative(rawOf(f), number('x', x), number('h', h), word('scheme', scheme))),
    numericalGradient: (f: Expression, x: Float64Array, h = 1e-4) => unwrap(module.numericalGradient(rawOf(f), typed('x', x, 'Float64Array'), number('h', h))),
    gradientField(f: Expression, places: Grid, method: Differentiation = 'numerical') {
      const points = grid('grid', places);
      return unwrap(module.gradientField(rawOf(f), points, word('method', method)));
    },
    gradientDescent(f: Expression, start: Float64Array, given: DescentOptions = {}) {
      const checked = options('options', given, { learningRate: number, steps: int, optimizer: word, h: number, method: word });
      return unwrap(module.gradientDescent(rawOf(f), typed('start', start, 'Float64Array'), checked));
    },
    basins(f: Expression, places: Grid, minima: Float64Array, given: BasinOptions = {}) {
      const starts = grid('grid', places);
      const checked = options('options', given, { learningRate: number, steps: int, begin: int, end: int });
      return unwrap(module.basins(rawOf(f), starts, typed('minima', minima, 'Float64Array'), checked));
    },
    slice(f: Expression, point: Float64Array, axis: number, ends: [number, number], count: number) {
      const along = range('range', ends);
      return unwrap(module.slice(rawOf(f), typed('point', point, 'Float64Array'), int('axis', axis), along, size('count', count)));
    },
    secant(f: Expression, x: number, h: number, scheme: Scheme, ends: [number, number]) {
      const along = range('range', ends);
      return unwrap(module.secant(rawOf(f), number('x', x), number('h', h), word('scheme', scheme), along));
    },
    derivativeErrors(f: Expression, x: number, given: DerivativeErrorOptions = {}) {
      const checked = options('options', given, { scheme: word, largest: number, smallest: number, count: size });
      return unwrap(module.derivativeErrors(rawOf(f), number('x', x), checked));
    },
    flowLine(f: Expression, start: Float64Array, given: FlowLineOptions = {}) {
      const { step = 0.05, points = 500 } = options('options', given, { step: number, points: size });
      return unwrap(module.flowLine(rawOf(f), typed('start', start, 'Float64Array'), step, points));
    },
  };
}
