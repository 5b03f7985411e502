import { describe, expect, it } from 'vitest';
import { labelParts } from '../../../web/draw/axes.ts';
import { formatTick, formatTicks, ticks } from '../../../web/draw/ticks.ts';

describe('ticks', () => {
  it('are round and within the range', () => expect(ticks([-2.1, 2.4], 5)).toEqual([-2, -1, 0, 1, 2]));
  it('are powers of ten on a log scale of many decades', () => expect(ticks([1e-8, 100], 20, 'log')).toEqual([1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100]));
  it('are thinned where there is room for few', () => expect(ticks([1e-8, 100], 4, 'log').length).toBeLessThanOrEqual(4));
  it('stand on a log scale of less than a decade too', () => expect(ticks([2, 9], 5, 'log').length).toBeGreaterThanOrEqual(2));
});

describe('formatTick', () => {
  it.each([
    [0, '0'],
    [-2, '−2'],
    [0.1 + 0.2, '0.3'],
    [12000, '12000'],
    [1e6, '10⁶'],
    [-1e-7, '−10⁻⁷'],
    [2.5e-5, '2.5×10⁻⁵'],
  ])('%d is written %s', (value, text) => expect(formatTick(value)).toBe(text));
});

describe('labelParts', () => {
  it('sets the digit of x0 as an index', () =>
    expect(labelParts('x0')).toEqual([
      { text: 'x', role: 'variable' },
      { text: '0', role: 'index' },
    ]));
  it('sets f in italics and a word upright', () => {
    expect(labelParts('f')).toEqual([{ text: 'f', role: 'variable' }]);
    expect(labelParts('步数')).toEqual([{ text: '步数', role: 'word' }]);
  });
});

describe('formatTicks', () => {
  it('tells neighbours apart that differ in the last digits alone', () => {
    expect(formatTicks([139.69171, 139.69172, 139.69173])).toEqual(['139.69171', '139.69172', '139.69173']);
    expect(formatTicks([-35.6895201, -35.68952])).toEqual(['−35.6895201', '−35.6895200']);
    expect(new Set(formatTicks(ticks([1.7e18, 1.7e18 + 4096], 4))).size).toBe(ticks([1.7e18, 1.7e18 + 4096], 4).length);
  });
  it('is short where that is enough', () => expect(formatTicks([0, 0.5, 1])).toEqual(['0', '0.5', '1']));
});
