import type { RunSettings } from '../../engine/protocol/run-types.ts';

/** The chapter's net and its training; a figure's runs have them where its state says nothing else. */
export const chapterSettings: RunSettings = {
  testFraction: 0.2,
  hiddenSize: 50,
  activation: 'sigmoid',
  weightInitStd: 0.01,
  xavier: false,
  batchSize: 100,
  learningRate: 0.1,
  optimizer: 'sgd',
  gradient: 'backprop',
  sampling: 'with-replacement',
  seed: 1,
};
