import { describe, expect, it } from 'vitest';
import { type ArrowLength, arrowGeometry, floatsPerArrow, type VectorGrid } from '../../../web/draw/quiver.ts';
import type { View } from '../../../web/draw/view.ts';

const view: View = { x: [0, 10], y: [0, 10], plot: { left: 0, top: 0, width: 100, height: 100 } };
const field = (u: number[], v: number[]): VectorGrid => ({ x: [0, 10], y: [5, 5], columns: u.length, rows: 1, u, v });

function arrows(u: number[], v: number[], length?: ArrowLength, on: View = view) {
  const flat = arrowGeometry(on, { ...field(u, v), y: [0, 10] }, length);
  return Array.from(
    { length: flat.length / floatsPerArrow },
    (_, i) => [...flat.slice(i * floatsPerArrow, (i + 1) * floatsPerArrow)] as [number, number, number, number, ...number[]],
  );
}
const lengthOf = ([x0, y0, x1, y1]: number[]) => Math.hypot((x1 ?? 0) - (x0 ?? 0), (y1 ?? 0) - (y0 ?? 0));

describe('an arrow', () => {
  it('starts on its grid point and points where the vector points, up on the screen for positive v', () => {
    const [x0, y0, x1, y1] = arrows([0, 0, 0], [1, 1, 1])[1] ?? [0, 0, 0, 0];
    expect(x0).toBeCloseTo(50);
    expect(x1).toBeCloseTo(50);
    expect(y1).toBeLessThan(y0);
  });

  it('has a head that lies behind its tip, evenly on both sides', () => {
    const arrow = arrows([1, 1, 1], [0, 0, 0])[0] ?? [];
    const [, , tipX = 0, tipY = 0, ax = 0, ay = 0, bx = 0, by = 0, footX = 0] = arrow;
    expect(ax).toBeCloseTo(bx);
    expect(ax).toBeLessThan(tipX);
    expect(ay - tipY).toBeCloseTo(tipY - by);
    expect(footX).toBeGreaterThan(ax);
    expect(footX).toBeLessThan(tipX);
  });

  it('of 0 or of what is not finite is not drawn', () => expect(arrows([0, Number.NaN, Number.POSITIVE_INFINITY, 1], [0, 1, 1, 0])).toHaveLength(1));

  it('keeps its direction on the screen where x and y have different scales', () => {
    const wide: View = { ...view, x: [0, 20] };
    const [x0, y0, x1, y1] = arrows([1, 1, 1], [1, 1, 1], 'unit', wide)[0] ?? [0, 0, 0, 0];
    expect((y0 - y1) / (x1 - x0)).toBeCloseTo(2, 4);
  });
});

describe('the length of arrows', () => {
  it('linear: is in the ratio of the magnitudes', () => {
    const [one, two] = arrows([1, 2], [0, 0], 'linear');
    expect(lengthOf(two ?? []) / lengthOf(one ?? [])).toBeCloseTo(2, 4);
  });
  it('unit: is equal', () => {
    const lengths = arrows([1, 100, 0.001], [0, 0, 0], 'unit').map(lengthOf);
    expect(lengths[1]).toBeCloseTo(lengths[0] ?? 0, 3);
    expect(lengths[2]).toBeCloseTo(lengths[0] ?? 0, 3);
  });
  it('log: falls by equal amounts for equal factors, and never to nothing', () => {
    const [a = 0, b = 0, c = 0, d = 0] = arrows([1, 0.1, 0.01, 1e-9], [0, 0, 0, 0], 'log').map(lengthOf);
    expect(a - b).toBeCloseTo(b - c, 3);
    expect(d).toBeGreaterThan(1);
  });
  it('stays below the distance of the grid points', () => {
    for (const arrow of arrows([3, 4, 5], [0, 0, 0])) expect(lengthOf(arrow)).toBeLessThan(50);
  });
});
