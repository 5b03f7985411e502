import type { Dataset, DatasetMakers, Expression, ToyName, ToyOptions } from './api.ts';
import { index, int, number, options, range, seed, typed, word } from './check.ts';
import type { expressionClass } from './expression.ts';
import { EngineObject, unwrap } from './handle.ts';
import type { EngineModule, RawDataset } from './module-types.ts';

export function datasetClass() {
  return class DatasetOfEngine extends EngineObject<RawDataset> implements Dataset {
    static override readonly kind = 'Dataset';

    constructor(raw: RawDataset) {
      super(raw, DatasetOfEngine);
    }

    get size(): number {
      return unwrap(this.raw.size());
    }

    get inputSize(): number {
      return unwrap(this.raw.inputSize());
    }

    get classes(): number {
      return unwrap(this.raw.classes());
    }

    get hasPixels(): boolean {
      return unwrap(this.raw.hasPixels());
    }

    inputs(indices: Uint32Array): Float32Array {
      return unwrap(this.raw.inputs(typed('indices', indices, 'Uint32Array')));
    }

    labels(indices: Uint32Array): Uint8Array {
      return unwrap(this.raw.labels(typed('indices', indices, 'Uint32Array')));
    }

    pixels(indices: Uint32Array): Uint8Array {
      return unwrap(this.raw.pixels(typed('indices', indices, 'Uint32Array')));
    }

    classCounts(): Uint32Array {
      return unwrap(this.raw.classCounts());
    }

    subset(indices: Uint32Array): Dataset {
      return new DatasetOfEngine(unwrap(this.raw.subset(typed('indices', indices, 'Uint32Array'))));
    }

    split(testFraction: number, ofShuffle: number): [Dataset, Dataset] {
      const [train, test] = unwrap(this.raw.split(number('testFraction', testFraction), seed('seed', ofShuffle)));
      return [new DatasetOfEngine(train), new DatasetOfEngine(test)];
    }
  };
}

export type DatasetClass = ReturnType<typeof datasetClass>;

const toyOptions = { size: index, noise: number, seed };

export function datasetMakers(module: EngineModule, DatasetOfEngine: DatasetClass, ExpressionOfEngine: ReturnType<typeof expressionClass>): DatasetMakers {
  return {
    fromIdx: (images: Uint8Array, labels: Uint8Array) =>
      new DatasetOfEngine(unwrap(module.datasetFromIdx(typed('images', images, 'Uint8Array'), typed('labels', labels, 'Uint8Array')))),
    fromPoints: (inputs: Float32Array, labels: Uint8Array, inputSize: number, classes = 0) =>
      new DatasetOfEngine(
        unwrap(module.datasetFromPoints(typed('inputs', inputs, 'Float32Array'), typed('labels', labels, 'Uint8Array'), int('inputSize', inputSize), int('classes', classes))),
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
