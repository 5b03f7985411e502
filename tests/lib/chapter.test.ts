import { expect, test } from 'vitest';
import { bowl, bytes, doubles, engine } from './engine.ts';

const t = doubles(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
const right = doubles(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0);
const wrong = doubles(0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0);

test('the chapter’s losses', () => {
  expect(engine.meanSquaredError(right, t)).toBeCloseTo(0.0975, 14);
  expect(engine.meanSquaredError(wrong, t)).toBeCloseTo(0.5975, 14);
  expect(engine.crossEntropyError(right, t)).toBeCloseTo(0.510825457099338, 14);
  expect(engine.crossEntropyError(wrong, t)).toBeCloseTo(2.3025840929945454, 14);
  expect(engine.crossEntropyError(doubles(0), doubles(1))).toBeCloseTo(16.11809565095832, 13);
});

test('the loss of a batch is the mean, with one-hot rows and with labels', () => {
  const y = doubles(...right, ...wrong);
  const mean = (0.510825457099338 + 2.3025840929945454) / 2;
  expect(engine.crossEntropyError(y, doubles(...t, ...t), 2)).toBeCloseTo(mean, 14);
  expect(engine.crossEntropyErrorOfLabels(y, bytes(2, 2))).toBeCloseTo(mean, 14);
});

test('softmax sums to 1 in each row and does not overflow', () => {
  const y = engine.softmax(doubles(1000, 1000, -1000, 3, 1, 2), 2);
  expect([...y.subarray(0, 3)]).toEqual([0.5, 0.5, 0]);
  expect(y[3]! + y[4]! + y[5]!).toBeCloseTo(1, 15);
});

test('activation functions', () => {
  expect([...engine.activate('relu', doubles(-1, 2))]).toEqual([0, 2]);
  expect([...engine.activate('sigmoid', doubles(0))]).toEqual([0.5]);
  expect(engine.activate('tanh', doubles(1))[0]).toBeCloseTo(Math.tanh(1), 15);
});

test('the numerical derivative of 0.01x² + 0.1x', () => {
  const f = engine.expression('0.01*x^2 + 0.1*x', ['x']);
  expect(engine.numericalDerivative(f, 5)).toBe(0.1999999999990898);
  expect(engine.numericalDerivative(f, 10)).toBe(0.2999999999986347);
  expect(engine.numericalDerivative(engine.expression('0.01*x*x + 0.1*x', ['x']), 10)).toBe(0.2999999999997449);
  expect(engine.numericalDerivative(f, 5, 1e-4, 'forward')).toBeGreaterThan(0.2);
});

test('the gradient of x0² + x1²', () => {
  for (const [x0, x1] of [
    [3, 4],
    [0, 2],
    [3, 0],
  ] as const) {
    const [d0, d1] = engine.numericalGradient(bowl, doubles(x0, x1));
    expect(d0).toBeCloseTo(2 * x0, 9);
    expect(d1).toBeCloseTo(2 * x1, 9);
    expect([...bowl.gradient(doubles(x0, x1))]).toEqual([2 * x0, 2 * x1]);
  }
});

test('a gradient field has one gradient for each point of the grid', () => {
  const field = engine.gradientField(bowl, { x0: [-1, 1], x1: [0, 2], columns: 3, rows: 2 }, 'exact');
  expect([...field.d0]).toEqual([-2, 0, 2, -2, 0, 2]);
  expect([...field.d1]).toEqual([0, 0, 0, 4, 4, 4]);
  expect([...field.value]).toEqual([1, 0, 1, 5, 4, 5]);
});

test('descent keeps the start and every step, and leaves the start as it was', () => {
  const start = doubles(-3, 4);
  const { path, diverged } = engine.gradientDescent(bowl, start, { learningRate: 0.1, steps: 20 });
  expect(path).toHaveLength(42);
  expect([...path.subarray(0, 2)]).toEqual([-3, 4]);
  expect(path[40]).toBeCloseTo(-0.0345876451, 9);
  expect(path[41]).toBeCloseTo(0.0461168602, 9);
  expect(diverged).toBe(false);
  expect([...start]).toEqual([-3, 4]);
});

test('a rate that is too large is told', () => {
  expect(engine.gradientDescent(bowl, doubles(-3, 4), { learningRate: 10, steps: 100 }).runawayStep).toBe(1);
  expect(engine.gradientDescent(bowl, doubles(-3, 4), { learningRate: 1e-10, steps: 100 }).runawayStep).toBeUndefined();
});

test('the 2×3 net of 4.4.2', () => {
  const W = doubles(0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093);
  const x = doubles(0.6, 0.9);
  const { scores, loss, gradient, numericalGradient } = engine.simpleNet.evaluate(W, x, 2);
  expect(scores[0]).toBeCloseTo(1.054148091, 9);
  expect(loss).toBeCloseTo(0.9280682857864075, 12);
  for (const [i, expected] of [0.2192476, 0.1435625, -0.3628101, 0.3288714, 0.2153437, -0.5442151].entries()) {
    expect(gradient[i]).toBeCloseTo(expected, 6);
    expect(numericalGradient[i]).toBeCloseTo(gradient[i]!, 8);
  }
  expect(engine.simpleNet.evaluate(W, x, 0).loss).toBeCloseTo(1.0067275750851048, 12);
  const { before, after, change } = engine.simpleNet.nudge(W, x, 2, 0, 0.01);
  expect(before).toBeCloseTo(loss, 14);
  expect(after - before).toBe(change);
  expect([...engine.simpleNet.random(3)]).toEqual([...engine.simpleNet.random(3)]);
});

test('784-50-10 has 39,760 parameters', () => {
  using net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 50, outputSize: 10 });
  expect(net.parameterCount).toBe(39_760);
});
