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

/** A draw of mini-batches. */
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

export function draw(engine: Engine, losses: SampleLosses, { batchSize, seed }: State): Drawn {
  const drawn = engine.miniBatchLosses(losses.each, { batchSize, batches, seed });
  return { ...drawn, batchSize, histogram: engine.histogram(drawn.losses, shownLosses(losses, drawn.allMean), bins) };
}

/** The same for all batch sizes, so that the histogram is seen to become narrower; of batches of 1 it leaves out the tail. */
function shownLosses({ expected }: SampleLosses, allMean: number): [number, number] {
  const [sigma] = expected;
  return [Math.max(0, allMean - 1.6 * sigma), allMean + 1.6 * sigma];
}
