import { html, type TemplateResult } from 'lit';
import { greyTable } from '../../draw/colour-table.ts';
import { drawPixels } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { panel } from '../base/controls/panel.ts';
import type { Parts } from '../learning/learnt-net.ts';
import type { Apart } from './readers.ts';

/** Beside one another: a digit that the net of 100 digits has learnt, and one with the same label that it has not. */
export function drawByHeart(context: CanvasRenderingContext2D, { width, height }: Size, theme: DrawTheme, { train, test }: Parts, { digit, learnt }: Apart): void {
  const gap = theme.fontSize;
  const side = Math.min(height, (width - gap) / 2);
  const table = greyTable(theme.background, theme.ink);
  const pictures = [train.pixels(Uint32Array.of(learnt)), test.pixels(Uint32Array.of(digit))];
  pictures.forEach((pixels, i) => {
    const left = i * (side + gap);
    drawPixels(context, { left, top: 0, width: side, height: side }, pixels, table, [0, 255]);
    context.strokeStyle = theme.grid;
    context.strokeRect(left + 0.5, 0.5, side - 1, side - 1);
  });
}

export function byHeartPanel(words: GeneralisationStrings, apart: Apart | undefined): TemplateResult {
  return panel(
    words.byHeartTitle,
    html`<div class="picture pair"><canvas id="by-heart" data-title=${words.byHeartTitle} role="img" aria-label=${words.byHeartPicture}></canvas></div>`,
    html`<span class="cell-text">${apart ? words.byHeart(apart.label, apart.few) : words.byHeartPicture}</span>`,
  );
}
