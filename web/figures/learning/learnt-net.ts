import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { chapterSettings } from './chapter-settings.ts';

export interface Learnt {
  readonly iterations: number;
  /** Of the initial weights and of the mini-batches. */
  readonly seed: number;
}

/** A net that reads about nine of ten test digits. */
export const learnt: Learnt = { iterations: 2000, seed: 1 };

/** The digits that the net learns from, and those that it never sees. */
export interface Parts {
  readonly train: Dataset;
  readonly test: Dataset;
}

/** As the runs of the chapter's figures divide them. */
export function partsOf(digits: Dataset): Parts {
  const [train, test] = digits.split(chapterSettings.testFraction, chapterSettings.seed);
  return { train, test };
}

/** An iteration takes about a quarter of a millisecond, on a slow telephone some ten times as long: the page must not wait for more than a few. */
const iterationsPerSlice = 2;

/** The chapter's net before it has learnt. */
export function chapterNet(engine: Engine, { inputSize, classes }: Dataset, seed: number): TwoLayerNet {
  const { hiddenSize, weightInitStd } = chapterSettings;
  return new engine.TwoLayerNet({ inputSize, hiddenSize, outputSize: classes, weightInitStd, seed });
}

/** The chapter's net after `iterations` iterations of its training. The caller deletes it. */
export function* learntNet(engine: Engine, data: Dataset, { iterations, seed }: Learnt): Work<TwoLayerNet> {
  const net = chapterNet(engine, data, seed);
  const { batchSize, learningRate } = chapterSettings;
  const trainer = new engine.Trainer(net, data, { batchSize, learningRate, seed });
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
