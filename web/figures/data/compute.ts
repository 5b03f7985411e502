import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { learnt, learntNet, type Parts, partsOf } from '../learning/learnt-net.ts';

/** The digits in the engine, and what is true of all of them. */
export interface DigitSet {
  readonly data: Dataset;
  /** One input a sample: the digit's own number. Split as `data` is, its parts tell which digits they hold. */
  readonly numbers: Dataset;
  readonly labels: Uint8Array;
  /** Of those that the net never sees, the number of the first. */
  readonly firstTest: number;
}

/** `data` is the page's, and stays when the set is deleted. */
export function digitSet(engine: Engine, data: Dataset): DigitSet {
  const all = Uint32Array.from({ length: data.size }, (_, i) => i);
  const classes = data.labels(all);
  const numbers = engine.Dataset.fromPoints(Float32Array.from(all), classes, 1, data.classes);
  const parts = partsOf(numbers);
  const firstTest = parts.test.inputs(Uint32Array.of(0))[0] as number;
  deleteParts(parts);
  return { data, numbers, labels: classes, firstTest };
}

export function deleteDigitSet({ numbers }: DigitSet): void {
  numbers.delete();
}

function deleteParts({ train, test }: Parts): void {
  train.delete();
  test.delete();
}

/** The chapter's net, which has learnt from its part of the digits. */
export function* readerNet(engine: Engine, data: Dataset): Work<TwoLayerNet> {
  const parts = partsOf(data);
  try {
    return yield* learntNet(engine, parts.train, learnt);
  } finally {
    deleteParts(parts);
  }
}

/** Their pixels are 70 MB: to have them all at once holds the page up for seconds on a slow telephone. */
const digitsPerSlice = 250;

/** Of all pixels of all digits, the part that is exactly 0. */
export function* shareOfZeros(data: Dataset): Work<number> {
  let [zeros, pixels] = [0, 0];
  for (let begin = 0; begin < data.size; begin += digitsPerSlice) {
    const some = data.pixels(Uint32Array.from({ length: Math.min(digitsPerSlice, data.size - begin) }, (_, i) => begin + i));
    zeros += countZeros(some);
    pixels += some.length;
    yield begin / data.size;
  }
  return zeros / pixels;
}

export function countZeros(pixels: Uint8Array): number {
  let zeros = 0;
  for (const pixel of pixels) if (pixel === 0) zeros++;
  return zeros;
}

export interface Split {
  /** How many samples of each class. */
  readonly train: Uint32Array;
  readonly test: Uint32Array;
  readonly trainSize: number;
  readonly testSize: number;
  /** For each digit: 1 in the test part, else 0. */
  readonly isTest: Uint8Array;
}

export function splitOf({ numbers }: DigitSet, testFraction: number, seed: number): Split {
  const [train, test] = numbers.split(testFraction, seed);
  const isTest = new Uint8Array(numbers.size);
  for (const number of test.inputs(Uint32Array.from({ length: test.size }, (_, i) => i))) isTest[number] = 1;
  const split = { train: train.classCounts(), test: test.classCounts(), trainSize: train.size, testSize: test.size, isTest };
  train.delete();
  test.delete();
  return split;
}
