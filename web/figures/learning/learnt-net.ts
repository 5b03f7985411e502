import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import type { Work } from '../base/work/sliced-work.ts';

export interface Learnt {
  readonly iterations: number;
  /** Of the first weights and of the mini-batches. */
  readonly seed: number;
}

/** An iteration takes about a quarter of a millisecond, on a slow telephone some ten times as long. */
const iterationsPerSlice = 10;

/** With 50 hidden units, before it has learnt. */
export function chapterNet(engine: Engine, { inputSize, classes }: Dataset, seed: number): TwoLayerNet {
  return new engine.TwoLayerNet({ inputSize, hiddenSize: 50, outputSize: classes, weightInitStd: 0.01, seed });
}

/** The chapter's net after so many iterations at rate 0.1 with mini-batches of 100. Whoever gets it deletes it. */
export function* learntNet(engine: Engine, data: Dataset, { iterations, seed }: Learnt): Work<TwoLayerNet> {
  const net = chapterNet(engine, data, seed);
  const trainer = new engine.Trainer(net, data, { batchSize: 100, learningRate: 0.1, seed });
  let handedOver = false;
  try {
    for (let done = 0; done < iterations; done += iterationsPerSlice) {
      trainer.run(Math.min(iterationsPerSlice, iterations - done));
      yield done / iterations;
    }
    handedOver = true;
    return net;
  } finally {
    trainer.delete();
    if (!handedOver) net.delete();
  }
}
