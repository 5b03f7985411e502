import { describe, expect, it } from 'vitest';
import { changedPixels, lineBetween, paintAttributes, paintedWith, paintOn } from '../../../../web/figures/data/painting.ts';

const none = { ink: [], paper: [] };

describe('paint on a digit', () => {
  it('is the last that a pixel was painted with', () => {
    const inked = paintedWith(none, [3, 4], 'ink');
    expect(inked).toEqual({ ink: [3, 4], paper: [] });
    expect(paintedWith(inked, [4], 'paper')).toEqual({ ink: [3], paper: [4] });
    expect(paintedWith(inked, [3, 9], 'restore')).toEqual({ ink: [4], paper: [] });
    expect(paintedWith(inked, [3], 'ink')).toEqual({ ink: [4, 3], paper: [] });
  });

  it('changes only the pixels that were something else', () => {
    const original = Uint8Array.of(255, 0, 7, 0);
    const pixels = paintOn(original, { ink: [0, 1], paper: [2, 3] });
    expect([...pixels]).toEqual([255, 255, 0, 0]);
    expect(changedPixels(original, pixels)).toEqual([1, 2]);
    expect([...original]).toEqual([255, 0, 7, 0]);
  });

  it('is written as attributes, which are not set where there is none', () => {
    expect(paintAttributes({ ink: [3, 4], paper: [] })).toEqual({ ink: '3,4', paper: null });
  });

  it('leaves no gap where the hand is fast', () => {
    expect(lineBetween({ row: 0, column: 0 }, { row: 0, column: 3 })).toEqual([0, 1, 2, 3]);
    expect(lineBetween({ row: 2, column: 2 }, { row: 0, column: 1 })).toEqual([58, 30, 1]);
    expect(lineBetween({ row: 1, column: 1 }, { row: 1, column: 1 })).toEqual([29]);
  });
});
