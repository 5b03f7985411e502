import type { Dataset, ErrataFunctions, ErrataRuns, ErrataTraining, ErrataTrainingOptions, Expression, Grid, Steps, TrainingMistake, TwoLayerNet } from './api.ts';
import { count, grid, index, int, number, options, seed, size, typed, word } from './check.ts';
import type { Classes } from './classes.ts';
import { frozen } from './frozen.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { RawErrataTraining } from './module-types.ts';

class Training extends EngineObject<RawErrataTraining> implements ErrataTraining {
  static override readonly kind = 'ErrataTraining';

  constructor(raw: RawErrataTraining) {
    super(raw, Training);
  }

  run(iterations: number): number {
    return unwrap(own(this, Training).run(index('iterations', iterations)));
  }

  runs(): ErrataRuns {
    return unwrap(own(this, Training).runs());
  }
}

export function errataFunctions({ module, Expression: ExpressionOfEngine, Dataset: DatasetOfEngine, TwoLayerNet: NetOfEngine }: Classes): ErrataFunctions {
  const rawOf = (f: Expression) => EngineObject.rawOf('f', f, ExpressionOfEngine);
  const walk = (f: Expression, start: Float64Array, given: Steps) => {
    const { learningRate, steps } = options('options', given, {}, { learningRate: number, steps: int });
    return [rawOf(f), typed('start', start, 'Float64Array'), learningRate, steps] as const;
  };
  return {
    list: frozen(unwrap(module.errataList())),
    quiver(f: Expression, places: Grid) {
      const points = grid('grid', places);
      return unwrap(module.errataQuiver(rawOf(f), points));
    },
    integerGradient: (f: Expression, x: Int32Array, h = 1e-4) => unwrap(module.errataIntegerGradient(rawOf(f), typed('x', x, 'Int32Array'), number('h', h))),
    crossedUpdate: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataCrossedUpdate(...walk(f, start, given))),
    overwrittenStart: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataOverwrittenStart(...walk(f, start, given))),
    missingLastPoint: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataMissingLastPoint(...walk(f, start, given))),
    softmaxOfBatch: (a: Float64Array, rows: number) => unwrap(module.errataSoftmaxOfBatch(typed('a', a, 'Float64Array'), count('rows', rows))),
    training(mistake: TrainingMistake, data: Dataset, given: ErrataTrainingOptions) {
      const checked = options('options', given, { hiddenSize: size, batchSize: index, learningRate: number, seed }, { iterations: index });
      return new Training(unwrap(module.errataTraining(word('mistake', mistake), EngineObject.rawOf('data', data, DatasetOfEngine), checked)));
    },
    gradientOfWrongMatrix: (net: TwoLayerNet, x: Float32Array, labels: Uint8Array) =>
      unwrap(module.errataGradientOfWrongMatrix(EngineObject.rawOf('net', net, NetOfEngine), typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'))),
    labelShape: (y: Float64Array, labels: Uint8Array) => unwrap(module.errataLabelShape(typed('y', y, 'Float64Array'), typed('labels', labels, 'Uint8Array'))),
  };
}
