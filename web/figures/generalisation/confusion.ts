import { mix } from '../../draw/colour.ts';
import { cssColour, greyTable } from '../../draw/colour-table.ts';
import { drawPixels } from '../../draw/image.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Rect, Size } from '../../draw/view.ts';
import type { CellExamples, ConfusionCell } from '../../engine/protocol/run-types.ts';
import { classes } from './state.ts';

/** The 10 × 10 cells within a canvas, with room for the digits at the left and above, and for the names of the two sides. */
export function matrixRect({ width, height }: Size, theme: DrawTheme): Rect {
  const margin = 2.9 * theme.fontSize;
  const side = Math.max(classes, Math.min(width - margin, height - margin));
  return { left: margin, top: margin, width: side, height: side };
}

export function cellAt(x: number, y: number, { left, top, width, height }: Rect): ConfusionCell | undefined {
  const [answer, label] = [Math.floor(((x - left) / width) * classes), Math.floor(((y - top) / height) * classes)];
  return answer >= 0 && answer < classes && label >= 0 && label < classes ? { label, answer } : undefined;
}

/** Right answers (on the diagonal) in the one accent, mistakes in the other, the darker the larger their part of the label's digits. */
export function drawConfusion(
  context: CanvasRenderingContext2D,
  size: Size,
  theme: DrawTheme,
  confusion: Uint32Array,
  chosen: ConfusionCell,
  names: { readonly label: string; readonly answer: string },
): void {
  const rect = matrixRect(size, theme);
  const cell = rect.width / classes;
  const tables = { right: greyTable(theme.background, theme.accent2), wrong: greyTable(theme.background, theme.accent) };
  const centre = (k: number) => (k + 0.5) * cell;
  context.font = fontOf({ ...theme, fontSize: Math.min(theme.fontSize, 0.42 * cell) });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let label = 0; label < classes; label++) {
    const row = confusion.subarray(label * classes, (label + 1) * classes);
    const most = Math.max(1, ...row);
    row.forEach((count, answer) => {
      // The root lets a few mistakes among many right answers be seen.
      const shade = Math.sqrt(count / most);
      const [left, top] = [rect.left + answer * cell, rect.top + label * cell];
      context.fillStyle = cssColour(tables[label === answer ? 'right' : 'wrong'], label === answer ? 0.85 * shade : Math.min(1, 1.3 * shade));
      if (count > 0) context.fillRect(left + 0.5, top + 0.5, cell - 1, cell - 1);
      context.fillStyle = shade > 0.45 ? theme.background : count === 0 ? mix(theme.background, theme.muted, 0.5) : theme.ink;
      context.fillText(String(count), left + cell / 2, top + cell / 2 + 0.5);
    });
  }
  context.font = fontOf(theme);
  context.fillStyle = theme.ink;
  for (let k = 0; k < classes; k++) {
    context.fillText(String(k), rect.left + centre(k), rect.top - 0.8 * theme.fontSize);
    context.fillText(String(k), rect.left - 0.8 * theme.fontSize, rect.top + centre(k));
  }
  context.fillStyle = theme.muted;
  context.fillText(names.answer, rect.left + rect.width / 2, 0.7 * theme.fontSize);
  context.save();
  context.translate(0.7 * theme.fontSize, rect.top + rect.height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(names.label, 0, 0);
  context.restore();
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.strokeRect(rect.left + chosen.answer * cell, rect.top + chosen.label * cell, cell, cell);
}

/** Some of the digits that the cell counts, in a row. */
export function drawExamples(context: CanvasRenderingContext2D, { width, height }: Size, theme: DrawTheme, { samples }: CellExamples): void {
  const gap = 4;
  const side = Math.min(height, (width - 9 * gap) / 10);
  const table = greyTable(mix(theme.background, theme.ink, 0.06), theme.ink);
  samples.forEach(({ inputs }, i) => {
    drawPixels(context, { left: i * (side + gap), top: 0, width: side, height: side }, inputs, table, [0, 1]);
  });
}
