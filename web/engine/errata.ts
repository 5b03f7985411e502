import type { Dataset, ErrataFunctions, ErrataRuns, ErrataTraining, ErrataTrainingOptions, Expression, Grid, Steps, TrainingMistake, TwoLayerNet } from './api.ts';
import { count, grid, index, int, number, object, options, seed, text, typed } from './check.ts';
import type { Classes } from './classes.ts';
import { EngineObject, unwrap } from './handle.ts';
import type { RawErrataTraining } from './module-types.ts';

class Training extends EngineObject<RawErrataTraining> implements ErrataTraining {
  static override readonly kind = 'ErrataTraining';

  run(iterations: number): number {
    return unwrap(this.raw.run(index('iterations', iterations)));
  }

  runs(): ErrataRuns {
    return unwrap(this.raw.runs());
  }
}

export function errataFunctions({ module, Expression: ExpressionOfEngine, Dataset: DatasetOfEngine, TwoLayerNet: NetOfEngine }: Classes): ErrataFunctions {
  const rawOf = (f: Expression) => EngineObject.rawOf('f', f, ExpressionOfEngine);
  const walk = (f: Expression, start: Float64Array, given: Steps) => {
    const { learningRate, steps } = object('options', given);
    return [rawOf(f), typed('start', start, 'Float64Array'), number('learningRate', learningRate), int('steps', steps)] as const;
  };
  return {
    list: unwrap(module.errataList()),
    quiver: (f: Expression, places: Grid) => unwrap(module.errataQuiver(rawOf(f), grid('grid', places))),
    integerGradient: (f: Expression, x: Int32Array, h = 1e-4) => unwrap(module.errataIntegerGradient(rawOf(f), typed('x', x, 'Int32Array'), number('h', h))),
    crossedUpdate: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataCrossedUpdate(...walk(f, start, given))),
    overwrittenStart: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataOverwrittenStart(...walk(f, start, given))),
    missingLastPoint: (f: Expression, start: Float64Array, given: Steps) => unwrap(module.errataMissingLastPoint(...walk(f, start, given))),
    softmaxOfBatch: (a: Float64Array, rows: number) => unwrap(module.errataSoftmaxOfBatch(typed('a', a, 'Float64Array'), count('rows', rows))),
    training: (mistake: TrainingMistake, data: Dataset, given: ErrataTrainingOptions) =>
      new Training(
        unwrap(
          module.errataTraining(
            text('mistake', mistake),
            EngineObject.rawOf('data', data, DatasetOfEngine),
            options('options', given, { iterations: index, hiddenSize: int, batchSize: index, learningRate: number, seed }),
          ),
        ),
      ),
    gradientOfWrongMatrix: (net: TwoLayerNet, x: Float32Array, labels: Uint8Array) =>
      unwrap(module.errataGradientOfWrongMatrix(EngineObject.rawOf('net', net, NetOfEngine), typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'))),
    labelShape: (y: Float64Array, labels: Uint8Array) => unwrap(module.errataLabelShape(typed('y', y, 'Float64Array'), typed('labels', labels, 'Uint8Array'))),
  };
}
