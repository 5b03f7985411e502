import { describe, expect, it } from 'vitest';
import { drawMatrix, drawMatrixNumbers, matrixCell, matrixView } from '../../../web/draw/matrix.ts';
import { SvgContext } from '../../../web/draw/svg-context.ts';

const view = matrixView(2, 3, { left: 10, top: 20, width: 300, height: 100 });

describe('a matrix', () => {
  it('has its first row on top and its cells side by side', () => {
    expect(matrixCell(view, 0, 0)).toEqual({ left: 10, top: 20, width: 100, height: 50 });
    expect(matrixCell(view, 1, 2)).toEqual({ left: 210, top: 70, width: 100, height: 50 });
  });

  it('leaves no seam where cells are no whole number of pixels wide', () => {
    const odd = matrixView(1, 7, { left: 0, top: 0, width: 100, height: 10 });
    for (let column = 1; column < 7; column++) {
      const before = matrixCell(odd, 0, column - 1);
      expect(before.left + before.width).toBe(matrixCell(odd, 0, column).left);
    }
  });

  it('takes the ends of the colour table at the ends of the range', () => {
    const table = new Uint8ClampedArray(3 * 256).fill(0);
    table.fill(255, 3 * 255);
    const context = new SvgContext({ width: 320, height: 130 }, () => ({ width: 0 }));
    drawMatrix(context, view, { rows: 2, columns: 3, value: (row, column) => (row === 1 && column === 2 ? 5 : -5), table, range: [-5, 5] });
    const svg = context.svg('#123');
    expect(svg.match(/fill="rgb\(0 0 0\)"/g)).toHaveLength(5);
    expect(svg).toContain('<path d="M210 70h100v50h-100Z" fill="rgb(255 255 255)"/>');
  });

  it('has each number in the middle of its cell, readable on its colour', () => {
    const table = new Uint8ClampedArray(3 * 256).fill(0);
    table.fill(255, 3 * 128);
    const theme = { dark: false, ink: '#000', muted: '#666', grid: '#ccc', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 12 };
    const context = new SvgContext({ width: 320, height: 130 }, () => ({ width: 0 }));
    const values = [-1, 2, -3, 4, -5, 6];
    const picture = { rows: 2, columns: 3, value: (row: number, column: number) => values[3 * row + column] as number, table, range: [-7.5, 7.5] as const };
    drawMatrixNumbers(context, view, theme, picture, String);
    const svg = context.svg('#fff');
    expect(svg).toMatch(/<text x="60" y="45"[^>]* fill="#fff">-1</);
    expect(svg).toMatch(/<text x="260" y="95"[^>]* fill="#000">6</);
  });
});
