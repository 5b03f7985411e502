import { expect, test } from 'vitest';
import { bowl, doubles, engine } from './engine.ts';

// Chapter 4.3 and 4.4: what the figures of derivatives and gradients show.

test('the slices of x0² + x1² through (3, 4) have the slopes 6 and 8', () => {
  const slices = [0, 1].map((axis) => engine.slice(bowl, doubles(3, 4), axis, [-5, 5], 11));
  expect(slices.map(({ slope }) => slope)).toEqual([6, 8]);
  expect(slices[0]!.valueAt).toBe(25);
  expect(slices[0]!.value[0]).toBe(25 + 16);
  expect(slices[0]!.tangent[8]).toBeCloseTo(25, 12);
});

test('a secant goes through its two points', () => {
  const f = engine.expression('0.01*x^2 + 0.1*x', ['x']);
  const { x, value, slope, exact, line } = engine.secant(f, 5, 4, 'forward', [0, 20]);
  expect(x).toEqual([5, 9]);
  expect(slope).toBeCloseTo((value[1] - value[0]) / 4, 14);
  expect(exact).toBeCloseTo(0.2, 14);
  expect(line[1] - line[0]).toBeCloseTo(20 * slope, 13);
});

test('the error over h is a V with its best h near 1e-5 in float64 and near 1e-2 in float32', () => {
  const f = engine.expression('exp(x)', ['x']);
  const errors = engine.derivativeErrors(f, 1);
  expect(errors.h).toHaveLength(121);
  expect(errors.exact).toBeCloseTo(Math.E, 14);
  expect(errors.best64.h).toBeGreaterThan(1e-7);
  expect(errors.best64.h).toBeLessThan(1e-4);
  expect(errors.best32.h).toBeGreaterThan(1e-4);
  expect(errors.best32.h).toBeLessThan(1e-1);
  // One decade of h to the right of the best is two decades of error for the central difference, one for the forward one.
  const ratio = (scheme: 'central' | 'forward') => {
    const { float64 } = engine.derivativeErrors(f, 1, { scheme, largest: 1e-2, smallest: 1e-3, count: 2 });
    return Math.log10(float64[0]! / float64[1]!);
  };
  expect(ratio('central')).toBeCloseTo(2, 1);
  expect(ratio('forward')).toBeCloseTo(1, 1);
});

test('a drop on the field of x0² + x1² runs straight to the minimum', () => {
  const line = engine.flowLine(bowl, doubles(-3, 4), { step: 0.1, points: 1000 });
  expect(line[2]! / line[3]!).toBeCloseTo(-3 / 4, 9);
  expect(Math.hypot(line.at(-2)!, line.at(-1)!)).toBeLessThan(0.1);
});

test('the basins of Himmelblau’s function are where gradient descent ends, point by point, and slices of its rows are the whole', () => {
  const field = engine.scalarFields.find(({ name }) => name === 'himmelblau')!;
  const f = engine.expression(field.source, ['x0', 'x1']);
  const minima = Float64Array.from(field.minima.flat());
  const grid = { x0: [-5, 5] as [number, number], x1: [-5, 5] as [number, number], columns: 32, rows: 24 };
  const whole = engine.basins(f, grid, minima);
  const endsAt = (x0: number, x1: number) => {
    const { path } = engine.gradientDescent(f, doubles(x0, x1), { learningRate: 0.01, steps: 40, method: 'exact' });
    const distances = field.minima.map(([m0, m1]) => Math.hypot(path.at(-2)! - m0, path.at(-1)! - m1));
    return distances.indexOf(Math.min(...distances));
  };
  const pointByPoint = Uint8Array.from({ length: 32 * 24 }, (_, i) => endsAt(-5 + (10 * (i % 32)) / 31, -5 + (10 * Math.floor(i / 32)) / 23));
  expect(whole).toEqual(pointByPoint);
  const slices = [0, 7, 14, 21].flatMap((begin) => [...engine.basins(f, grid, minima, { begin, end: Math.min(24, begin + 7) })]);
  expect(Uint8Array.from(slices)).toEqual(whole);
});
