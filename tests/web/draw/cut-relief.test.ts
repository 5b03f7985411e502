import { describe, expect, it } from 'vitest';
import type { DrawContext } from '../../../web/draw/draw-context.ts';
import { type Cut, drawPatches, isNearer, nearSides, type Project } from '../../../web/draw/relief.ts';

const theme = { dark: false, ink: '#000', muted: '#555', grid: '#ccc', background: '#fff', accent: '#a00', accent2: '#00a', font: 'Arial', fontSize: 12 };
const extent = { x: [0, 4], y: [0, 4], columns: 5, rows: 5 } as const;
const relief = { extent, values: Array.from({ length: 25 }, (_, i) => i % 5), names: { x: 'x', y: 'y', height: 'f' } };
/** From straight above, with the eye on the side of large x and small y. */
const above: Project = (x, y) => ({ x, y, distance: y - x });

/** The corners of each patch. */
function patches(cut?: Cut): [number, number][][] {
  const painted: [number, number][][] = [];
  let path: [number, number][] = [];
  const context = new Proxy({} as DrawContext, {
    get(_, name) {
      if (name === 'beginPath') return () => (path = []);
      if (name === 'lineTo') return (x: number, y: number) => path.push([x, y]);
      return name === 'fill' ? () => painted.push(path) : () => {};
    },
    set: () => true,
  });
  drawPatches(context, theme, relief, above, cut);
  return painted;
}

describe('a landscape that is cut open', () => {
  it('knows which sides are nearer to the eye', () => {
    expect(nearSides(extent, above)).toEqual({ x: 1, y: -1 });
    expect([isNearer(2, 1, 3), isNearer(2, -1, 3)]).toEqual([true, false]);
  });
  it('lacks the quarter that is nearer to the eye than the point, and nothing else', () => {
    expect(patches()).toHaveLength(16);
    expect(patches({ x: 2, y: 2 })).toHaveLength(12);
    expect(patches({ x: 3, y: 1 })).toHaveLength(15);
  });
  it.each([
    [2.3, 1.8],
    [0.1, 3.9],
    [4, 0],
  ])('ends at the lines through (%d, %d)', (x, y) => {
    const area = patches({ x, y }).reduce((sum, corners) => {
      const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
      return sum + (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
    }, 0);
    expect(area).toBeCloseTo(16 - (4 - x) * y, 9);
  });
});
