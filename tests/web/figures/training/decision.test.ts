import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../../web/figures/training/decision.ts';

describe('the square in which points are shown', () => {
  it('holds them all, and at least the square from −1 to 1', () => {
    expect(gridOf([0.2, -0.3]).x0[1]).toBeGreaterThan(1);
    const { x0, x1 } = gridOf([0.5, -7], [3, 2]);
    expect(x0[0]).toBeLessThan(-7);
    expect(x1).toEqual(x0);
  });

  it('is the part of the plane in which they lie, where they would be a spot in it', () => {
    const { x0, x1 } = gridOf([35.68952, 139.69171, 35.68823, 139.69255]);
    expect(x0[0]).toBeGreaterThan(35.688);
    expect(x0[1]).toBeLessThan(35.69);
    expect(x1[0]).toBeGreaterThan(139.691);
    expect(x1[1]).toBeLessThan(139.693);
    expect(gridOf([0.001, 0.002, 0.003, 0.001]).x0[1]).toBeLessThan(0.01);
  });

  it('has a width also for points in one place, and for none', () => {
    expect(gridOf([5, 5, 5, 5]).x0).toEqual([4.5, 5.5]);
    expect(gridOf([]).x1[1]).toBeGreaterThan(1);
  });
});
