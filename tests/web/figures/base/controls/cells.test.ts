import { describe, expect, it } from 'vitest';
import { cellByKey } from '../../../../../web/figures/base/controls/cells.ts';

describe('a cell of a grid', () => {
  const grid = { rows: 4, columns: 6, leap: 2 };
  const from = (row: number, column: number, key: string, coarse = false) => cellByKey({ row, column }, key, coarse, grid);

  it('is left for its neighbours by arrows, for those beyond with Shift', () => {
    expect([from(1, 1, 'ArrowUp'), from(1, 1, 'ArrowDown')]).toEqual([
      { row: 0, column: 1 },
      { row: 2, column: 1 },
    ]);
    expect([from(1, 1, 'ArrowLeft'), from(1, 1, 'ArrowRight', true)]).toEqual([
      { row: 1, column: 0 },
      { row: 1, column: 3 },
    ]);
  });

  it('is left for the ends of its row and its column', () => {
    expect([from(1, 1, 'Home'), from(1, 1, 'End')]).toEqual([
      { row: 1, column: 0 },
      { row: 1, column: 5 },
    ]);
    expect([from(1, 1, 'PageUp'), from(1, 1, 'PageDown')]).toEqual([
      { row: 0, column: 1 },
      { row: 3, column: 1 },
    ]);
  });

  it('never lies off the grid', () => {
    expect([from(0, 5, 'ArrowRight'), from(0, 5, 'ArrowUp', true)]).toEqual([
      { row: 0, column: 5 },
      { row: 0, column: 5 },
    ]);
    expect(from(0, 0, 'a')).toBeUndefined();
  });
});
