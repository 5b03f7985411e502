import { describe, expect, it } from 'vitest';
import { mostRows, rowsNear } from '../../../../web/figures/descent/points-table.ts';

describe('the rows of the table of points', () => {
  it('are all there where they are few', () => {
    expect(rowsNear(0, 31)).toEqual([0, 31]);
    expect(rowsNear(25, 90)).toEqual([0, 90]);
  });

  it('are those around the row that is seen first', () => {
    for (const top of [0, 25, 400, 900, 975]) {
      const [first, end] = rowsNear(top, 1001);
      expect(first).toBeLessThanOrEqual(top);
      expect(end).toBeGreaterThanOrEqual(Math.min(1001, top + 50));
      expect(end - first).toBeLessThanOrEqual(mostRows);
    }
  });

  it('are none of a table far above or far below', () => {
    for (const top of [3000, -700]) {
      const [first, end] = rowsNear(top, 1001);
      expect(end).toBe(first);
    }
  });
});
