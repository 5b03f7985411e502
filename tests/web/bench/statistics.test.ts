import { describe, expect, it } from 'vitest';
import { logLogSlope, median, medianRatio } from '../../bench/statistics.mjs';

describe('median', () => {
  it('is the middle one of an odd number of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
  it('is the mean of the two in the middle of an even number', () => {
    expect(median([10, 2, 4, 1])).toBe(3);
  });
  it('sorts by value, not as text', () => {
    expect(median([100, 20, 3])).toBe(20);
  });
  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('the median of ratios', () => {
  it('takes each pair from one round, so that a slow round does not count', () => {
    expect(medianRatio([3, 30, 3.3], [1, 10, 1.1])).toBeCloseTo(3, 12);
  });
});

describe('the slope on log–log axes', () => {
  it('is the exponent of a power, whatever its factor', () => {
    const points = [1, 10, 100, 1000].map((x): [number, number] => [x, 7 * x ** 1.5]);
    expect(logLogSlope(points)).toBeCloseTo(1.5, 12);
  });
  it('is 0 where nothing grows', () => {
    expect(
      logLogSlope([
        [1, 4],
        [10, 4],
        [100, 4],
      ]),
    ).toBeCloseTo(0, 12);
  });
  it('fits the best line through points that lie on none', () => {
    // x = e⁰, e¹, e²; y = e⁰, e², e¹: the least-squares slope of (0,0), (1,2), (2,1) is 1/2.
    expect(
      logLogSlope([
        [1, 1],
        [Math.E, Math.E ** 2],
        [Math.E ** 2, Math.E],
      ]),
    ).toBeCloseTo(0.5, 12);
  });
});
