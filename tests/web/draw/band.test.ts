import { describe, expect, it } from 'vitest';
import { drawBand } from '../../../web/draw/band.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { View } from '../../../web/draw/view.ts';

const view: View = { x: [0, 4], y: [0, 10], plot: { left: 0, top: 0, width: 40, height: 100 } };

/** The areas of the band, and the attributes of its paths. */
function drawn(upper: number[], lower: number[], { outline = 0, of = view } = {}): { areas: string[]; svg: string } {
  const context = new SvgContext({ width: 40, height: 100 }, () => ({ width: 0 }));
  drawBand(context, of, { x: upper.map((_, i) => i), upper, lower }, { colour: '#a00', outline });
  const svg = context.svg('#fff');
  const path = /<g clip-path[^>]*><path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  return { areas: path.split('Z').filter((area) => area !== ''), svg };
}

describe('a band', () => {
  it('runs along the upper curve and back along the lower one', () => expect(drawn([4, 6], [1, 2]).areas).toEqual(['M0 60L10 40L10 80L0 90']));

  it('has a gap where one of the curves is not a number', () => {
    expect(drawn([4, 4, 4, 4], [1, 1, Number.NaN, 1]).areas).toEqual(['M0 60L10 60L10 90L0 90', 'M30 60L30 90']);
    expect(drawn([Number.NaN], [1]).areas).toEqual([]);
  });

  it('ends at the edge of the view where a curve leaves it, however far', () => {
    expect(drawn([1e300, Number.POSITIVE_INFINITY], [-5, 0]).areas).toEqual(['M0 0L10 0L10 100L0 100']);
    const log: View = { ...view, y: [0.1, 10], yScale: 'log' };
    expect(drawn([10, 1], [0, 0], { of: log }).areas).toEqual(['M0 0L10 50L10 100L0 100']);
  });

  it('is seen as a line where both curves are one, if it has an outline', () => {
    expect(drawn([5, 5], [5, 5]).svg).not.toContain('stroke=');
    expect(drawn([5, 5], [5, 5], { outline: 1 }).svg).toContain('stroke="#a00" stroke-width="1"');
  });
});
