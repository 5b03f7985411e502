import { expect, test } from 'vitest';
import { bowl, bytes, doubles, engine } from './engine.ts';

// The wrong numbers are those that NumPy gives for the post's listings.

test('errata that Python stops at are told from those that run', () => {
  const { list } = engine.errata;
  expect(list).toHaveLength(13);
  expect(list.filter(({ runs }) => !runs).map(({ id }) => id)).toEqual(['log-divided', 'network-called']);
});

test('of the post’s 324 arrows two are not 0', () => {
  const { right, wrong, wrongArrows } = engine.errata.quiver(bowl, { x0: [-2, 2.25], x1: [-2, 2.25], columns: 18, rows: 18 });
  expect(wrongArrows).toBe(2);
  expect(wrong.d0[1]).toBeCloseTo(-3.5, 9);
  expect(right.d0[2]).toBeCloseTo(-3, 9);
});

test('an integer array makes the gradient of x0² + x1² at (3, 4) 25,000 and 35,000', () => {
  const { right, wrong } = engine.errata.integerGradient(bowl, Int32Array.of(3, 4));
  expect(right[0]).toBeCloseTo(6, 8);
  expect(wrong[0]).toBeCloseTo(25_000, 4);
  expect(wrong[1]).toBeCloseTo(35_000, 4);
});

test('three mistakes of the gradient method', () => {
  const options = { learningRate: 0.1, steps: 20 };
  const start = doubles(-3, 4);
  const { path } = engine.gradientDescent(bowl, start, options);
  const end = [...path.subarray(40)];
  const crossed = engine.errata.crossedUpdate(bowl, start, options);
  expect(crossed.right).toEqual(path);
  expect(crossed.wrong[3]).toBeCloseTo(-3.8, 9);
  const overwritten = engine.errata.overwrittenStart(bowl, start, options);
  expect([...overwritten.startAfterRight]).toEqual([-3, 4]);
  expect([...overwritten.startAfterWrong]).toEqual(end);
  expect([...overwritten.wrong.subarray(0, 2)]).toEqual(end);
  const missing = engine.errata.missingLastPoint(bowl, start, options);
  expect([missing.right.length, missing.wrong.length]).toEqual([42, 40]);
});

test('a softmax over the batch sums to 1 over all rows together', () => {
  const { rightSums, wrongSums } = engine.errata.softmaxOfBatch(doubles(0.3, 2.9, 4, 1, 0, 0), 3);
  expect(wrongSums[0]! + wrongSums[1]! + wrongSums[2]!).toBeCloseTo(1, 14);
  for (const sum of rightSums) expect(sum).toBeCloseTo(1, 14);
});

test('labels as a column pick N² numbers', () => {
  const { right, row, column, picks } = engine.errata.labelShape(doubles(0.1, 0.9, 0.6, 0.4, 0.5, 0.5), bytes(1, 0, 1));
  expect(right).toBeCloseTo(0.43644428073534164, 14);
  expect(row).toBeCloseTo(right, 14);
  expect(column).toBeCloseTo(2.312050754871865, 14);
  expect(picks).toBe(9);
});

test('W2 cannot take the gradient of W1', () => {
  using net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 50, outputSize: 10 });
  const { right, wrong, message } = engine.errata.gradientOfWrongMatrix(net, new Float32Array(784), bytes(3));
  expect([right, wrong]).toEqual([
    [50, 10],
    [784, 50],
  ]);
  expect(message).toContain('(784, 50)');
});

test('three mistakes of training', () => {
  using data = engine.Dataset.toy('gauss', { size: 200 });
  const options = { iterations: 30, hiddenSize: 6, batchSize: 20, learningRate: 0.1 };
  const runs = (['summed-loss', 'unit-weights', 'loss-inside-loop'] as const).map((mistake) => {
    using training = engine.errata.training(mistake, data, options);
    expect([training.run(12), training.run(100)]).toEqual([0.4, 1]);
    return training.runs();
  });
  expect(runs.map(({ right }) => right.length)).toEqual([30, 30, 30]);
  expect(runs.map(({ wrong }) => wrong.length)).toEqual([30, 30, 120]);
  expect(runs[0]!.right).toEqual(runs[1]!.right);
  expect(runs[2]!.wrong[3]).toBeCloseTo(runs[2]!.right[0]!, 5);
  expect(runs[0]!.wrong).not.toEqual(runs[0]!.right);
});
