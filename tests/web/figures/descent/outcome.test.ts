import { describe, expect, it } from 'vitest';
import type { Descent } from '../../../../web/engine/api/api.ts';
import { curveView } from '../../../../web/figures/descent/draw.ts';
import { mostSteps, standAfter, verdictOf } from '../../../../web/figures/descent/outcome.ts';
import { pointColumns } from '../../../../web/figures/descent/read-out.ts';
import { verdictSentences } from '../../../../web/figures/descent/words.ts';
import { descent as words } from '../../../../web/i18n/descent.ts';

function walk(points: readonly (readonly [number, number])[], values: readonly number[], more: Partial<Descent> = {}): Descent {
  return { path: Float64Array.from(points.flat()), values: Float64Array.from(values), diverged: false, runawayStep: undefined, ...more };
}

const down = walk(
  [
    [-3, 4],
    [-2, 3],
    [-1, 1],
  ],
  [25, 13, 2],
);
const there = walk(
  [
    [-3, 4],
    [3, -4],
    [-3, 4],
  ],
  [25, 25.0000001, 25],
);
const still = walk(
  [
    [-3, 4],
    [-2.9999999, 3.9999999],
  ],
  [25, 24.999999],
);
const stuck = walk(
  [
    [0, 0],
    [0, 0],
  ],
  [0, 0],
);
const away = walk(
  [
    [-3, 4],
    [57, -76],
  ],
  [25, 9025],
  { runawayStep: 1 },
);
const over = walk([[-3, 4]], [25], { diverged: true });

describe('how a walk went', () => {
  it.each([
    ['falls', down],
    ['jumps', there],
    ['hardly moves', still],
    ['stays', stuck],
    ['no step', walk([[-3, 4]], [25])],
  ] as const)('%s', (kind, run) => expect(verdictOf(run).kind).toBe(kind));
  it('ran away at the step that the engine names', () => expect(verdictOf(away)).toEqual({ kind: 'runs away', step: 1 }));
  it('diverged at the step that has no finite point any more', () => expect(verdictOf(over)).toEqual({ kind: 'diverged', step: 1 }));
  it('is told in both languages, with the step', () => {
    expect(verdictSentences(words.en, away, undefined).join()).toContain('Diverged at step 1');
    expect(verdictSentences(words['zh-Hans'], over, undefined).join()).toContain('在第 1 步发散');
  });
  it.each([
    [8.576e-42, '≈ 0'],
    [0.0033, '0.0033'],
  ])('tells no power of ten where next to nothing is left: %d of 25', (left, text) => {
    expect(verdictSentences(words.en, { ...down, values: Float64Array.of(25, left) }, undefined)).toEqual([words.en.falls(1, '25', text)]);
  });
  it('says at which step it leaves the picture', () => {
    const view = { x: [-5, 5], y: [-5, 5], plot: { left: 0, top: 0, width: 100, height: 100 } } as const;
    expect(verdictSentences(words.en, away, view)).toContain(words.en.leavesView(1));
    expect(verdictSentences(words.en, down, view)).toEqual([words.en.falls(2, '25', '2')]);
  });
});

describe('where a walk stands', () => {
  it('is its point after that many steps', () => expect(standAfter(down, 1)).toEqual({ step: 1, point: [-2, 3], value: 13 }));
  it('is its end where it has fewer steps', () => expect(standAfter(away, 9)).toEqual({ step: 1, point: [57, -76], value: 9025 }));
  it('the longest walk gives the steps to scrub', () => expect([mostSteps([]), mostSteps([away, down])]).toEqual([0, 2]));
});

describe('f against step', () => {
  const size = { width: 300, height: 200 };
  const theme = { dark: false, ink: '#000', muted: '#555', grid: '#ccc', background: '#fff', accent: '#a00', accent2: '#00a', font: 'sans-serif', fontSize: 12 };
  it('shows the run that flies off where it is alone', () => expect(curveView(size, theme, [away], false).y[1]).toBeGreaterThan(9025));
  it('lets it leave the plot where it would flatten another', () => expect(curveView(size, theme, [down, away], false).y[1]).toBeLessThan(30));
  it('spans whole decades on a log scale', () => expect(curveView(size, theme, [down, away], true).y).toEqual([1, 10000]));
});

it('the table has a row for each step and names each run', () => {
  const columns = pointColumns(
    [
      { optimizer: 'sgd', learningRate: 0.1 },
      { optimizer: 'adam', learningRate: 10 },
    ],
    [down, away],
  );
  expect(columns.map(({ name }) => name)).toEqual(['step', 'x0 (sgd 0.1)', 'x1 (sgd 0.1)', 'f (sgd 0.1)', 'x0 (adam 10)', 'x1 (adam 10)', 'f (adam 10)']);
  expect(Array.from(columns[2]?.values ?? [])).toEqual([4, 3, 1]);
});
