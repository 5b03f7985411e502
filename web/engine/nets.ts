import type { Dataset, Examination, ExaminationOptions, Grid, NetFunctions, TwoLayerNet, WeightSweepOptions } from './api.ts';
import { count, type Given, grid, index, int, number, object, options, range, typed, wrongType } from './check.ts';
import type { Classes } from './classes.ts';
import { EngineObject, unwrap } from './handle.ts';

/** How many mistakes an examination keeps unless told otherwise. */
const worstKept = 16;

export function netFunctions({ module, TwoLayerNet: NetOfEngine, Dataset: DatasetOfEngine }: Classes): NetFunctions {
  const rawOf = (net: TwoLayerNet) => EngineObject.rawOf('net', net, NetOfEngine);
  /** The data set and the part of it that is meant; all of it by default. */
  const partOf = (data: Dataset, begin = 0, end?: number) => {
    const raw = EngineObject.rawOf('data', data, DatasetOfEngine);
    return { raw, begin: index('begin', begin), end: index('end', end ?? unwrap(raw.size())) };
  };
  return {
    evaluate(net: TwoLayerNet, data: Dataset, begin?: number, end?: number) {
      const part = partOf(data, begin, end);
      return unwrap(module.evaluate(rawOf(net), part.raw, part.begin, part.end));
    },
    parameterParts: (net: TwoLayerNet) => unwrap(module.parameterParts(rawOf(net))),
    weightSweep(net: TwoLayerNet, x: Float32Array, labels: Uint8Array, given: WeightSweepOptions) {
      const sweep = object('options', given);
      return unwrap(
        module.weightSweep(rawOf(net), typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'), {
          parameter: int('parameter', sweep.parameter),
          range: range('range', sweep.range),
          count: int('count', sweep.count),
          ...options('options', sweep, { h: number }),
        }),
      );
    },
    examine(net: TwoLayerNet, data: Dataset, given: ExaminationOptions = {}) {
      const { worst = worstKept, begin, end } = options('options', given, { worst: index, begin: index, end: index }) as ExaminationOptions;
      const part = partOf(data, begin, end);
      return unwrap(module.examine(rawOf(net), part.raw, worst, part.begin, part.end));
    },
    mergeExaminations: (a: Examination, b: Examination, worst = worstKept) => unwrap(module.mergeExaminations(examination('a', a), examination('b', b), index('worst', worst))),
    gradientNorms: (net: TwoLayerNet, gradient: Float32Array) => unwrap(module.gradientNorms(rawOf(net), typed('gradient', gradient, 'Float32Array'))),
    difference: (a: Float32Array | Float64Array, b: Float32Array | Float64Array) => unwrap(module.difference(doubles('a', a), doubles('b', b))),
    predictOnGrid: (net: TwoLayerNet, places: Grid) => unwrap(module.predictOnGrid(rawOf(net), grid('grid', places))),
    inputsOfPixels: (pixels: Uint8Array) => unwrap(module.inputsOfPixels(typed('pixels', pixels, 'Uint8Array'))),
    digitFromDrawing: (ink: Uint8Array, width: number, height: number) =>
      unwrap(module.digitFromDrawing(typed('ink', ink, 'Uint8Array'), int('width', width), int('height', height))),
  };
}

function doubles(name: string, array: unknown): Float64Array {
  if (array instanceof Float32Array) return Float64Array.from(array);
  return typed(name, array, 'Float64Array');
}

/** What the engine needs to know of an examination again. */
function examination(name: string, value: unknown): Given {
  const given = object(name, value);
  const classes = count(`${name}.classes`, given.classes);
  if (!Array.isArray(given.worst)) throw wrongType(`${name}.worst`, given.worst, 'an array of mistakes');
  return {
    classes,
    confusion: typed(`${name}.confusion`, given.confusion, 'Uint32Array', classes * classes),
    worst: given.worst.map((entry: unknown, i) => mistake(`${name}.worst[${i}]`, entry)),
  };
}

function mistake(name: string, value: unknown): Given {
  const given = object(name, value);
  return {
    index: index(`${name}.index`, given.index),
    label: index(`${name}.label`, given.label),
    predicted: index(`${name}.predicted`, given.predicted),
    probability: number(`${name}.probability`, given.probability),
    labelProbability: number(`${name}.labelProbability`, given.labelProbability),
    loss: number(`${name}.loss`, given.loss),
  };
}
