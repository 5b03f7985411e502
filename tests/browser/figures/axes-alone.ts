import { drawAxes, plotRect } from '../../../web/draw/axes.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';
import { palette } from '../../../web/figures/base/style/palette.ts';

// A program for a page (paint.test.ts): axes with grid lines and names, drawn as those of the figures are, on a canvas in a shadow tree with the figures'
// colours; and what may be drawn on them.

const colours = { ink: palette.ink[0], muted: palette.muted[0], grid: palette.grid[0], background: palette.background[0] };
const theme: DrawTheme = { ...colours, accent: palette.accent[0], accent2: palette.accent2[0], dark: false, font: 'sans-serif', fontSize: 14 };
const size = { width: 600, height: 300 };

export interface Painting {
  axes(pixelsForOne: number): void;
  curve(): void;
  stroke(): void;
}

const root = document.body.appendChild(document.createElement('main')).attachShadow({ mode: 'open' });
const around = root.appendChild(document.createElement('div'));
for (const [name, value] of Object.entries(colours)) around.style.setProperty(`--${name}`, value);
const canvas = around.appendChild(Object.assign(document.createElement('canvas'), size));
const context = canvas.getContext('2d') as CanvasRenderingContext2D;

const painting: Painting = {
  axes(pixelsForOne) {
    context.reset();
    context.setTransform(pixelsForOne, 0, 0, pixelsForOne, 0, 0);
    drawAxes(context, { x: [-3, 3], y: [0, 1], plot: plotRect(size, theme) }, theme, { x: { label: 'x0' }, y: { label: 'a loss' }, gridLines: true });
  },
  curve() {
    context.strokeStyle = theme.accent;
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(60, 200);
    context.lineTo(300, 100);
    context.stroke();
  },
  // As on the pad: wide, and of the ink of the axes.
  stroke() {
    context.strokeStyle = theme.ink;
    context.lineWidth = 16;
    context.strokeRect(100, 50, 100, 100);
  },
};
Object.assign(globalThis, { painting });
