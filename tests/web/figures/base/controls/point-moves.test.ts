import { describe, expect, it } from 'vitest';
import { alongAxis, keyStep, movedByKey, placed } from '../../../../../web/figures/base/controls/point-moves.ts';

describe('moving a point by keys', () => {
  const bounds = { x: [-5, 5], y: [-4, 4] } as const;
  it('an arrow moves it by a step, ten with Shift', () => {
    expect(keyStep(bounds)).toBe(0.1);
    expect(movedByKey([-3, 4], 'ArrowRight', false, bounds)).toEqual([-2.9, 4]);
    expect(movedByKey([-3, 3], 'ArrowDown', true, bounds)).toEqual([-3, 2]);
  });
  it('Home, End and the page keys go to the edges', () => {
    expect(movedByKey([1, 1], 'Home', false, bounds)).toEqual([-5, 1]);
    expect(movedByKey([1, 1], 'End', false, bounds)).toEqual([5, 1]);
    expect(movedByKey([1, 1], 'PageUp', false, bounds)).toEqual([1, 4]);
    expect(movedByKey([1, 1], 'PageDown', false, bounds)).toEqual([1, -4]);
  });
  it('it never leaves the bounds', () => {
    expect(movedByKey([4.95, 0], 'ArrowRight', true, bounds)).toEqual([5, 0]);
    const [x, y] = placed([99, -99], { x: [-1.2345, 1.2345], y: [-1, 1] });
    expect(x).toBeLessThanOrEqual(1.2345);
    expect(x).toBeGreaterThan(1.2);
    expect(y).toBe(-1);
  });
  it('other keys do nothing', () => expect(movedByKey([0, 0], 'a', false, bounds)).toBeUndefined());
});

describe('a point that moves along one axis', () => {
  const bounds = { x: [0, 10], y: [0, 1] } as const;
  it('obeys every key of a slider', () => {
    expect(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map((key) => movedByKey([5, 0.3], key, false, bounds, 'x'))).toEqual([
      [5.1, 0.3],
      [5.1, 0.3],
      [4.9, 0.3],
      [4.9, 0.3],
    ]);
    expect(movedByKey([5, 0.3], 'End', false, bounds, 'y')).toEqual([5, 1]);
  });
  it('keeps the other coordinate to the last bit', () => {
    expect(movedByKey([5, 0.1234567891], 'PageUp', false, bounds, 'x')).toEqual([6, 0.1234567891]);
    expect(alongAxis([0.1234567891, 0], [7, 0.5], 'y')).toEqual([0.1234567891, 0.5]);
  });
});

it('a coarse pointer places on whole key steps, and fine keys go a fifth of one', () => {
  const bounds = { x: [-5, 5], y: [-5, 5] } as const;
  expect(placed([0.04, 3.96], bounds, 'both', 'coarse')).toEqual([0, 4]);
  expect(placed([0.04, 3.96], bounds)).toEqual([0.04, 3.96]);
  expect(movedByKey([0, 4], 'ArrowRight', false, bounds, 'both', 'fine')).toEqual([0.02, 4]);
  expect(movedByKey([0, 4], 'ArrowRight', true, bounds, 'both', 'fine')).toEqual([0.2, 4]);
});
