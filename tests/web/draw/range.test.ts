import { describe, expect, it } from 'vitest';
import { decadesOf, fromZero, rangeOf, withMargin } from '../../../web/draw/range.ts';

describe('rangeOf', () => {
  it('spans all lists, without what is not finite', () => expect(rangeOf([3, Number.NaN, -1], [Number.POSITIVE_INFINITY, 7])).toEqual([-1, 7]));
  it('is 0 … 1 of nothing', () => expect(rangeOf([], [Number.NaN])).toEqual([0, 1]));
  it('takes more values than a call has arguments', () => expect(rangeOf(Float64Array.from({ length: 200_000 }, (_, i) => i))).toEqual([0, 199_999]));
});

describe('decadesOf', () => {
  it('is whole decades around the values', () => expect(decadesOf([0.03, 2], [0.5])).toEqual([0.01, 10]));
  it('leaves out what has no logarithm', () => expect(decadesOf([0, -5, 0.2, Number.NaN, Number.POSITIVE_INFINITY, 0.9])).toEqual([0.1, 1]));
  it('is one decade for a single power of ten', () => expect(decadesOf([1e-17, 1e-17])).toEqual([1e-17, 1e-16]));
  it('is a decade that can be drawn where there is nothing to draw', () => expect(decadesOf([0, Number.NaN])).toEqual([0.1, 1]));
  it('stays within what a number can be', () => {
    expect(decadesOf([Number.MAX_VALUE]).every(Number.isFinite)).toBe(true);
    expect(decadesOf([Number.MIN_VALUE])[0]).toBeGreaterThan(0);
  });
});

describe('fromZero', () => {
  it('has a little room above', () => expect(fromZero([2, 4])).toEqual([0, 4.2]));
  it('begins below 0 where the values do', () => expect(fromZero([-1, 1])).toEqual([-1, 1.1]));
  it('has a width where all is 0', () => expect(fromZero([0, 0])).toEqual([0, 1.05]));
});

describe('withMargin', () => {
  it('has the share more at both ends', () => expect(withMargin([0, 10], 0.1)).toEqual([-1, 11]));
  it('has at least so much', () => expect(withMargin([5, 5], 0.1, 0.5)).toEqual([4.5, 5.5]));
  it('has a width where nothing has', () => expect(withMargin([3, 3], 0.1)).toEqual([2, 4]));
});
