import { describe, expect, it } from 'vitest';
import { labelParts } from '../../../web/draw/axes.ts';
import { formatTick, formatTicks, ticks, wholeTick } from '../../../web/draw/ticks.ts';

describe('ticks', () => {
  it('are round and within the range', () => expect(ticks([-2.1, 2.4], 5)).toEqual([-2, -1, 0, 1, 2]));
  it('are powers of ten on a log scale of many decades', () => expect(ticks([1e-8, 100], 20, 'log')).toEqual([1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100]));
  it('are thinned where there is room for few', () => expect(ticks([1e-8, 100], 4, 'log').length).toBeLessThanOrEqual(4));
  it('are 1, 2 and 5 times powers of ten where there is room', () => expect(ticks([0.1, 10], 6, 'log')).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]));
  it('are as many as asked for, or a little more, on any log scale', () => {
    for (const range of [
      [2, 50],
      [1e-300, 1e300],
      [1e-323, Number.MAX_VALUE],
      [0.11, 0.19],
      [7, 13],
    ] as const) {
      for (const count of [2, 5, 9]) {
        const found = ticks(range, count, 'log');
        expect(found.length, `${range}: ${found}`).toBeGreaterThanOrEqual(1);
        expect(found.length, `${range}: ${found}`).toBeLessThanOrEqual(2 * count);
        expect(found.every((tick) => tick >= range[0] && tick <= range[1])).toBe(true);
      }
    }
  });
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

it('a number that is not whole has no name on an axis of whole ones', () => expect([2, 2.5, 1e6].map(wholeTick)).toEqual(['2', '', '10⁶']));

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
