import { describe, expect, it } from 'vitest';
import { type Axes, chartView, drawAxes } from '../../../web/draw/axes.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';

const theme: DrawTheme = { dark: false, ink: '#000', muted: '#777', grid: '#ddd', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 14 };
const size = { width: 400, height: 300 };
const view = chartView(size, theme, { x: [0, 1500], y: [0, 1] });
const emWidth = 0.65 * theme.fontSize;

/** The numbers and names with their places, and the ticks below the plot. */
function drawn(axes: Axes): { texts: { text: string; x: number }[]; ticks: number[] } {
  const context = new SvgContext(size, (_, text) => ({ width: emWidth * text.length }));
  drawAxes(context, view, theme, axes);
  const svg = context.svg('#fff');
  const bottom = view.plot.top + view.plot.height;
  return {
    texts: [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, text]) => ({ text: text ?? '', x: Number(x) })),
    ticks: [...svg.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].filter(([, x0, y0, x1]) => x0 === x1 && Number(y0) === bottom).map(([, x]) => Number(x)),
  };
}

describe('axes', () => {
  it('have no tick and no number where the name of x stands', () => {
    const { texts, ticks } = drawn({ x: { label: 'iteration' }, y: { label: 'loss' } });
    const name = texts.find(({ text }) => text === 'iteration')?.x ?? 0;
    const numbers = texts.filter(({ text }) => Number(text) > 1);
    expect(numbers.length).toBeGreaterThan(2);
    for (const { text, x } of numbers) expect(x + (emWidth * text.length) / 2).toBeLessThan(name);
    for (const x of ticks) expect(x).toBeLessThan(name);
  });

  it('have a tick for each number of x, and no other', () => {
    const { texts, ticks } = drawn({ x: { label: 'x', format: (value) => (value % 400 === 0 ? `n${value}` : '') }, y: { label: 'y' } });
    const numbers = texts.filter(({ text }) => text.startsWith('n'));
    expect(numbers.map(({ text }) => text)).toEqual(['n0', 'n400', 'n800', 'n1200']);
    expect(ticks).toEqual(numbers.map(({ x }) => x));
  });

  it('have ticks also where they have no numbers at all', () => expect(drawn({ x: { label: '', format: () => '' }, y: { label: 'y' } }).ticks.length).toBeGreaterThan(2));

  it('leave out every second number of x where all of them would touch, and their ticks, so that what stays is even', () => {
    const { texts, ticks } = drawn({ x: { label: 'x', tickCount: 8, format: (value) => `${value} steps` }, y: { label: 'y' } });
    const values = texts.filter(({ text }) => text.endsWith('steps')).map(({ text }) => Number.parseFloat(text));
    expect(values.length).toBeGreaterThan(1);
    const [first = 0, second = 0] = values;
    expect(values).toEqual(values.map((_, i) => first + i * (second - first)));
    expect(ticks).toHaveLength(values.length);
  });
});
