import type { Dataset, Engine, TwoLayerNet } from '../api/api.ts';

const part = 250; // samples at a time

/**
 * Every epoch up to 32, then 16 between each power of two and the next: a curve that falls ever more slowly needs ever fewer points, and
 * the time for them stays a small part of the whole.
 */
export function isMeasured(epoch: number): boolean {
  return epoch % Math.max(1, 2 ** (Math.floor(Math.log2(Math.max(1, epoch))) - 4)) === 0;
}

/** Accuracy on all training and all test examples, part by part, so that it can be interrupted. The net must not change meanwhile. */
export class AccuracyMeasurement {
  #correct = { train: 0, test: 0 };
  #done = { train: 0, test: 0 };

  /** Takes one more part; the accuracy, once all parts are done. */
  next(engine: Engine, net: TwoLayerNet, data: { readonly train: Dataset; readonly test: Dataset }): { train: number; test: number } | undefined {
    const set = this.#done.train < data.train.size ? 'train' : 'test';
    const end = Math.min(this.#done[set] + part, data[set].size);
    this.#correct[set] += engine.evaluate(net, data[set], this.#done[set], end).correct;
    this.#done[set] = end;
    if (this.#done.test < data.test.size) return undefined;
    return { train: this.#correct.train / data.train.size, test: this.#correct.test / data.test.size };
  }
}
