import { html, type TemplateResult } from 'lit';
import { mix } from '../../draw/colour.ts';
import { greyTable } from '../../draw/colour-table.ts';
import { commitTiles, createTileSheet, drawTile, fitted, type TileSheet, writeTile } from '../../draw/image.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { Mistake } from '../../engine/api/api.ts';
import type { TestExamination } from '../../engine/protocol/run-types.ts';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { percent } from '../base/controls/numbers.ts';

export function mistakeSheet({ mistaken }: TestExamination, side: number, theme: DrawTheme): TileSheet {
  const sheet = createTileSheet(mistaken.length, side);
  const table = greyTable(mix(theme.background, theme.ink, 0.06), theme.ink);
  for (const [i, { inputs }] of mistaken.entries()) writeTile(sheet, i, inputs, table, [0, 1]);
  commitTiles(sheet);
  return sheet;
}

/** Each image with its label, the net's answer and how sure of it the net is. */
export function drawMistakes(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, worst: readonly Mistake[], sheet: TileSheet): void {
  const columns = 4;
  const rows = Math.ceil(worst.length / columns);
  const [width, height] = [size.width / columns, size.height / rows];
  const line = 1.5 * theme.fontSize;
  const side = Math.max(8, Math.min(width - 8, height - line - 6));
  context.imageSmoothingEnabled = false;
  context.font = fontOf({ ...theme, fontSize: Math.min(theme.fontSize, width / 7) });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  worst.forEach(({ label, predicted, probability }, i) => {
    const [left, top] = [(i % columns) * width, Math.floor(i / columns) * height];
    drawTile(context, sheet, i, fitted(sheet, left + (width - side) / 2, top, side));
    context.fillStyle = theme.ink;
    context.fillText(`${label} → ${predicted}  ${Math.round(100 * probability)}%`, left + width / 2, top + side + line / 2 + 1);
  });
}

/** The same in words and numbers. Before there are any it takes its place already, so that nothing moves when they come. */
export function mistakesTable(words: GeneralisationStrings, worst: readonly Mistake[]): TemplateResult {
  const { label, answer, probability, labelProbability } = words.mistakeRow;
  return html`<details ?inert=${worst.length === 0}>
    <summary>${words.tableOfMistakes}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.tableOfMistakes}>
      <table id="mistakes-table">
        <thead>
          <tr>
            <th scope="col">${label}</th>
            <th scope="col">${answer}</th>
            <th scope="col">${probability}</th>
            <th scope="col">${labelProbability}</th>
          </tr>
        </thead>
        <tbody>
          ${worst.map(
            (mistake) => html`<tr>
              <th scope="row">${mistake.label}</th>
              <td>${mistake.predicted}</td>
              <td>${percent(mistake.probability)}</td>
              <td>${percent(mistake.labelProbability)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
