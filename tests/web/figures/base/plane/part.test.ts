import { describe, expect, it } from 'vitest';
import { middle, moved, type Part, zoomed } from '../../../../../web/figures/base/plane/part.ts';

const part: Part = { x0: [-2, 2], x1: [-1, 3] };

describe('the part of the plane that is shown', () => {
  it('is halved about its middle', () => expect(zoomed(part, middle(part), 2)).toEqual({ x0: [-1, 1], x1: [0, 2] }));
  it('keeps the point about which it is zoomed', () => {
    const { x0, x1 } = zoomed(part, [1, 0], 4);
    expect((1 - x0[0]) / (x0[1] - x0[0])).toBeCloseTo(0.75, 3);
    expect((0 - x1[0]) / (x1[1] - x1[0])).toBeCloseTo(0.25, 3);
  });
  it('is moved without a change of size', () => expect(moved(part, 0.4, -1)).toEqual({ x0: [-1.6, 2.4], x1: [-2, 2] }));
  it('grows neither too narrow nor too wide to be of use', () => {
    expect(zoomed(part, [0, 0], 1e9)).toBe(part);
    expect(zoomed(part, [0, 0], 1e-9)).toBe(part);
  });
  it('has ends that are short to write', () => {
    const { x0 } = zoomed(part, [0.123456789, 0.987654321], 1.7);
    for (const end of x0) expect(String(end).length).toBeLessThanOrEqual(7);
  });
});
