import { describe, expect, it } from 'vitest';
import { greyTable } from '../../../web/draw/colour-table.ts';
import { colourPixels, largestMagnitude, tileLayout, tileRect } from '../../../web/draw/image.ts';

const grey = greyTable('#000000', '#ffffff');

describe('colourPixels', () => {
  it('writes opaque colours, value by value, and clamps to the range', () => {
    const rgba = new Uint8ClampedArray(16);
    colourPixels(rgba, 1, 3, [-7, 0.5, 9], grey, [0, 1]);
    expect([...rgba]).toEqual([0, 0, 0, 0, 0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });
  it('picks the weights of one hidden unit out of input × hidden', () => {
    const rgba = new Uint8ClampedArray(8);
    colourPixels(rgba, 0, 2, [0, 1, 0, /* next input */ 0, 0, 0], grey, [0, 1], 1, 3);
    expect([rgba[0], rgba[4]]).toEqual([255, 0]);
  });
  it('writes black where there is no number', () => {
    const rgba = new Uint8ClampedArray(4);
    colourPixels(rgba, 0, 1, [Number.NaN], greyTable('#808080', '#ffffff'), [0, 1]);
    expect([...rgba]).toEqual([0, 0, 0, 255]);
  });
  it('takes the lowest colour for a range without width', () => {
    const rgba = new Uint8ClampedArray(4);
    colourPixels(rgba, 0, 1, [3], grey, [3, 3]);
    expect(rgba[0]).toBe(0);
  });
});

describe('tileLayout', () => {
  it('puts 16 squares into a square as 4 × 4', () => expect(tileLayout(16, { left: 0, top: 0, width: 100, height: 100 }, 4)).toMatchObject({ columns: 4, rows: 4, side: 22 }));
  it('keeps every tile within the rectangle, and none above another', () => {
    const within = { left: 10, top: 20, width: 317, height: 113 };
    const layout = tileLayout(50, within);
    const seen = new Set<string>();
    for (let i = 0; i < 50; i++) {
      const { left, top, width, height } = tileRect(layout, i);
      expect(left).toBeGreaterThanOrEqual(within.left);
      expect(top).toBeGreaterThanOrEqual(within.top);
      expect(left + width).toBeLessThanOrEqual(within.left + within.width);
      expect(top + height).toBeLessThanOrEqual(within.top + within.height);
      seen.add(`${left} ${top}`);
    }
    expect(seen.size).toBe(50);
  });
});

it('largestMagnitude takes no notice of the sign', () => expect(largestMagnitude([1, -4, 3])).toBe(4));
