import { describe, expect, it } from 'vitest';
import type { DrawContext } from '../../../web/draw/draw-context.ts';
import { type Cut, drawPatches } from '../../../web/draw/relief-patches.ts';
import { isNearer, nearSides, type Project, type Relief } from '../../../web/draw/relief-projection.ts';

const theme = { dark: false, ink: '#000', muted: '#555', grid: '#ccc', background: '#fff', accent: '#a00', accent2: '#00a', font: 'Arial', fontSize: 12 };
const extent = { x: [0, 4], y: [0, 4], columns: 5, rows: 5 } as const;
const relief = { extent, values: Array.from({ length: 25 }, (_, i) => i % 5), names: { x: 'x', y: 'y', height: 'f' } };
/** From straight above, with the eye on the side of large x and small y. */
const above: Project = (x, y) => ({ x, y, distance: y - x });

/** The corners of each patch. */
const patches = (cut?: Cut) => painting(relief, cut).map(({ corners }) => corners);

/** The corners and the colour of each patch. */
function painting(landscape: Relief, cut?: Cut): { corners: [number, number][]; colour: string }[] {
  const painted: { corners: [number, number][]; colour: string }[] = [];
  let colour = '';
  let path: [number, number][] = [];
  const context = new Proxy({} as DrawContext, {
    get(_, name) {
      if (name === 'beginPath') return () => (path = []);
      if (name === 'lineTo') return (x: number, y: number) => path.push([x, y]);
      return name === 'fill' ? () => painted.push({ corners: path, colour }) : () => {};
    },
    set(_, name, value) {
      if (name === 'fillStyle') colour = value;
      return true;
    },
  });
  drawPatches(context, theme, landscape, above, cut);
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
  it('is painted after another cut as if it were the first', () => {
    const curved = { ...relief, values: relief.values.map((value, i) => value ** 2 + i) };
    painting(curved, { x: 0.7, y: 3.2 });
    painting(curved, { x: 2.6, y: 1.4 });
    const [again, fresh] = [curved, { ...curved }].map((each) => painting(each, { x: 1.3, y: 2.2 }));
    expect(again).toEqual(fresh);
  });
});
