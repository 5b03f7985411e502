import { html, type TemplateResult } from 'lit';
import type { Nudge } from '../../engine/api/api.ts';
import type { SimpleNetStrings } from '../../i18n/simple-net.ts';
import { decimals, written } from '../base/controls/numbers.ts';
import type { Beside, Numbers } from './compute.ts';
import { fixed } from './draw.ts';
import { classes, nudgeBy, type State, weightNames } from './state.ts';

/** w13 with its index below. */
function weightSymbol(name: string): TemplateResult {
  return html`<var>w</var><sub>${name.slice(1)}</sub>`;
}

/** Score, probability and t of each class; t is chosen here. */
export function outputsTable(words: SimpleNetStrings, { label }: State, numbers: Numbers | undefined, choose: (label: number) => void): TemplateResult {
  const cells = (values: Float64Array | undefined) => classes.map((k) => html`<td>${values ? fixed(values[k] as number, 6) : '…'}</td>`);
  return html`<div><table id="outputs-table">
    <thead>
      <tr>
        <th scope="col">${words.class}</th>
        ${classes.map((k) => html`<th scope="col">${k}</th>`)}
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row"><var>x</var> <var>W</var></th>
        ${cells(numbers?.scores)}
      </tr>
      <tr>
        <th scope="row">softmax</th>
        ${cells(numbers?.probabilities)}
      </tr>
      <tr>
        <th scope="row"><var>t</var></th>
        ${classes.map(
          (k) => html`<td>
            <label class="one-hot"><input type="radio" name="label" value=${k} aria-label=${words.rightClass(k)} .checked=${k === label} @change=${() => choose(k)} /> ${k === label ? 1 : 0}</label>
          </td>`,
        )}
      </tr>
    </tbody>
  </table></div>`;
}

export function lossShown(words: SimpleNetStrings, numbers: Numbers | undefined): TemplateResult {
  return html`<dl>
    <div>
      <dt>${words.loss}</dt>
      <dd id="loss">${numbers ? fixed(numbers.loss, 10) : '…'}</dd>
    </div>
    <div>
      <dt>${words.largestDifference}</dt>
      <dd id="difference">${numbers ? written(numbers.difference.largest, 2) : '…'}</dd>
    </div>
  </dl>`;
}

/** The central difference of one weight's loss, as the numerical gradient has it, beside what backprop finds. */
export function differenceTable(words: SimpleNetStrings, { weight, h }: State, beside: Beside | undefined, numbers: Numbers | undefined): TemplateResult {
  const row = (title: TemplateResult | string, id: string, text: string) => html`<tr>
    <th scope="row">${title}</th>
    <td id=${id}>${text}</td>
  </tr>`;
  const symbol = weightSymbol(weightNames[weight] ?? '');
  const [slope, entry] = [numbers?.numericalGradient[weight], numbers?.gradient[weight]];
  return html`<div><table id="nudge">
    <caption>
      ${symbol} ${words.byDifferences(written(h))}
    </caption>
    <tbody>
      ${row(words.below, 'below', beside ? fixed(beside.below, 10) : '…')} ${row(words.above, 'above', beside ? fixed(beside.above, 10) : '…')}
      ${row(words.slope, 'slope', slope === undefined ? '…' : fixed(slope, 7))}
      ${row(html`<var>∂L</var>/∂${symbol}${words.byBackprop}`, 'entry', entry === undefined ? '…' : fixed(entry, 7))}
    </tbody>
  </table></div>`;
}

/** The loss, and what the last nudge did to it. */
export function nudgeAnswer(words: SimpleNetStrings, weight: number, nudge: Nudge | undefined): TemplateResult {
  if (!nudge) return html`<p class="answer" id="answer">…</p>`;
  return html`<p class="answer" id="answer">
    <strong><var>L</var> = ${fixed(nudge.before, 3)}</strong> ${words.nudged(weightNames[weight] ?? '', written(nudgeBy), fixed(nudge.after, 3), decimals(nudge.change, 3))}
  </p>`;
}
