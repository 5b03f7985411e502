import type { ActivationName, Dataset, LossFunctions, MiniBatchLossOptions, TwoLayerNet } from './api.ts';
import { count, index, number, options, range, seed, size, typed, word } from './check.ts';
import type { Classes } from './classes.ts';
import { EngineObject, unwrap } from './handle.ts';

export function lossFunctions({ module, TwoLayerNet: NetOfEngine, Dataset: DatasetOfEngine }: Classes): LossFunctions {
  const pair = (y: Float64Array, t: Float64Array) => [typed('y', y, 'Float64Array'), typed('t', t, 'Float64Array')] as const;
  return {
    meanSquaredError: (y: Float64Array, t: Float64Array) => unwrap(module.meanSquaredError(...pair(y, t))),
    crossEntropyError: (y: Float64Array, t: Float64Array, rows = 1) => unwrap(module.crossEntropyError(...pair(y, t), count('rows', rows))),
    crossEntropyErrorOfLabels: (y: Float64Array, labels: Uint8Array) =>
      unwrap(module.crossEntropyErrorOfLabels(typed('y', y, 'Float64Array'), typed('labels', labels, 'Uint8Array'))),
    squaredErrorTerms: (y: Float64Array, t: Float64Array) => unwrap(module.squaredErrorTerms(...pair(y, t))),
    crossEntropyTerms: (y: Float64Array, t: Float64Array) => unwrap(module.crossEntropyTerms(...pair(y, t))),
    crossEntropyCurve: (ends: [number, number], places: number) => unwrap(module.crossEntropyCurve(range('range', ends), size('count', places))),
    softmax: (a: Float64Array, rows = 1) => unwrap(module.softmax(typed('a', a, 'Float64Array'), count('rows', rows))),
    activate: (activation: ActivationName, a: Float64Array) => unwrap(module.activate(word('activation', activation), typed('a', a, 'Float64Array'))),
    setProbability: (y: Float64Array, at: number, value: number) => unwrap(module.setProbability(typed('y', y, 'Float64Array'), index('index', at), number('value', value))),
    sampleLosses(net: TwoLayerNet, data: Dataset, begin = 0, end?: number) {
      const examples = EngineObject.rawOf('data', data, DatasetOfEngine);
      return unwrap(module.sampleLosses(EngineObject.rawOf('net', net, NetOfEngine), examples, index('begin', begin), index('end', end ?? unwrap(examples.size()))));
    },
    miniBatchLosses(sampleLosses: Float32Array, given: MiniBatchLossOptions) {
      const checked = options('options', given, {}, { batchSize: index, batches: index, seed });
      return unwrap(module.miniBatchLosses(typed('sampleLosses', sampleLosses, 'Float32Array'), checked));
    },
    movingAverage: (values: Float32Array, window: number) => unwrap(module.movingAverage(typed('values', values, 'Float32Array'), size('window', window))),
    histogram(values: Float64Array, ends: [number, number], bins: number) {
      const within = range('range', ends);
      return unwrap(module.histogram(typed('values', values, 'Float64Array'), within, size('bins', bins)));
    },
  };
}
