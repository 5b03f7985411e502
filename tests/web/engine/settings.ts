import type { RunData, RunFacts, RunSettings } from '../../../web/engine/protocol/run-types.ts';

// A small run, quickly made.

export const circle: RunData = { kind: 'toy', name: 'circle', size: 200, noise: 0.1, seed: 1 };

/** What a worker tells of such a run. */
export const circleFacts: RunFacts = {
  trainSize: 80,
  testSize: 20,
  inputSize: 2,
  hiddenSize: 4,
  classes: 2,
  classNames: ['0', '1'],
  parameterCount: 22,
  iterationsPerEpoch: 8,
  loss: 2.3,
  iteration: 0,
};

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
