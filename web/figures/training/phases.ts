import { html, nothing, type TemplateResult } from 'lit';
import { greyTable, mix } from '../../draw/colour.ts';
import { commitTiles, createTileSheet, drawTiles, tileLayout, writeTile } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { Phase } from '../../engine/api/api.ts';
import type { PhaseReport } from '../../engine/protocol/protocol.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { written } from '../base/controls/numbers.ts';
import { drawWeights, type ImageShape, weightImages } from './draw.ts';
import type { Run } from './run.ts';

/** The four phases of an iteration with what each has done, and the button for the next. */
export function phasesPanel(words: TrainingStrings, run: Run, { disabled, images }: { readonly disabled: boolean; readonly images: boolean }): TemplateResult {
  const { reports, progress } = run;
  const last = reports.at(-1);
  const next = last?.next ?? progress?.phase ?? 'mini-batch';
  const iteration = last?.iteration ?? (progress?.iteration ?? 0) + 1;
  return html`<section class="panel phases">
    <h3>${words.phasesTitle}</h3>
    <div class="row">
      <button type="button" id="phase" ?disabled=${disabled} @click=${() => run.phase()}>${words.nextPhase(words.phases[next])}</button>
      <span class="label">${words.atIteration(iteration)}</span>
    </div>
    <div class="phase-parts">
      <ol>
        ${(Object.keys(words.phases) as Phase[]).map((phase) => {
          const report = reports.find((each) => each.phase === phase);
          return html`<li aria-current=${last?.phase === phase ? 'step' : nothing}><b>${words.phases[phase]}</b> <span>${report ? reportText(words, report, run.facts?.classNames ?? []) : words.phaseTexts[phase]}</span></li>`;
        })}
      </ol>
      <div class="picture short" ?hidden=${!images}><canvas id="phase-picture" data-title=${words.phasesTitle} role="img" aria-label=${last ? words.phasePictures[last.phase] : words.phasesTitle}></canvas></div>
    </div>
  </section>`;
}

function reportText(words: TrainingStrings, report: PhaseReport, names: readonly string[]): string {
  switch (report.phase) {
    case 'mini-batch':
      return words.drawn(report.indices.length, report.samples.map(({ label }) => names[label] ?? label).join(' '));
    case 'gradient': {
      const { W1, b1, W2, b2, all } = report.norms;
      const norms = Object.entries({ W1, b1, W2, b2 }).map(([name, norm]) => `${name} ${written(norm, 3)}`);
      return words.gradientFound(written(report.loss, 4), norms.join(' · '), written(all, 3));
    }
    case 'update':
      return words.updated;
    case 'record':
      return words.recorded(written(report.loss, 4));
  }
}

/** The mini-batch's first images, the gradient or the weights, each unit's as one image. */
export function drawPhase(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, reports: readonly PhaseReport[], shape: ImageShape, words: TrainingStrings): void {
  const report = reports.findLast(({ phase }) => phase !== 'record');
  if (report?.phase === 'gradient') drawWeights(context, size, theme, weightImages(report.gradientW1, shape, theme), words.weightsRange);
  if (report?.phase === 'update') drawWeights(context, size, theme, weightImages(report.weights, shape, theme), words.weightsRange);
  if (report?.phase !== 'mini-batch') return;
  const sheet = createTileSheet(report.samples.length, shape[1], shape[0]);
  const table = greyTable(mix(theme.background, theme.ink, 0.06), theme.ink);
  report.samples.forEach(({ inputs }, i) => {
    writeTile(sheet, i, inputs, table, [0, 1]);
  });
  commitTiles(sheet);
  drawTiles(context, sheet, tileLayout(sheet.count, { left: 0, top: 0, ...size }, 6, sheet));
}
