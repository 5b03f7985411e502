import { describe, expect, it } from 'vitest';
import { contrast } from '../../../web/draw/colour.ts';
import { drawContours, findContours } from '../../../web/draw/contours.ts';
import type { DrawContext } from '../../../web/draw/draw-context.ts';
import { clearArrows, quietArrows } from '../../../web/draw/quiver.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';
import type { GridExtent, View } from '../../../web/draw/view.ts';
import type { Descent } from '../../../web/engine/api/api.ts';
import { palette } from '../../../web/figures/base/style/palette.ts';
import { drawWalks } from '../../../web/figures/descent/draw.ts';
import { readState } from '../../../web/figures/descent/state.ts';
import { type Drawing, drawForm } from '../../../web/figures/errata/draw.ts';
import { draw as drawProbe } from '../../../web/figures/gradient-field/draw.ts';
import { drawCuts } from '../../../web/figures/partial/draw.ts';
import { drawSurface } from '../../../web/figures/training/draw.ts';

const size = { width: 300, height: 200 };
const extent: GridExtent = { x: [-4, 4], y: [-4, 4], columns: 31, rows: 31 };
const view: View = { x: [-4, 4], y: [-4, 4], plot: { left: 40, top: 20, width: 240, height: 150 } };
/** Equally high steps from the lower left to the upper right: every tint of the ground. */
const slope = Float64Array.from({ length: 31 * 31 }, (_, i) => (i % 31) + Math.floor(i / 31));
const walk = Float64Array.of(-3, -3, -1, 2, 1, 1, 2, 1.5);
const run = { path: walk, values: Float64Array.of(9, 5, 2, 1) } as unknown as Descent;

interface Mark {
  readonly colour: string;
  readonly width: number;
}

/** The colours of the lines and areas that are drawn, as far as they are opaque; in order, lines with their width. */
function marksOf(paint: (context: DrawContext) => void): Mark[] {
  const context = new SvgContext(size, (_, text) => ({ width: 8 * text.length }));
  paint(context);
  const elements = [...context.svg('#000').matchAll(/<path d="[^"]*" ([^>]*)\/>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => !attributes.includes('opacity'));
  return elements.map((attributes) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return of('fill') === 'none' ? { colour: of('stroke'), width: Number(of('stroke-width')) } : { colour: of('fill'), width: 0 };
  });
}

/** Both forms of a mistake, unnamed and named, on a level ground of one band. */
const drawings = (picture: Drawing['picture']): Drawing[] =>
  [false, true].flatMap((named) =>
    (['right', 'wrong'] as const).map((form) => ({
      picture,
      form,
      named,
      contours: () => findContours(new Float64Array(961), extent),
      words: { iteration: '', entry: '', loss: '' },
    })),
  );

describe.each([false, true])('on a map, dark: %s', (dark) => {
  const colours = Object.fromEntries(Object.entries(palette).map(([name, pair]) => [name, pair[dark ? 1 : 0]]));
  const theme = { ...colours, dark, font: 'serif', fontSize: 14 } as unknown as DrawTheme;
  const contours = findContours(slope, extent);
  // Bands from the lowest on, and between two of them the line at which they meet.
  const [first, ...rest] = marksOf((context) => drawContours(context, view, contours, theme)).filter(({ width, colour }) => width > 0 || colour);
  const bands = [first as Mark, ...rest.filter(({ width }) => width === 0)].map(({ colour }) => colour);
  const lines = rest.filter(({ width }) => width > 0);
  const least = (marks: readonly string[]) => Math.min(...marks.flatMap((mark) => bands.map((band) => contrast(mark, band))));
  /** What is neither the rim of something nor an axis. */
  const above = (paint: (context: DrawContext) => void) =>
    marksOf(paint)
      .map(({ colour }) => colour)
      .filter((colour) => colour !== theme.background && colour !== theme.muted);

  it('the ground has more than ten bands, lighter from one to the next in all', () => {
    expect(bands.length).toBeGreaterThan(10);
    expect(lines).toHaveLength(bands.length - 1);
    expect(contrast(bands.at(-1) as string, theme.ink) > contrast(bands[0] as string, theme.ink)).toBe(!dark);
  });

  it('a contour stands out from the bands at both its sides by 1.8, each fifth by 3 and wider', () => {
    lines.forEach(({ colour, width }, i) => {
      const main = (i + 1) % 5 === 0;
      for (const band of bands.slice(i, i + 2)) expect(contrast(colour, band)).toBeGreaterThanOrEqual(main ? 3 : 1.8);
      expect(width).toBe(main ? 1.5 : 1);
    });
  });

  it('arrows stand out by 3', () => {
    expect(least([quietArrows(theme), clearArrows(theme)])).toBeGreaterThanOrEqual(3);
    const gradient = { d0: slope, d1: slope };
    const picture = { kind: 'field', grid: { x0: [-4, 4], x1: [-4, 4], columns: 31, rows: 31 }, right: gradient, wrong: gradient } as unknown as Drawing['picture'];
    for (const drawing of drawings(picture)) expect(least(above((context) => drawForm(context, size, theme, drawing)).slice(1))).toBeGreaterThanOrEqual(3);
  });

  it.each<[string, (context: DrawContext) => void]>([
    [
      'four descents, the step to come and the start',
      (context) =>
        drawWalks(
          context,
          view,
          theme,
          readState(() => null, undefined),
          { runs: [run, run, run, run], ghosts: [], at: 2, ahead: true, focused: true },
        ),
    ],
    [
      'the flow lines and the gradient at the ring',
      (context) => drawProbe(context, view, theme, { probe: { at: [1, 1], numerical: [1, 2] } as never, trails: [walk], focused: true }),
    ],
    ['the two cuts', (context) => drawCuts(context, view, theme, [1, 1], true)],
  ])('%s stand out by 4.5', (_, paint) => {
    expect(above(paint).length).toBeGreaterThan(2);
    expect(least(above(paint))).toBeGreaterThanOrEqual(4.5);
  });

  it('the walk of a right and of a wrong program stands out by 4.5, named or not', () => {
    const picture = { kind: 'path', right: walk, wrong: walk } as unknown as Drawing['picture'];
    for (const drawing of drawings(picture)) expect(least(above((context) => drawForm(context, size, theme, drawing)).slice(1))).toBeGreaterThanOrEqual(4.5);
  });

  it('the walk of a run that learns stands out by 4.5, and the arrows below it by 3', () => {
    const surface = { a: [-4, 4], b: [-4, 4], columns: 31, rows: 31, loss: new Float64Array(961), path: walk, downhillA: slope, downhillB: slope } as never;
    const [, ...marks] = above((context) => drawSurface(context, size, theme, surface, { along: 'a', across: 'b' }));
    expect(marks).toContain(theme.accent);
    expect(least(marks.filter((colour) => colour !== quietArrows(theme)))).toBeGreaterThanOrEqual(4.5);
  });
});
