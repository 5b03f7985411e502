import { describe, expect, it } from 'vitest';
import { contourLevels, contourWork, findContours } from '../../../web/draw/contours.ts';
import type { GridExtent } from '../../../web/draw/view.ts';

function sampled(extent: GridExtent, f: (x: number, y: number) => number): Float64Array {
  const { columns, rows, x, y } = extent;
  return Float64Array.from({ length: columns * rows }, (_, k) =>
    f(x[0] + ((k % columns) / (columns - 1)) * (x[1] - x[0]), y[0] + (Math.floor(k / columns) / (rows - 1)) * (y[1] - y[0])),
  );
}

const square: GridExtent = { x: [-3, 3], y: [-3, 3], columns: 61, rows: 61 };
const bowl = sampled(square, (x, y) => x * x + y * y);

describe('contourLevels', () => {
  it('of a bowl are equal steps strictly between its lowest and highest value', () => {
    const levels = contourLevels(bowl, 9);
    expect(levels[0]).toBeGreaterThan(0);
    expect(levels.at(-1)).toBeLessThan(18);
    const step = (levels[1] ?? 0) - (levels[0] ?? 0);
    for (let i = 2; i < levels.length; i++) expect((levels[i] ?? 0) - (levels[i - 1] ?? 0)).toBeCloseTo(step, 12);
  });

  it('of values that span decades are steps of 1-2-5 or 1-10 above the lowest', () => {
    const banana = sampled({ ...square, y: [-1, 3] }, (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2);
    const lowest = Math.min(...banana);
    const levels = contourLevels(sampled(square, (x, y) => Math.exp(2 * (x + y))));
    for (const level of [...contourLevels(banana).map((l) => l - lowest)]) expect([1, 2, 3, 5]).toContain(Number(level.toExponential(6).split('e')[0]));
    expect((levels.at(-1) ?? 0) / (levels[0] ?? 1)).toBeGreaterThan(1000);
    expect(levels.length).toBeLessThanOrEqual(20);
  });

  it('rise', () => {
    const levels = contourLevels(sampled(square, (x, y) => Math.exp(x - y)));
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
  });

  it('of a plain are none', () => expect(contourLevels(new Float64Array(9).fill(4))).toEqual([]));
  it('pass over what is not finite', () => expect(contourLevels([0, 1, 2, 3, Number.NaN, Number.POSITIVE_INFINITY])).toEqual(contourLevels([0, 1, 2, 3])));
});

describe('findContours', () => {
  it('is work that can be interrupted after each level', () => {
    const levels = contourLevels(bowl);
    expect([...contourWork(bowl, square, levels)]).toHaveLength(levels.length);
  });

  it('the ring of x² + y² at 4 is the circle of radius 2, in data units', () => {
    // The region at or above 4 has the edge of the grid as its outer ring, the circle as its hole.
    const rings = findContours(bowl, square, [4]).rings[0] ?? [];
    const hole = rings.find((ring) => Math.hypot(ring[0] ?? 0, ring[1] ?? 0) < 2.5);
    expect(hole).toBeDefined();
    for (let i = 0; hole && i < hole.length; i += 2) expect(Math.hypot(hole[i] ?? 0, hole[i + 1] ?? 0)).toBeCloseTo(2, 2);
  });

  it('has rings around what is defined: ln x begins at 0', () => {
    const { defined = [] } = findContours(
      sampled(square, (x) => Math.log(x)),
      square,
    );
    const xs = defined.flatMap((ring) => [...ring].filter((_, i) => i % 2 === 0));
    expect(Math.min(...xs)).toBeCloseTo(0, 0);
    expect(Math.max(...xs)).toBeGreaterThan(2.9);
    expect(findContours(bowl, square).defined).toBeUndefined();
  });

  it('keeps x and y apart where the grid is not square', () => {
    const extent: GridExtent = { x: [0, 10], y: [0, 1], columns: 11, rows: 5 };
    const rings =
      findContours(
        sampled(extent, (x) => x),
        extent,
        [5.5],
      ).rings[0] ?? [];
    const leftmost = Math.min(...rings.flatMap((ring) => [...ring].filter((_, i) => i % 2 === 0)));
    expect(leftmost).toBeCloseTo(5.5, 9);
  });

  it('refuses values that do not fill the grid', () => expect(() => findContours(new Float64Array(5), square)).toThrow(/values: 5/));
});
