import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../../web/figures/training/decision.ts';

describe('the square in which points are shown', () => {
  it('holds them all, and at least the square from −1 to 1', () => {
    expect(gridOf([0.2, -0.3]).x0[1]).toBeGreaterThan(1);
    const { x0, x1 } = gridOf([0.5, -7], [3, 2]);
    expect(x0[0]).toBeLessThan(-7);
    expect(x1).toEqual(x0);
  });
});
