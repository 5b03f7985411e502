import { expect, test } from 'vitest';
import { bytes, doubles, engine, floats, thrownBy } from './engine.ts';

// Chapter 4.2: what the figures of losses and mini-batches show.

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('cross-entropy of a y below 0 is refused', () => {
  const allowed = 'y[1] is -0.5; allowed is a finite number from 0';
  expect(thrownBy(() => engine.crossEntropyError(doubles(0.5, -0.5), doubles(0, 1))).message).toBe(allowed);
  expect(thrownBy(() => engine.crossEntropyErrorOfLabels(doubles(0.5, -0.5), bytes(1))).message).toBe(allowed);
  expect(thrownBy(() => engine.crossEntropyTerms(doubles(0.5, -0.5), doubles(0, 1))).message).toBe(allowed);
});

test('the terms of each output sum to the losses of 4.2', () => {
  const y = doubles(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0);
  const t = doubles(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  expect(sum(engine.squaredErrorTerms(y, t))).toBeCloseTo(0.0975, 14);
  expect(sum(engine.crossEntropyTerms(y, t))).toBeCloseTo(0.510825457099338, 14);
});

test('−log(y + δ) begins at 16.118', () => {
  const { x, y } = engine.crossEntropyCurve([0, 1], 5);
  expect([...x]).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(y[0]).toBeCloseTo(16.11809565095832, 13);
  expect(y[2]).toBeCloseTo(Math.LN2, 6);
});

test('a bar that is dragged leaves the others their proportions', () => {
  const y = engine.setProbability(doubles(0.2, 0.6, 0.2), 0, 0.6);
  expect(y[1]).toBeCloseTo(0.3, 15);
  expect(y[2]).toBeCloseTo(0.1, 15);
  expect(thrownBy(() => engine.setProbability(doubles(1, 0), 2, 0.5))).toBeInstanceOf(RangeError);
});

test('the losses of mini-batches spread as 1/√n around the loss of all data', () => {
  using data = engine.Dataset.toy('spiral', { size: 400 });
  using net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 8, outputSize: 2, weightInitStd: 1 });
  const losses = engine.sampleLosses(net, data);
  expect(losses).toHaveLength(400);
  const [small, large] = [10, 90].map((batchSize) => engine.miniBatchLosses(losses, { batchSize, batches: 3000, seed: 1 }));
  expect(small!.allMean).toBeCloseTo(engine.evaluate(net, data).loss, 5);
  expect(small!.standardDeviation / large!.standardDeviation).toBeGreaterThan(2.8);
  expect(small!.standardDeviation / large!.standardDeviation).toBeLessThan(3.2);
  expect(large!.standardDeviation).toBeCloseTo(large!.expectedDeviation, 2);
  const { counts, below, above } = engine.histogram(small!.losses, [0, 10], 40);
  expect(sum(counts) + below + above).toBe(3000);
  expect(engine.miniBatchLosses(losses, { batchSize: 10, batches: 3000, seed: 1 }).losses).toEqual(small!.losses);
});

test('a moving average is the mean of the last values', () => {
  expect([...engine.movingAverage(floats(2, 4, 6, 8, 1), 3)]).toEqual([2, 3, 4, 6, 5]);
});

test('pixels become inputs from 0 to 1', () => {
  expect([...engine.inputsOfPixels(bytes(0, 255))]).toEqual([0, 1]);
});
