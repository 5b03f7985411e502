import { describe, expect, it } from 'vitest';
import { heightAt, slopesOf } from '../../../web/draw/height-field.ts';

/** 4 × 3 samples over 0 … 3 and 10 … 12. */
const field = (values: readonly number[]) => ({ extent: { x: [0, 3], y: [10, 12], columns: 4, rows: 3 } as const, values });
const slope = field([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);

describe('the height at a point', () => {
  it('is the sample there', () => expect(heightAt(slope, 2, 11)).toBe(2));
  it('lies between the samples around', () => {
    const twisted = field([0, 1, 0, 0, 2, 7, 0, 0, 0, 0, 0, 0]);
    expect(heightAt(twisted, 0.5, 10.5)).toBeCloseTo((0 + 1 + 2 + 7) / 4, 9);
    expect(heightAt(twisted, 0.25, 10)).toBeCloseTo(0.25, 9);
  });
  it('is that of the edge for a point outside', () => expect([heightAt(slope, -5, 11), heightAt(slope, 50, 99)]).toEqual([0, 3]));
});

it('the slopes are those of the plane, at the edges, too', () => {
  const plane = field(Array.from({ length: 12 }, (_, i) => 2 * (i % 4) - 5 * Math.floor(i / 4)));
  const { x, y } = slopesOf(plane);
  expect([...x]).toEqual(Array(12).fill(2));
  expect([...y]).toEqual(Array(12).fill(-5));
});
