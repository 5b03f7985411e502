import { describe, expect, it } from 'vitest';
import { drawRelief } from '../../../web/draw/relief.ts';
import { type Camera, projection, type Relief } from '../../../web/draw/relief-projection.ts';

const size = { width: 400, height: 300 };
const theme = { dark: false, ink: '#000', muted: '#555', grid: '#ccc', background: '#fff', accent: '#a00', accent2: '#00a', font: 'Arial', fontSize: 12 };
const names = { x: 'along', y: 'across', height: 'loss' };

/** 4 × 3 samples over 0 … 3 and 10 … 12. */
const relief = (values: readonly number[]): Relief => ({ extent: { x: [0, 3], y: [10, 12], columns: 4, rows: 3 }, values, names });
const slope = relief([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
const flat = relief(Array.from({ length: 12 }, () => 5));

const cameras: Camera[] = [-180, -120, -45, 0, 30, 90, 170].flatMap((turn) => [10, 35, 90].map((tilt) => ({ turn, tilt })));

/** The patches in the order in which they are painted: the corners of each. */
function painted(landscape: Relief, camera: Camera): [number, number][][] {
  const patches: [number, number][][] = [];
  let path: [number, number][] = [];
  const nothing = () => {};
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get(_, name) {
      if (name === 'beginPath') return () => (path = []);
      if (name === 'lineTo') return (x: number, y: number) => path.push([x, y]);
      if (name === 'fill') return () => patches.push(path);
      return name === 'measureText' ? () => ({ width: 0 }) : nothing;
    },
    set: () => true,
  });
  drawRelief(context, size, theme, landscape, camera, []);
  return patches;
}

const middle = (patch: readonly [number, number][]) => patch.reduce((sum, [, y]) => sum + y, 0) / patch.length;

describe('a landscape', () => {
  it.each(cameras)('lies within its canvas, turned by $turn° and seen from $tilt°', (camera) => {
    const project = projection(size, theme, slope, camera);
    for (const x of slope.extent.x) {
      for (const y of slope.extent.y) {
        for (const value of [0, 3]) {
          const at = project(x, y, value);
          expect(at.x).toBeGreaterThanOrEqual(0);
          expect(at.x).toBeLessThanOrEqual(size.width);
          expect(at.y).toBeGreaterThanOrEqual(0);
          expect(at.y).toBeLessThanOrEqual(size.height);
        }
      }
    }
  });

  it('has a higher value straight above a lower one', () => {
    const project = projection(size, theme, slope, { turn: 30, tilt: 35 });
    const [low, high] = [project(1, 11, 0), project(1, 11, 2)];
    expect(high.x).toBe(low.x);
    expect(high.y).toBeLessThan(low.y);
  });

  it('is a map from straight above: x to the right, y upwards, heights do not show', () => {
    const project = projection(size, theme, slope, { turn: 0, tilt: 90 });
    expect(project(2, 11, 0).x).toBeGreaterThan(project(1, 11, 0).x);
    expect(project(2, 11, 0).y).toBeCloseTo(project(1, 11, 0).y, 9);
    expect(project(1, 12, 0).y).toBeLessThan(project(1, 10, 0).y);
    expect(project(1, 11, 3).y).toBeCloseTo(project(1, 11, 0).y, 9);
  });

  it('shows after half a turn on the left what was on the right', () => {
    const front = projection(size, theme, slope, { turn: 0, tilt: 35 });
    const back = projection(size, theme, slope, { turn: 180, tilt: 35 });
    expect(back(0, 11, 1).x).toBeCloseTo(front(3, 11, 1).x, 9);
    expect(back(0, 10, 1).y).toBeCloseTo(front(3, 12, 1).y, 9);
  });

  it.each([-150, -90, 0, 30, 90, 180])('turned by %i° has the farther of two neighbours painted before the nearer', (turn) => {
    const patches = painted(flat, { turn, tilt: 35 });
    expect(patches.length).toBe(6);
    const touching = (one: [number, number][], other: [number, number][]) => one.filter(([x, y]) => other.some(([ox, oy]) => Math.hypot(x - ox, y - oy) < 1e-9)).length === 2;
    const pairs = patches.flatMap((one, i) => patches.slice(i + 1).flatMap((other) => (touching(one, other) ? [[middle(one), middle(other)] as const] : [])));
    expect(pairs.length).toBe(7);
    for (const [first, second] of pairs) expect(second).toBeGreaterThanOrEqual(first - 1e-9);
  });

  it('has a hole where a value is not finite', () => {
    const holed = relief([0, 1, 2, 3, 0, Number.NaN, 2, 3, 0, 1, 2, 3]);
    expect(painted(holed, { turn: 30, tilt: 35 }).length).toBe(2);
  });
});
