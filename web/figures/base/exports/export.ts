import type { DrawContext } from '../../../draw/draw-context.ts';
import type { Size } from '../../../draw/view.ts';

// What a reader can save of a figure.

export type Draw = (context: CanvasRenderingContext2D, size: Size) => void;
/** One that paints no pixels, so that it can be saved as SVG, too. */
export type DrawLines = (context: DrawContext, size: Size) => void;

export interface FigureExport {
  /** Of its own among the exports of the figure. */
  readonly id: string;
  readonly label: string;
  readonly filename: string;
  /** There is nothing in it yet, so that it is not offered. */
  readonly empty?: boolean;
  /** Said while it is made, where that takes a while. */
  readonly working?: string;
  blob(): Blob | Promise<Blob>;
}

/** The canvas as it is, at device resolution, on the colour of the page. */
export function pictureExport(canvas: HTMLCanvasElement, background: string, rest: Omit<FigureExport, 'blob'>): FigureExport {
  return {
    ...rest,
    blob: () => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d');
      if (!context) throw new Error('This browser gives no 2D canvas.');
      context.fillStyle = background;
      context.fillRect(0, 0, copy.width, copy.height);
      context.drawImage(canvas, 0, 0);
      return copy.convertToBlob({ type: 'image/png' });
    },
  };
}

/** The same drawing as lines and text, for print. */
export function vectorExport(draw: DrawLines, size: Size, background: string, rest: Omit<FigureExport, 'blob'>): FigureExport {
  return {
    ...rest,
    blob: async () => {
      const { SvgContext } = await import('../../../draw/svg-context.ts');
      const ruler = new OffscreenCanvas(1, 1).getContext('2d');
      if (!ruler) throw new Error('This browser gives no 2D canvas.');
      const context = new SvgContext(size, (font, text) => {
        ruler.font = font;
        return ruler.measureText(text);
      });
      draw(context, size);
      return new Blob([context.svg(background)], { type: 'image/svg+xml' });
    },
  };
}

export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
}

/** One row of names, then one row for each value; a shorter column ends in empty fields (RFC 4180). */
export function csvOf(columns: readonly Column[]): string {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  const lines = [columns.map(({ name }) => csvField(name)).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map(({ values }) => csvField(values[row] ?? '')).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

export function tableExport(columns: () => readonly Column[], rest: Omit<FigureExport, 'blob'>): FigureExport {
  return { ...rest, blob: () => new Blob([csvOf(columns())], { type: 'text/csv;charset=utf-8' }) };
}

/** Hands the file to the browser's own download. */
export function download(blob: Blob, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  // The browser has taken the blob by then; it gives no event that says so.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function csvField(value: number | string): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
