import { describe, expect, it } from 'vitest';
import { compared, type RunRecord, withRecord } from '../../../../web/figures/generalisation/records.ts';

const record = (size: RunRecord['size'], digits: number, train: number, test: number): RunRecord => ({
  size,
  digits,
  seed: 1,
  accuracies: [{ epoch: 1, iteration: 10, train, test }],
});

describe('the runs that are compared', () => {
  const hundred = record('100', 100, 1, 0.75);
  const all = record('all', 8000, 0.5, 0.5);

  it('are in the order of their sizes, the newest of each size alone', () => {
    const again = record('100', 100, 0.9, 0.8);
    expect([all, hundred, again].reduce<readonly RunRecord[]>(withRecord, [])).toEqual([again, all]);
  });

  it('have a gap, and what more digits have closed of it', () => {
    const middle = record('1000', 1000, 0.875, 0.75);
    expect(compared([hundred, middle, all]).map(({ gap, closed }) => [gap, closed])).toEqual([
      [0.25, undefined],
      [0.125, 0.125],
      [0, 0.125],
    ]);
  });

  it('are left out until they are measured', () => {
    expect(compared([{ ...hundred, accuracies: [] }])).toEqual([]);
  });
});
