import { describe, expect, it } from 'vitest';
import { chartView, squareView } from '../../../web/draw/axes.ts';
import { clippedSegment, tracePolyline } from '../../../web/draw/clip.ts';
import { firstPointOutside } from '../../../web/draw/path.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';
import { drawUpright } from '../../../web/draw/upright.ts';
import { dataX, dataY, pixelX, pixelY, type View } from '../../../web/draw/view.ts';

const rect = { left: 0, top: 0, width: 10, height: 10 };
const view: View = { x: [-5, 5], y: [-1, 3], plot: { left: 40, top: 10, width: 200, height: 100 } };
const theme: DrawTheme = { dark: false, ink: '#000', muted: '#555', grid: '#ddd', background: '#fff', accent: '#a00', accent2: '#00a', font: 'sans-serif', fontSize: 13 };

describe('a view', () => {
  it('puts the lowest y at the lower edge of the plot', () => {
    expect([pixelX(view, -5), pixelY(view, -1)]).toEqual([40, 110]);
    expect([pixelX(view, 5), pixelY(view, 3)]).toEqual([240, 10]);
  });
  it('finds the data back from the pixels', () => {
    expect(dataX(view, pixelX(view, 1.25))).toBeCloseTo(1.25, 12);
    expect(dataY(view, pixelY(view, 0.3))).toBeCloseTo(0.3, 12);
    const log: View = { ...view, y: [1e-6, 10], yScale: 'log' };
    expect(dataY(log, pixelY(log, 0.02))).toBeCloseTo(0.02, 12);
    expect(pixelY(log, Math.sqrt(1e-5))).toBeCloseTo(60, 9);
  });
  it('squareView shows at least the given ranges, a unit of x as long as one of y', () => {
    const square = squareView({ width: 700, height: 400 }, theme, [-2, 2], [-1, 3]);
    expect(square.plot.width / (square.x[1] - square.x[0])).toBeCloseTo(square.plot.height / (square.y[1] - square.y[0]), 9);
    expect(square.x[0]).toBeLessThanOrEqual(-2);
    expect(square.y).toEqual([expect.closeTo(-1, 9), expect.closeTo(3, 9)]);
    expect((square.x[0] + square.x[1]) / 2).toBeCloseTo(0, 9);
  });
});

it('a view of small numbers has more room for their digits, so that no sign is cut off', () => {
  const left = (end: number) => squareView({ width: 400, height: 400 }, theme, [-end, end], [-end, end]).plot.left;
  expect(left(0.01)).toBeGreaterThan(left(0.1));
  expect(left(0.1)).toBeGreaterThan(left(5));
  expect(left(5)).toBe(left(10));
});

it('a chart has room for its longest number, and as much as every other one where all are short', () => {
  const left = (y: View['y'], yScale?: 'log', format?: (value: number) => string) =>
    chartView({ width: 400, height: 300 }, theme, { x: [0, 1], y, ...(yScale && { yScale }) }, format).plot.left;
  expect(left([0, 2.5])).toBe(left([0, 1]));
  expect(left([139.6917, 139.6918])).toBeGreaterThan(left([0, 1]));
  expect(left([1e-17, 1], 'log')).toBeGreaterThan(left([0, 1]));
  // The number, its tick and the gaps; a percent sign is nearly twice as wide as a digit.
  expect(left([0, 1], undefined, (value) => `${100 * value}%`)).toBeGreaterThan(2.85 * theme.fontSize + 9);
});

it('an upright goes from the lower to the upper edge of the plot, in the middle of a pixel', () => {
  const context = new SvgContext({ width: 300, height: 150 }, () => ({ width: 0 }));
  drawUpright(context, view, 0.01, { colour: '#000' });
  expect(context.svg('#fff')).toContain('d="M140.5 10L140.5 110"');
});

describe('clippedSegment', () => {
  it('leaves what lies inside as it is', () => expect(clippedSegment(rect, 1, 2, 3, 4)).toEqual([1, 2, 3, 4]));
  it('cuts at the edges', () => expect(clippedSegment(rect, -10, 5, 30, 5)).toEqual([0, 5, 10, 5]));
  it('keeps the end that lies inside exactly', () => expect(clippedSegment(rect, 5, 5, 1e18, 5)).toEqual([5, 5, 10, 5]));
  it('drops what misses the rectangle', () => {
    expect(clippedSegment(rect, -5, -5, 20, -5)).toBeUndefined();
    expect(clippedSegment(rect, -4, 5, 5, -14)).toBeUndefined();
  });
  it('drops what is not a number', () => expect(clippedSegment(rect, Number.NaN, 0, 5, 5)).toBeUndefined());
  it('drops what has no end', () => expect(clippedSegment(rect, 5, 5, 6, Number.NEGATIVE_INFINITY)).toBeUndefined());
});

describe('tracePolyline', () => {
  const traced = (points: [number, number][]) => {
    const calls: string[] = [];
    const path = { moveTo: (x: number, y: number) => calls.push(`M${x},${y}`), lineTo: (x: number, y: number) => calls.push(`L${x},${y}`) };
    tracePolyline(
      path,
      rect,
      points.length,
      (i) => points[i]?.[0] ?? 0,
      (i) => points[i]?.[1] ?? 0,
    );
    return calls.join(' ');
  };
  it('is one line while it stays inside', () =>
    expect(
      traced([
        [1, 1],
        [2, 2],
        [3, 1],
      ]),
    ).toBe('M1,1 L2,2 L3,1'));
  it('begins anew where it comes back', () =>
    expect(
      traced([
        [5, 5],
        [15, 5],
        [15, 8],
        [5, 8],
      ]),
    ).toBe('M5,5 L10,5 M10,8 L5,8'));
  it('never hands a huge coordinate to the canvas', () => {
    for (const number of traced([
      [5, 5],
      [-1e300, 2e300],
      [4, 4],
    ]).match(/-?[\d.e+]+/g) ?? [])
      expect(Math.abs(Number(number))).toBeLessThanOrEqual(10);
  });
});

describe('firstPointOutside', () => {
  it('is the index of the point', () => expect(firstPointOutside(view, [0, 0, 1, 1, 6, 0, 0, 0])).toBe(2));
  it('is nothing for a path that stays', () => expect(firstPointOutside(view, [0, 0, 5, 3])).toBeUndefined());
});
