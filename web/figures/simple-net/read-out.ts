import { html, type TemplateResult } from 'lit';
import type { Nudge } from '../../engine/api/api.ts';
import type { SimpleNetStrings } from '../../i18n/simple-net.ts';
import { written } from '../base/controls/numbers.ts';
import type { Numbers } from './compute.ts';
import { fixed } from './draw.ts';
import { classes, type State } from './state.ts';

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

/** What a nudge of h does to the loss, beside what the gradient says that it does. */
export function nudgeTable(
  words: SimpleNetStrings,
  { name, weight, h }: { name: string; weight: number; h: number },
  nudge: Nudge | undefined,
  numbers: Numbers | undefined,
): TemplateResult {
  const row = (title: TemplateResult | string, id: string, text: string) => html`<tr>
    <th scope="row">${title}</th>
    <td id=${id}>${text}</td>
  </tr>`;
  const entry = numbers?.gradient[weight];
  return html`<div><table id="nudge">
    <caption>
      ${weightSymbol(name)} ${words.grows(written(h))}
    </caption>
    <tbody>
      ${row(words.before, 'before', nudge ? fixed(nudge.before, 10) : '…')} ${row(words.after, 'after', nudge ? fixed(nudge.after, 10) : '…')}
      ${row(words.change, 'change', nudge ? written(nudge.change, 6) : '…')} ${row(words.slope, 'slope', nudge ? fixed(nudge.slope, 7) : '…')}
      ${row(html`<var>∂L</var>/∂${weightSymbol(name)}${words.byBackprop}`, 'entry', entry === undefined ? '…' : fixed(entry, 7))}
    </tbody>
  </table></div>`;
}
