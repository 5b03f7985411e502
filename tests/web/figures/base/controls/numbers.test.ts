import { describe, expect, it } from 'vitest';
import { logPosition, logValue, roundStep, snapped, written } from '../../../../../web/figures/base/controls/numbers.ts';

describe('written', () => {
  it.each([
    [-0.03458764513820541, '−0.0345876451'],
    [0.2, '0.2'],
    [0, '0'],
    [-1.5e-7, '−1.5e−7'],
    [0.00000352, '3.52e−6'],
    [-25898374700000, '−2.58983747e+13'],
    [39760, '39760'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d as %s', (value, text) => expect(written(value)).toBe(text));
});

describe('round numbers', () => {
  it('roundStep is 1, 2 or 5 times a power of ten', () => expect([0.1, 0.125, 0.07, 3, 0.02, 1000].map(roundStep)).toEqual([0.1, 0.1, 0.05, 2, 0.02, 1000]));
  it('snapped leaves no noise', () => {
    expect(snapped(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(snapped(-0.004, 0.01)).toBe(0);
    expect(Object.is(snapped(-0.004, 0.01), 0)).toBe(true);
    expect(snapped(1234, 50)).toBe(1250);
  });
});

describe('a logarithmic slider', () => {
  it('has its ends at its ends', () => expect([logValue(0, 1e-3, 10), logValue(1, 1e-3, 10)]).toEqual([1e-3, 10]));
  it('has 0.1 in the middle of 0.001 … 10', () => {
    expect(logPosition(0.1, 1e-3, 10)).toBeCloseTo(0.5, 12);
    expect(logValue(0.5, 1e-3, 10)).toBe(0.1);
  });
  it('stays at an end for a value beyond it', () => expect([logPosition(1e-10, 1e-3, 10), logPosition(0, 1e-3, 10), logPosition(50, 1e-3, 10)]).toEqual([0, 0, 1]));
});
