import { expect, it } from 'vitest';
import { drawBars, outlineBar } from '../../../web/draw/bars.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';

const theme: DrawTheme = { dark: false, ink: '#000', muted: '#777', grid: '#ddd', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 14 };
const view = { x: [0, 4], y: [0, 10], plot: { left: 10, top: 0, width: 400, height: 100 } } as const;

it('a bar stands between its edges, from 0 up to its height, less the gap', () => {
  const context = new SvgContext({ width: 420, height: 110 }, () => ({ width: 0 }));
  drawBars(context, view, [5, 10], theme, { edges: [0, 1, 4], gap: 4, colour: (i) => (i === 0 ? '#111' : '#222') });
  const svg = context.svg('#fff');
  expect(svg).toContain('<path d="M12 50h96v50h-96Z" fill="#111"/>');
  expect(svg).toContain('<path d="M112 0h296v100h-296Z" fill="#222"/>');
});

it('the outline of a bar is where a bar of that height would be', () => {
  const context = new SvgContext({ width: 420, height: 110 }, () => ({ width: 0 }));
  outlineBar(context, view, [0, 1], 5, { colour: '#111', gap: 4 });
  expect(context.svg('#fff')).toMatch(/<path d="M12 50h96v50h-96Z" fill="none" stroke="#111"[^>]* stroke-dasharray="4 3"/);
});
