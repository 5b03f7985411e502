import { describe, expect, it } from 'vitest';
import { partAround, pixelAt } from '../../../../web/figures/data/pixels.ts';

describe('the part of a digit whose numbers are shown', () => {
  it('is all of it where there is room', () => {
    expect(partAround({ row: 14, column: 14 }, 600, undefined)).toEqual({ row: 0, column: 0, side: 28 });
  });

  it('is smaller on a phone, lies around the chosen pixel and within the digit', () => {
    expect(partAround({ row: 14, column: 14 }, 350, undefined)).toEqual({ row: 6, column: 6, side: 17 });
    expect(partAround({ row: 0, column: 27 }, 350, undefined)).toEqual({ row: 0, column: 11, side: 17 });
  });

  it('stays while the chosen pixel is well within it, and moves no further than it must', () => {
    const before = { row: 6, column: 6, side: 17 };
    expect(partAround({ row: 8, column: 20 }, 350, before)).toEqual(before);
    expect(partAround({ row: 7, column: 21 }, 350, before)).toEqual({ row: 5, column: 7, side: 17 });
  });
});

describe('the chosen pixel', () => {
  it('is the one under the pointer', () => {
    expect(pixelAt(0, 99, { width: 100, height: 100 }, { row: 4, column: 6, side: 10 })).toEqual({ row: 13, column: 6 });
    expect(pixelAt(100, 0, { width: 100, height: 100 }, { row: 4, column: 6, side: 10 })).toBeUndefined();
  });
});
