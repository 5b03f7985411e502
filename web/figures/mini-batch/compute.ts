import type { Dataset, Engine, Histogram, MiniBatchLosses } from '../../engine/api/api.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { learntNet } from '../learning/learnt-net.ts';
import { batches, batchRule, type State } from './state.ts';

/** The loss of each digit by itself, from which that of every mini-batch follows. */
export interface SampleLosses {
  /** The net that they are of. */
  readonly iterations: number;
  readonly each: Float32Array;
  /** σ/√n at the smallest and at the largest batch size; the first is σ, since n is 1. */
  readonly expected: readonly [number, number];
}

/** One mini-batch. */
export interface One {
  readonly batchSize: number;
  /** Of each digit 784 bytes. */
  readonly pixels: Uint8Array;
  readonly loss: number;
}

/** A draw of a thousand mini-batches. */
export interface Drawn extends MiniBatchLosses {
  readonly batchSize: number;
  readonly histogram: Histogram;
}

const netSeed = 1;
const bins = 100;
const samplesPerSlice = 500;

export function* sampleLossesOf(engine: Engine, data: Dataset, iterations: number): Work<SampleLosses> {
  const net = yield* learntNet(engine, data, { iterations, seed: netSeed });
  try {
    const each = new Float32Array(data.size);
    for (let begin = 0; begin < data.size; begin += samplesPerSlice) {
      each.set(engine.sampleLosses(net, data, begin, Math.min(data.size, begin + samplesPerSlice)), begin);
      yield 1;
    }
    const expectedAt = (batchSize: number) => engine.miniBatchLosses(each, { batchSize, batches: 1, seed: 0 }).expectedDeviation;
    return { iterations, each, expected: [expectedAt(batchRule.lowest), expectedAt(batchRule.highest)] };
  } finally {
    net.delete();
  }
}

/** The mini-batch with which a training would begin. */
export function drawOne(engine: Engine, data: Dataset, losses: SampleLosses, { batchSize, seed }: State): One {
  const indices = firstBatch(engine, data, batchSize, seed);
  const each = Float32Array.from(indices, (index) => losses.each[index] ?? Number.NaN);
  return { batchSize, pixels: data.pixels(indices), loss: engine.miniBatchLosses(each, { batchSize: 1, batches: 1, seed: 0 }).allMean };
}

/** What is drawn hangs on the seed alone. The trainer asks for a net, too: one of a single hidden unit is made in no time, at every step of a drag. */
function firstBatch(engine: Engine, data: Dataset, batchSize: number, seed: number): Uint32Array {
  const net = new engine.TwoLayerNet({ inputSize: data.inputSize, hiddenSize: 1, outputSize: data.classes });
  try {
    const trainer = new engine.Trainer(net, data, { batchSize, seed });
    try {
      return trainer.drawMiniBatch();
    } finally {
      trainer.delete();
    }
  } finally {
    net.delete();
  }
}

export function draw(engine: Engine, losses: SampleLosses, { batchSize, seed }: State): Drawn {
  const drawn = engine.miniBatchLosses(losses.each, { batchSize, batches, seed });
  return { ...drawn, batchSize, histogram: histogramOf(engine, losses, drawn.allMean, drawn.losses) };
}

/** Of losses of mini-batches, in the same bins for all batch sizes, so that it is seen to become narrower; of small batches it leaves out the tails. */
export function histogramOf(engine: Engine, { expected }: SampleLosses, allMean: number, losses: Float64Array): Histogram {
  const [sigma] = expected;
  return engine.histogram(losses, [Math.max(0, allMean - sigma), allMean + sigma], bins);
}
