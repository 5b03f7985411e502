import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../web/engine/api/api.ts';
import { loadEngine } from '../../../../web/engine/api/downhill.ts';
import type { Point } from '../../../../web/figures/base/state/reading.ts';
import { basinsWork, type Landscape, landscapeOf, terrainWork, walkFrom } from '../../../../web/figures/valleys/compute.ts';
import { dozen, onRidge } from '../../../../web/figures/valleys/starts.ts';
import { judgeNeighbours, showNeighbours } from '../../../../web/figures/valleys/tasks.ts';

let engine: Engine;
let landscape: Landscape;
beforeAll(async () => {
  engine = await loadEngine();
  landscape = landscapeOf(engine);
});
const walk = (start: Point) => walkFrom(engine, landscape, start);
const judge = (...starts: Point[]) => judgeNeighbours(starts.map(walk), landscape.minima);

/** Of a work, at once. */
function made<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    expect(step.value).toBeLessThan(1);
  }
}

describe('two starts less than 0.1 apart that end in different valleys', () => {
  it('are found, with the numbers of the reader', () => {
    expect(judge([-0.18, 1], [-0.14, 1])).toEqual({ kind: 'found', numbers: ['(−0.18, 1)', '(−0.14, 1)', '0.04', '(−2.81, 3.13)', '(3, 2)'] });
  });

  it('are any two, in any order, the nearest of them', () => {
    expect(judge([-0.14, 1], [4, 4], [-0.3, 1], [-0.18, 1])).toMatchObject({ kind: 'found', numbers: ['(−0.14, 1)', '(−0.18, 1)', '0.04', '(3, 2)', '(−2.81, 3.13)'] });
  });

  it('are not two that are 0.1 apart: between them lies the boundary', () => {
    expect(judge([-0.2, 1], [-0.1, 1])).toMatchObject({ kind: 'near', hint: 'between' });
    expect(judge([-0.4, 1], [0, 1])).toMatchObject({ kind: 'near', hint: 'between', numbers: ['(−0.4, 1)', '(0, 1)', '0.4'] });
  });

  it('are not two in one valley, nor far apart, nor one', () => {
    expect(judge([1, 1], [1.02, 1])).toMatchObject({ kind: 'near', hint: 'neighbours' });
    expect(judge([1, 1], [-3, 1])).toMatchObject({ kind: 'near', hint: 'neighbours' });
    expect(judge([1, 1])).toBeUndefined();
  });

  it('are shown by halving: six walkers, of which the last two parted have the boundary between them', async () => {
    const shown: string[] = [];
    const film = {
      set: async (state: Readonly<Record<string, unknown>>) => {
        if (typeof state.walkers === 'string') shown.push(state.walkers);
      },
      pause: async () => {},
      until: async () => {},
    };
    await showNeighbours(film, (start) => walk(start).valley);
    const starts = (shown.at(-1) ?? '').split(';').map((text) => text.split(',').map(Number) as unknown as Point);
    expect(starts).toHaveLength(6);
    expect(judge(...starts)).toMatchObject({ kind: 'found' });
  });
});

describe('the walks', () => {
  it('of the dozen end in all four valleys, three in each, and none of them leaps', () => {
    const walks = dozen.map(walk);
    expect([0, 1, 2, 3].map((valley) => walks.filter((each) => each.valley === valley).length)).toEqual([3, 3, 3, 3]);
    for (const { path } of [...walks, walk(onRidge)])
      for (let i = 2; i < path.length; i += 2) expect(Math.hypot((path[i] ?? 0) - (path[i - 2] ?? 0), (path[i + 1] ?? 0) - (path[i - 1] ?? 0))).toBeLessThan(1.1);
  });

  it('come to rest at the minimum of their valley', () => {
    for (const start of [...dozen, onRidge]) {
      const { path, valley } = walk(start);
      const [x0 = 0, x1 = 0] = landscape.minima[valley] ?? [];
      expect(Math.hypot((path.at(-2) ?? 9) - x0, (path.at(-1) ?? 9) - x1)).toBeLessThan(0.1);
    }
  });

  it('lead from each start of the painted map where they lead from that start alone', () => {
    const { valleys, count } = made(basinsWork(engine, landscape));
    for (const [column, row] of [
      [0, 0],
      [159, 0],
      [78, 95],
      [20, 140],
      [120, 77],
    ] as const)
      expect(valleys[row * count + column]).toBe(walk([-5 + (10 * column) / 159, -5 + (10 * row) / 159]).valley);
  });
});

it('the height drawn is log(1 + f)', () => {
  const { field } = made(terrainWork(engine, landscape));
  const { columns } = field.extent;
  const middle = (columns - 1) / 2;
  expect(field.values[middle * columns + middle]).toBeCloseTo(Math.log1p(11 ** 2 + 7 ** 2), 5);
  expect(Math.min(...(field.values as Float32Array))).toBeLessThan(0.2);
});
