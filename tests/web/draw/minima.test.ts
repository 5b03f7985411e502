import { expect, it } from 'vitest';
import { drawMinima } from '../../../web/draw/minima.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';

const theme: DrawTheme = { ink: '#111', background: '#fff', muted: '#555', grid: '#ddd', accent: '#a00', accent2: '#00a', dark: false, font: 'serif', fontSize: 14 };
const view = { x: [-1, 1], y: [-1, 1], plot: { left: 10, top: 20, width: 200, height: 100 } } as const;

function drawn(minima: readonly (readonly [number, number])[]): string {
  const context = new SvgContext({ width: 220, height: 130 }, () => ({ width: 0 }));
  drawMinima(context, { ...view, x: [...view.x], y: [...view.y] }, minima, theme);
  return context.svg('#fff');
}

it('a lowest place of a map has a cross on it, once as a casing and once in the colour of words', () => {
  const svg = drawn([[0.5, 0.5]]);
  // (0.5, 0.5) is 150 pixels from the left and 25 from the top of the plot.
  expect(svg.match(/M155 40L165 50M155 50L165 40/g)).toHaveLength(2);
  expect(svg).toContain('#111');
});

it('a lowest place beyond what is seen has none', () => expect(drawn([[1.5, 0]])).toBe(drawn([])));
