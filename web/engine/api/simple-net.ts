import type { SimpleNetFunctions } from './api.ts';
import { int, number, seed, typed, whole } from './check.ts';
import { unwrap } from './handle.ts';
import type { EngineModule } from './module-types.ts';

export function simpleNetFunctions(module: EngineModule): SimpleNetFunctions {
  const sample = (W: Float64Array, x: Float64Array, label: number) => [typed('W', W, 'Float64Array', 6), typed('x', x, 'Float64Array', 2), whole('label', label, 0, 2)] as const;
  return {
    random: (ofWeights: number) => unwrap(module.randomSimpleNet(seed('seed', ofWeights))),
    evaluate: (W: Float64Array, x: Float64Array, label: number, h = 1e-4) => unwrap(module.evaluateSimpleNet(...sample(W, x, label), number('h', h))),
    nudge: (W: Float64Array, x: Float64Array, label: number, weight: number, h: number) =>
      unwrap(module.nudgeSimpleNet(...sample(W, x, label), int('weight', weight), number('h', h))),
  };
}
