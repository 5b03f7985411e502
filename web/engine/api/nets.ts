import type { Dataset, Examination, ExaminationOptions, Grid, NetFunctions, TwoLayerNet, WeightSweepOptions } from './api.ts';
import { copied, entries, fields, type Given, grid, index, int, number, options, range, reals, size, typed, whole } from './check.ts';
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
    contributions: (net: TwoLayerNet, x: Float32Array) => unwrap(module.contributions(rawOf(net), typed('x', x, 'Float32Array'))),
    parameterParts: (net: TwoLayerNet) => unwrap(module.parameterParts(rawOf(net))),
    weightSweep(net: TwoLayerNet, x: Float32Array, labels: Uint8Array, given: WeightSweepOptions) {
      const checked = options('options', given, { h: number }, { parameter: int, range, count: size });
      return unwrap(module.weightSweep(rawOf(net), typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'), checked));
    },
    examine(net: TwoLayerNet, data: Dataset, given: ExaminationOptions = {}) {
      const { worst = worstKept, begin, end } = options('options', given, { worst: index, begin: index, end: index });
      const part = partOf(data, begin, end);
      return unwrap(module.examine(rawOf(net), part.raw, worst, part.begin, part.end));
    },
    mergeExaminations: (a: Examination, b: Examination, worst = worstKept) => unwrap(module.mergeExaminations(examination('a', a), examination('b', b), index('worst', worst))),
    gradientNorms: (net: TwoLayerNet, gradient: Float32Array) => unwrap(module.gradientNorms(rawOf(net), typed('gradient', gradient, 'Float32Array'))),
    difference: (a: Float32Array | Float64Array, b: Float32Array | Float64Array) => unwrap(module.difference(reals('a', a), reals('b', b))),
    predictOnGrid(net: TwoLayerNet, places: Grid, data?: Dataset) {
      const points = grid('grid', places);
      return unwrap(data === undefined ? module.predictOnGrid(rawOf(net), points) : module.predictOnGridOf(rawOf(net), points, EngineObject.rawOf('data', data, DatasetOfEngine)));
    },
    inputsOfPixels: (pixels: Uint8Array, scale = 255) => unwrap(module.inputsOfPixels(typed('pixels', pixels, 'Uint8Array'), whole('scale', scale, 1, 255))),
    digitFromDrawing: (ink: Uint8Array, width: number, height: number) =>
      unwrap(module.digitFromDrawing(typed('ink', ink, 'Uint8Array'), size('width', width), size('height', height))),
  };
}

/** A net tells no more classes apart, and an examination keeps no more mistakes. */
const most = { classes: 256, mistakes: 1_000_000 };

/** What the engine needs to know of an examination again. */
function examination(name: string, value: unknown): Given {
  const { classes, confusion, worst } = fields(name, value, {
    classes: (key, given) => whole(key, given, 1, most.classes),
    confusion: (key, given) => copied(key, given, 'Uint32Array'),
    worst: (key, given) => entries(key, given, most.mistakes, 'an array of mistakes').map((entry, i) => fields(`${key}[${i}]`, entry, mistake)),
  });
  return { classes, confusion: typed(`${name}.confusion`, confusion, 'Uint32Array', classes * classes), worst };
}

const classNumber = (name: string, value: unknown) => whole(name, value, 0, most.classes - 1);

const mistake = { index, label: classNumber, predicted: classNumber, probability: number, labelProbability: number, loss: number };
