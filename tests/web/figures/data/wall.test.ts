import { describe, expect, it } from 'vitest';
import { pageStart, placeAt, placeByKey, wallOf } from '../../../../web/figures/data/wall.ts';

const wall = wallOf({ width: 360, height: 250 });

describe('the wall', () => {
  it('is filled by whole rows of digits that are at least 36 pixels wide', () => {
    expect(wall).toEqual({ columns: 10, rows: 6, cell: 36 });
    expect(wallOf({ width: 10, height: 10 })).toMatchObject({ columns: 1, rows: 1 });
  });

  it('has the same page for all places on it', () => {
    expect([0, 59, 60, 119].map((place) => pageStart(place, wall))).toEqual([0, 0, 60, 60]);
  });

  it('knows which digit lies under a finger, and where there is none', () => {
    expect(placeAt(0, 0, wall)).toBe(0);
    expect(placeAt(359, 215, wall)).toBe(59);
    expect(placeAt(100, 217, wall)).toBeUndefined();
  });

  it('is walked by keys, and never left', () => {
    const from = (place: number, key: string, coarse = false) => placeByKey(place, key, coarse, wall, 1000);
    expect([from(5, 'ArrowRight'), from(5, 'ArrowLeft'), from(5, 'ArrowDown'), from(15, 'ArrowUp')]).toEqual([6, 4, 15, 5]);
    expect([from(5, 'ArrowRight', true), from(5, 'PageDown'), from(500, 'Home'), from(500, 'End')]).toEqual([65, 65, 0, 999]);
    expect([from(5, 'ArrowUp'), from(999, 'ArrowRight')]).toEqual([0, 999]);
    expect(from(5, 'a')).toBeUndefined();
  });
});
