import type { RunData, RunSettings } from '../../../web/engine/protocol/run-types.ts';

// A small run, quickly made.

export const circle: RunData = { kind: 'toy', name: 'circle', size: 200, noise: 0.1, seed: 1 };

export const settings: RunSettings = {
  testFraction: 0.2,
  hiddenSize: 6,
  activation: 'tanh',
  weightInitStd: 0.3,
  xavier: false,
  batchSize: 10,
  learningRate: 0.1,
  optimizer: 'sgd',
  gradient: 'backprop',
  sampling: 'with-replacement',
  seed: 1,
};
