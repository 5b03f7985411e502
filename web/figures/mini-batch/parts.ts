import { html, nothing, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { MiniBatchStrings } from '../../i18n/mini-batch.ts';
import { kept } from '../base/controls/kept.ts';
import { counted, written } from '../base/controls/numbers.ts';
import { swatch } from '../base/controls/swatch.ts';
import type { Drawn, One, SampleLosses } from './compute.ts';
import { expectedStyle, measuredStyle } from './draw.ts';
import type { Earlier } from './earlier.ts';
import { batches } from './state.ts';

/** The loss of one mini-batch, or the width of a thousand. */
export function answer(words: MiniBatchStrings, { one, drawn, thousand }: { readonly one: One; readonly drawn: Drawn; readonly thousand: boolean }): TemplateResult {
  const [number, text] = thousand
    ? [written(drawn.standardDeviation, 3), words.widthAnswer(counted(batches), counted(drawn.batchSize))]
    : [written(one.loss, 3), words.lossAnswer(one.batchSize, written(drawn.allMean, 3))];
  return html`<p class="answer"><strong id="answer">${number}</strong> ${text}</p>`;
}

/** What was drawn before, each with its width. */
export function earlierList(words: MiniBatchStrings, earlier: readonly Earlier[], clear: () => void): TemplateResult | typeof nothing {
  if (earlier.length === 0) return nothing;
  return html`<div class="row">
    <ul class="earlier" aria-label=${words.earlier}>
      ${earlier.map(({ batchSize, deviation }) => html`<li>${words.earlierWidth(counted(batchSize), written(deviation, 3))}</li>`)}
    </ul>
    <button type="button" class="quiet" id="clear" @click=${clear}>${words.clear}</button>
  </div>`;
}

export function readOut(words: MiniBatchStrings, theme: DrawTheme, losses: SampleLosses | undefined, drawn: Drawn | undefined): TemplateResult {
  const shown = (value: number | undefined, digits: number) => (value === undefined ? '…' : written(value, digits));
  const { below = 0, above = 0 } = drawn?.histogram ?? {};
  return html`<div><table class="read-out">
    <tbody>
      <tr><th scope="row">${kept(words.lossOfAll(losses ? counted(losses.each.length) : '…'), words.lossOfAll('88,888'))}</th><td id="all">${shown(drawn?.allMean, 6)}</td></tr>
      <tr><th scope="row">${words.mean(counted(batches))}</th><td id="mean">${shown(drawn?.mean, 6)}</td></tr>
      <tr><th scope="row">${swatch(measuredStyle(theme))} ${words.measured}</th><td id="measured">${shown(drawn?.standardDeviation, 4)}</td></tr>
      <tr><th scope="row">${swatch(expectedStyle(theme))} ${words.expected}</th><td id="expected">${shown(drawn?.expectedDeviation, 4)}</td></tr>
      <tr><th scope="row">${words.outside}</th><td id="outside">${drawn ? words.outsideText(counted(below), counted(above)) : '…'}</td></tr>
    </tbody>
  </table></div>`;
}
