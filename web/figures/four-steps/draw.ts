import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { commitTiles, createTileSheet, drawTiles, tileLayout, writeTile } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import { drawWeights, weightImages } from '../learning/weight-images.ts';
import type { Iteration } from './stepper.ts';

const shape = [28, 28] as const;

/** The mini-batch, then the gradient, then the weights: each hidden unit's as one image. */
export function drawPhase(
  context: CanvasRenderingContext2D,
  size: Size,
  theme: DrawTheme,
  { phase, samples, gradient, weights }: Iteration,
  range: (limit: string) => string,
): void {
  if (phase === 'gradient' && gradient) drawWeights(context, size, theme, weightImages(gradient.W1, shape, theme), range);
  else if (phase !== 'mini-batch' && weights) drawWeights(context, size, theme, weightImages(weights, shape, theme), range);
  else drawSamples(context, size, theme, samples);
}

function drawSamples(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, samples: Iteration['samples']): void {
  const [rows, columns] = shape;
  const sheet = createTileSheet(samples.length, columns, rows);
  const table = greyTable(mix(theme.background, theme.ink, 0.06), theme.ink);
  for (const [i, { inputs }] of samples.entries()) writeTile(sheet, i, inputs, table, [0, 1]);
  commitTiles(sheet);
  drawTiles(context, sheet, tileLayout(sheet.count, { left: 0, top: 0, ...size }, samples.length > 30 ? 2 : 6, sheet));
}
