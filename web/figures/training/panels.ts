import { html, nothing, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { panel } from '../base/controls/panel.ts';
import { classSign, classText, type OwnData } from './own-data.ts';
import type { Run } from './run.ts';
import { isOfImages, type State } from './state.ts';

/** The loss and the accuracy, one above the other. */
export function curvesPanel(words: TrainingStrings): TemplateResult {
  return html`<section class="panel curves">
    ${chartPicture('loss', words.lossTitle)}
    <div class="legend"><span><i class="key train"></i>${words.train}</span><span><i class="key test"></i>${words.test}</span></div>
    ${chartPicture('accuracy', words.accuracyTitle)}
  </section>`;
}

function chartPicture(id: string, title: string): TemplateResult {
  return html`<div class="picture ${id}"><canvas id=${id} data-title=${title} role="img" aria-label=${title}></canvas></div>`;
}

/** The images that test, each with what is read in it. */
export function answersPanel(words: TrainingStrings, run: Run, { data }: State): TemplateResult {
  const [title, picture] =
    data === 'files' ? [words.ownAnswersTitle(Math.min(16, run.facts?.testSize ?? 16)), words.ownAnswersPicture] : [words.answersTitle, words.answersPicture];
  return html`<section class="panel tests">
    <h3>${title}</h3>
    <div class="picture"><canvas id="answers" data-title=${title} role="img" aria-label=${picture}></canvas></div>
  </section>`;
}

/** The weights as images; for points of the plane, what the net answers where. */
export function weightsPanel(words: TrainingStrings, theme: DrawTheme, run: Run, { data }: State, { down, move, up }: OwnData): TemplateResult {
  const images = isOfImages(data);
  const [title, picture] = images ? [words.weightsTitle, words.weightsPicture] : [words.decisionTitle, words.decisionPicture];
  return panel(
    title,
    html`<div class="picture">
      <canvas id="weights" data-title=${title} role="img" aria-label=${picture} class=${data === 'points' ? 'paint' : ''} @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${up}></canvas>
    </div>`,
    images ? nothing : decisionLegend(words, theme, run),
  );
}

/** What the classes of the points are called. */
function decisionLegend(words: TrainingStrings, theme: DrawTheme, { facts }: Run): TemplateResult {
  const names = facts?.points ? facts.classNames : [];
  return html`<span>${words.decisionLegend}</span>${names.map((name, k) => html`<span>${classSign(theme, k)} ${classText(words, name)}</span>`)}`;
}
