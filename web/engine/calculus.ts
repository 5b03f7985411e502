import type { CalculusFunctions, DerivativeErrorOptions, DescentOptions, Differentiation, Expression, FlowLineOptions, Grid, Scheme } from './api.ts';
import { grid, int, number, options, range, text, typed } from './check.ts';
import type { Classes } from './classes.ts';
import { EngineObject, unwrap } from './handle.ts';

export function calculusFunctions({ module, Expression: ExpressionOfEngine }: Classes): CalculusFunctions {
  const rawOf = (f: Expression) => EngineObject.rawOf('f', f, ExpressionOfEngine);
  return {
    expression: (source: string, variables: readonly string[]) => new ExpressionOfEngine(source, variables),
    scalarFields: unwrap(module.scalarFields()),
    numericalDerivative: (f: Expression, x: number, h = 1e-4, scheme: Scheme = 'central') =>
      unwrap(module.numericalDerivative(rawOf(f), number('x', x), number('h', h), text('scheme', scheme))),
    numericalGradient: (f: Expression, x: Float64Array, h = 1e-4) => unwrap(module.numericalGradient(rawOf(f), typed('x', x, 'Float64Array'), number('h', h))),
    gradientField: (f: Expression, places: Grid, method: Differentiation = 'numerical') => unwrap(module.gradientField(rawOf(f), grid('grid', places), text('method', method))),
    gradientDescent: (f: Expression, start: Float64Array, given: DescentOptions = {}) =>
      unwrap(
        module.gradientDescent(
          rawOf(f),
          typed('start', start, 'Float64Array'),
          options('options', given, { learningRate: number, steps: int, optimizer: text, h: number, method: text }),
        ),
      ),
    slice: (f: Expression, point: Float64Array, axis: number, ends: [number, number], count: number) =>
      unwrap(module.slice(rawOf(f), typed('point', point, 'Float64Array'), int('axis', axis), range('range', ends), int('count', count))),
    secant: (f: Expression, x: number, h: number, scheme: Scheme, ends: [number, number]) =>
      unwrap(module.secant(rawOf(f), number('x', x), number('h', h), text('scheme', scheme), range('range', ends))),
    derivativeErrors: (f: Expression, x: number, given: DerivativeErrorOptions = {}) =>
      unwrap(module.derivativeErrors(rawOf(f), number('x', x), options('options', given, { scheme: text, largest: number, smallest: number, count: int }))),
    flowLine(f: Expression, start: Float64Array, given: FlowLineOptions = {}) {
      const { step = 0.05, points = 500 } = options('options', given, { step: number, points: int }) as FlowLineOptions;
      return unwrap(module.flowLine(rawOf(f), typed('start', start, 'Float64Array'), step, points));
    },
  };
}
