import { describe, expect, expectTypeOf, it } from 'vitest';
import { drawAxes, plotRect } from '../../../web/draw/axes.ts';
import type { DrawContext } from '../../../web/draw/draw-context.ts';
import { drawPath } from '../../../web/draw/path.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';

const size = { width: 200, height: 100 };
const theme = { dark: false, ink: '#000', muted: '#555', grid: '#ccc', background: '#fff', accent: '#a00', accent2: '#00a', font: 'Arial, "Segoe UI"', fontSize: 12 };

/** What `paint` draws, without the frame around it. */
function drawn(paint: (context: SvgContext) => void): string {
  const context = new SvgContext(size, (_, text) => ({ width: 6 * text.length }));
  paint(context);
  return context
    .svg('#fff')
    .replace(/^<svg[^>]*><rect[^>]*>/, '')
    .replace('</svg>\n', '');
}

describe('a picture as SVG', () => {
  it('has the size of the canvas and the colour of the page', () => {
    expect(new SvgContext(size, () => ({ width: 0 })).svg('#fffdf8')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><rect width="200" height="100" fill="#fffdf8"/></svg>\n',
    );
  });

  it('has a path for a stroke, with its dash', () => {
    const svg = drawn((context) => {
      context.strokeStyle = '#a00';
      context.lineWidth = 2;
      context.setLineDash([7, 3]);
      context.beginPath();
      context.moveTo(1, 2);
      context.lineTo(3.123456, 4);
      context.stroke();
    });
    expect(svg).toBe('<path d="M1 2L3.12 4" fill="none" stroke="#a00" stroke-width="2" stroke-linecap="butt" stroke-linejoin="miter" stroke-dasharray="7 3"/>');
  });

  it('has a whole circle as two arcs', () => {
    const svg = drawn((context) => {
      context.beginPath();
      context.arc(50, 50, 10, 0, 2 * Math.PI);
      context.fill();
    });
    expect(svg).toBe('<path d="M60 50A10 10 0 0 1 40 50A10 10 0 0 1 60 50" fill="#000"/>');
  });

  it('cuts what is painted between save and restore', () => {
    const svg = drawn((context) => {
      context.save();
      context.beginPath();
      context.rect(0, 0, 10, 10);
      context.clip();
      context.fillRect(5, 5, 20, 20);
      context.restore();
      context.fillRect(1, 1, 1, 1);
    });
    expect(svg).toBe(
      '<clipPath id="clip0"><path d="M0 0h10v10h-10Z"/></clipPath><g clip-path="url(#clip0)"><path d="M5 5h20v20h-20Z" fill="#000"/></g><path d="M1 1h1v1h-1Z" fill="#000"/>',
    );
  });

  it('restores colours and dashes', () => {
    const svg = drawn((context) => {
      context.save();
      context.fillStyle = 'red';
      context.globalAlpha = 0.5;
      context.restore();
      context.fillRect(0, 0, 1, 1);
    });
    expect(svg).toBe('<path d="M0 0h1v1h-1Z" fill="#000"/>');
  });

  it('escapes text and the names of fonts', () => {
    const svg = drawn((context) => {
      context.font = '12px "Segoe UI"';
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      context.fillText('a < b & c', 10, 20);
    });
    expect(svg).toBe('<text x="10" y="20" dy="0.35em" text-anchor="end" style="font:12px &quot;Segoe UI&quot;" fill="#000">a &lt; b &amp; c</text>');
  });

  it('takes axes and a path as a canvas does', () => {
    const view = { x: [0, 10], y: [0, 5], plot: plotRect(size, theme) } as const;
    const svg = drawn((context) => {
      drawAxes(context, view, theme, { x: { label: 'x0' }, y: { label: 'f' } });
      drawPath(context, view, [1, 1, 9, 4], theme, { marker: 'diamond' });
    });
    expect(svg).toContain('>x</text>');
    expect(svg.split('<g ').length).toBe(svg.split('</g>').length);
    expect(svg).not.toContain('NaN');
  });

  it('cannot be asked for what SVG does not have here: that does not compile', () => {
    expectTypeOf<CanvasRenderingContext2D>().toExtend<DrawContext>();
    expectTypeOf<keyof DrawContext>().extract<'drawImage' | 'putImageData' | 'rotate' | 'createLinearGradient'>().toBeNever();
    const draw = (context: DrawContext) => {
      // @ts-expect-error A gradient is no colour.
      context.fillStyle = {} as CanvasGradient;
      // @ts-expect-error Not every viewer of SVG knows this line.
      context.textBaseline = 'hanging';
    };
    expectTypeOf(draw).toExtend<(context: CanvasRenderingContext2D) => void>();
  });
});
