import { html, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { LossStrings } from '../../i18n/loss.ts';
import { written } from '../base/controls/numbers.ts';
import { swatch } from '../base/controls/swatch.ts';
import type { KeptAnswer, Losses, Numbers } from './compute.ts';
import { crossStyle, keptName, squaredStyle } from './draw.ts';
import { type AnswerName, answers, classes, type State, sumOf, writeProbabilities } from './state.ts';

/** The digits below the bars, each with its entry of t. `style` puts them there. */
export function classPicker(words: LossStrings, label: number, style: string, choose: (label: number) => void): TemplateResult {
  return html`<fieldset>
    <legend class="for-screen-readers">${words.rightAnswer}</legend>
    <div class="classes" .style=${style}>
      ${classes.map(
        (k) => html`<label
          ><input type="radio" name="label" value=${k} aria-label=${k} .checked=${k === label} @change=${() => choose(k)} /><span class="digit">${k}</span
          ><span class="one-hot" aria-hidden="true">${k === label ? 1 : 0}</span></label
        >`,
      )}
      <var class="t" aria-hidden="true">t</var>
    </div>
  </fieldset>`;
}

/** So many answers the question wants kept. */
const asked = 2;

/** The two losses, as large as what they are about, above those of the answers that are kept; `show` brings one back. */
export function lossesShown(words: LossStrings, theme: DrawTheme, numbers: Losses | undefined, kept: readonly KeptAnswer[], show: (index: number) => void): TemplateResult {
  const shown = (value: number | undefined, digits: number) => (value === undefined ? '…' : written(value, digits));
  return html`<table class="losses">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${swatch(squaredStyle(theme))} ${words.squaredError}</th>
        <th scope="col">${swatch(crossStyle(theme))} ${words.crossEntropy}</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">${words.now}</th>
        <td class="answer"><strong id="squared-error">${shown(numbers?.squaredError, 6)}</strong></td>
        <td class="answer"><strong id="cross-entropy">${shown(numbers?.crossEntropy, 6)}</strong></td>
      </tr>
      ${kept.map(
        ({ label, squaredError, crossEntropy }, i) => html`<tr>
          <th scope="row"><button type="button" class="preset" aria-label=${words.showKept(keptName(i), label)} @click=${() => show(i)}>${words.keptName(keptName(i), label)}</button></th>
          <td>${shown(squaredError, 4)}</td>
          <td>${shown(crossEntropy, 4)}</td>
        </tr>`,
      )}
      ${Array.from({ length: Math.max(0, asked - kept.length) }, (_, i) => html`<tr class="to-come" aria-hidden="true"><th>${keptName(kept.length + i)}</th></tr>`)}
    </tbody>
  </table>`;
}

export function presetButtons(words: LossStrings, y: readonly number[], choose: (name: AnswerName) => void): TemplateResult {
  const now = writeProbabilities(y);
  return html`<div class="presets" role="group" aria-label=${words.answersLabel}>
      ${(Object.keys(answers) as AnswerName[]).map(
        (name) =>
          html`<button type="button" class="preset" data-answer=${name} aria-pressed=${writeProbabilities(answers[name]) === now} @click=${() => choose(name)}>${words.answers[name]}</button>`,
      )}
  </div>`;
}

export function termsTable(words: LossStrings, { y, label }: State, numbers: Numbers | undefined): TemplateResult {
  const shown = (value: number | undefined) => (value === undefined ? '' : written(value, 4));
  return html`<div><table class="terms">
    <caption>
      ${words.termsCaption}
    </caption>
    <thead>
      <tr>
        <th scope="col"><var>k</var></th>
        <th scope="col"><var>y<sub>k</sub></var></th>
        <th scope="col"><var>t<sub>k</sub></var></th>
        <th scope="col">½(<var>y<sub>k</sub></var> − <var>t<sub>k</sub></var>)²</th>
        <th scope="col">−<var>t<sub>k</sub></var> log(<var>y<sub>k</sub></var> + <var>δ</var>)</th>
      </tr>
    </thead>
    <tbody>
      ${classes.map(
        (k) => html`<tr class=${k === label ? 'right' : ''}>
          <th scope="row">${k}</th>
          <td>${shown(y[k])}</td>
          <td>${k === label ? 1 : 0}</td>
          <td>${shown(numbers?.squaredTerms[k])}</td>
          <td>${shown(numbers?.crossTerms[k])}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${words.sum}</th>
        <td>${shown(sumOf(y))}</td>
        <td>${numbers ? sumOf([...numbers.t]) : ''}</td>
        <td>${shown(numbers?.squaredError)}</td>
        <td>${shown(numbers?.crossEntropy)}</td>
      </tr>
    </tfoot>
  </table></div>`;
}
