import { drawAxes, plotRect } from '../../draw/axes.ts';
import type { ColourTable } from '../../draw/colour-table.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { drawMatrix, matrixView } from '../../draw/matrix.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { wholeTick } from '../../draw/ticks.ts';
import type { Range, Size } from '../../draw/view.ts';

export interface WeightsPicture {
  /** Hidden × outputs, as far as it is known. */
  readonly values: ArrayLike<number>;
  readonly hiddenSize: number;
  readonly outputs: number;
  readonly table: ColourTable;
  readonly range: Range;
  /** Of the axes, in the reader's language. */
  readonly names: { readonly hidden: string; readonly output: string };
}

/** A row for each output, a column for each hidden unit; what is not known yet stays as the page. */
export function drawWeights(context: DrawContext, size: Size, theme: DrawTheme, { values, hiddenSize, outputs, table, range, names }: WeightsPicture): void {
  const view = matrixView(outputs, hiddenSize, plotRect(size, theme));
  // In the order in which the lanes go, a hidden unit after the other.
  const whole = Math.floor(values.length / outputs);
  if (whole > 0) drawMatrix(context, view, { rows: outputs, columns: whole, value: (output, hidden) => values[hidden * outputs + output] as number, table, range });
  drawAxes(context, view, theme, { x: { label: names.hidden, format: wholeTick }, y: { label: names.output, format: wholeTick } });
}
