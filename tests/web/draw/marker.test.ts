import { describe, expect, it } from 'vitest';
import { type MarkerShape, traceMarker } from '../../../web/draw/marker.ts';

/** The corners that a path is given. */
function corners(shape: MarkerShape): [number, number][] {
  const found: [number, number][] = [];
  const path = {
    moveTo: (x: number, y: number) => found.push([x, y]),
    lineTo: (x: number, y: number) => found.push([x, y]),
    rect: (x: number, y: number, width: number, height: number) => found.push([x, y], [x + width, y], [x + width, y + height], [x, y + height]),
    arc: () => undefined,
    closePath: () => undefined,
  };
  traceMarker(path as unknown as CanvasPath, shape, 100, 50, 5);
  return found;
}

describe('a marker', () => {
  it.each(['square', 'triangle', 'diamond'] as const)('%s lies around its point', (shape) => {
    const found = corners(shape);
    const mean = (k: 0 | 1) => found.reduce((sum, corner) => sum + corner[k], 0) / found.length;
    expect(mean(0)).toBeCloseTo(100, 9);
    expect(mean(1)).toBeCloseTo(50, 9);
  });
  it('has as many corners as its name says', () => expect([corners('triangle').length, corners('square').length, corners('diamond').length]).toEqual([3, 4, 4]));
});
