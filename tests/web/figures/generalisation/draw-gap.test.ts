import { describe, expect, it } from 'vitest';
import type { DrawTheme } from '../../../../web/draw/theme.ts';
import type { View } from '../../../../web/draw/view.ts';
import { apart, besideGap } from '../../../../web/figures/generalisation/draw-gap.ts';

describe('names beside curves that end near one another', () => {
  it('move up only as far as they must', () => {
    expect(apart([10, 12, 13, 40], 5)).toEqual([3, 8, 13, 40]);
  });
});

describe('the number beside the gap', () => {
  const view: View = { x: [0, 1], y: [0, 1], plot: { left: 40, top: 20, width: 300, height: 180 } };
  const at = (upper: number, lower: number) => besideGap(view, { fontSize: 15 } as DrawTheme, upper, lower);

  it('stands between the curves where there is room', () => expect(at(40, 100)).toBe(70));
  it('stands below them where they are close', () => expect(at(40, 45)).toBeGreaterThan(55));
  it('stands above them where the axis is near, as before a net has learnt', () => {
    const middle = at(178, 183);
    expect(middle).toBeLessThan(178 - 10);
    expect(middle + 10).toBeLessThan(200);
  });
});
