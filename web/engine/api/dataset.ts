import type { Dataset, DatasetMakers, Expression, IdxOptions, ToyName, ToyOptions } from './api.ts';
import { copied, entries, flag, index, int, number, options, outOfRange, range, seed, size, typed, whole, word } from './check.ts';
import type { expressionClass } from './expression.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { EngineModule, RawDataset } from './module-types.ts';

export function datasetClass() {
  return class DatasetOfEngine extends EngineObject<RawDataset> implements Dataset {
    static override readonly kind = 'Dataset';

    constructor(raw: RawDataset) {
      super(raw, DatasetOfEngine);
    }

    get size(): number {
      return unwrap(own(this, DatasetOfEngine).size());
    }

    get inputSize(): number {
      return unwrap(own(this, DatasetOfEngine).inputSize());
    }

    get classes(): number {
      return unwrap(own(this, DatasetOfEngine).classes());
    }

    get hasPixels(): boolean {
      return unwrap(own(this, DatasetOfEngine).hasPixels());
    }

    get scale(): number {
      return unwrap(own(this, DatasetOfEngine).scale());
    }

    get classLabels(): Uint8Array {
      return unwrap(own(this, DatasetOfEngine).classLabels());
    }

    get inputScales(): Float64Array {
      return unwrap(own(this, DatasetOfEngine).inputScales());
    }

    values(indices: Uint32Array): Float64Array {
      return unwrap(own(this, DatasetOfEngine).values(typed('indices', indices, 'Uint32Array')));
    }

    inputs(indices: Uint32Array): Float32Array {
      return unwrap(own(this, DatasetOfEngine).inputs(typed('indices', indices, 'Uint32Array')));
    }

    labels(indices: Uint32Array): Uint8Array {
      return unwrap(own(this, DatasetOfEngine).labels(typed('indices', indices, 'Uint32Array')));
    }

    pixels(indices: Uint32Array): Uint8Array {
      return unwrap(own(this, DatasetOfEngine).pixels(typed('indices', indices, 'Uint32Array')));
    }

    classCounts(): Uint32Array {
      return unwrap(own(this, DatasetOfEngine).classCounts());
    }

    subset(indices: Uint32Array): Dataset {
      return new DatasetOfEngine(unwrap(own(this, DatasetOfEngine).subset(typed('indices', indices, 'Uint32Array'))));
    }

    split(testFraction: number, ofShuffle: number): [Dataset, Dataset] {
      const [train, test] = unwrap(own(this, DatasetOfEngine).split(number('testFraction', testFraction), seed('seed', ofShuffle)));
      return [new DatasetOfEngine(train), new DatasetOfEngine(test)];
    }
  };
}

export type DatasetClass = ReturnType<typeof datasetClass>;

const idxOptions = { classes: classList, scale: (name: string, value: unknown) => whole(name, value, 1, 255), transpose: flag };

/** The labels of the classes, in their order. */
function classList(name: string, value: unknown): Uint8Array {
  if (typeof value === 'number') return Uint8Array.from({ length: whole(name, value, 1, 256) }, (_, k) => k);
  if (ArrayBuffer.isView(value)) return copied(name, value, 'Uint8Array');
  const labels = entries(name, value, 256, 'a number, or an array of the labels of the classes');
  if (labels.length === 0) throw outOfRange(`${name}.length`, 0, 'a whole number from 1 to 256');
  return Uint8Array.from(labels.map((label, k) => whole(`${name}[${k}]`, label, 0, 255)));
}

const toyOptions = { size: index, noise: number, seed };

export function datasetMakers(module: EngineModule, DatasetOfEngine: DatasetClass, ExpressionOfEngine: ReturnType<typeof expressionClass>): DatasetMakers {
  return {
    fromIdx(images: Uint8Array, labels: Uint8Array, given: IdxOptions = {}) {
      const checked = options('options', given, idxOptions);
      return new DatasetOfEngine(unwrap(module.datasetFromIdx(typed('images', images, 'Uint8Array'), typed('labels', labels, 'Uint8Array'), checked)));
    },
    fromPoints: (inputs: Float32Array, labels: Uint8Array, inputSize: number, classes = 0) =>
      new DatasetOfEngine(
        unwrap(module.datasetFromPoints(typed('inputs', inputs, 'Float32Array'), typed('labels', labels, 'Uint8Array'), size('inputSize', inputSize), int('classes', classes))),
      ),
    fromValues: (values: Float64Array, labels: Uint8Array, inputSize: number, classes = 0) =>
      new DatasetOfEngine(
        unwrap(module.datasetFromValues(typed('values', values, 'Float64Array'), typed('labels', labels, 'Uint8Array'), size('inputSize', inputSize), int('classes', classes))),
      ),
    toy(name: ToyName, given: ToyOptions = {}) {
      const checked = options('options', given, toyOptions);
      return new DatasetOfEngine(unwrap(module.toyDataset(word('name', name), checked)));
    },
    toyAbove(f: Expression, square: [number, number], given: ToyOptions = {}) {
      const within = range('range', square);
      const checked = options('options', given, toyOptions);
      return new DatasetOfEngine(unwrap(module.toyDatasetAbove(EngineObject.rawOf('f', f, ExpressionOfEngine), within, checked)));
    },
  };
}
