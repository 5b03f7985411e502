import { describe, expect, it } from 'vitest';
import { drawingText, extended, onPad, penByKey, strokeOf } from '../../../../../web/figures/base/controls/strokes.ts';

describe('a drawing', () => {
  it('is the same after a link has held it', () => {
    const text = '10,20,30,40;0,100';
    expect(drawingText(text.split(';').map((stroke) => strokeOf(stroke) ?? []))).toBe(text);
  });

  it('lies on the pad, at whole places', () => {
    expect(onPad(-3, 50.4)).toEqual([0, 50]);
    expect(onPad(99.6, 250)).toEqual([100, 100]);
  });

  it('leaves out points too near to the one before to be seen', () => {
    expect(extended([[10, 10]], [11, 11])).toEqual([[10, 10]]);
    expect(extended([[10, 10]], [12, 10])).toEqual([
      [10, 10],
      [12, 10],
    ]);
  });

  it('is drawn by keys: arrows move the pen, with Shift in larger steps, and never off the pad', () => {
    expect(penByKey([50, 50], 'ArrowDown', false)).toEqual([50, 53]);
    expect(penByKey([50, 50], 'ArrowLeft', true)).toEqual([35, 50]);
    expect(penByKey([50, 99], 'ArrowDown', true)).toEqual([50, 100]);
    expect(penByKey([50, 50], 'Home', false)).toEqual([0, 50]);
    expect(penByKey([50, 50], 'x', false)).toBeUndefined();
  });
});
