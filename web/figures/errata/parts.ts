import { html, nothing, type TemplateResult } from 'lit';
import type { Erratum, ErratumId } from '../../engine/api/api.ts';
import type { ErrataStrings } from '../../i18n/errata.ts';
import { tabList } from '../base/controls/tab-list.ts';
import type { Form } from './draw.ts';
import { lines } from './lines.ts';
import type { Outcome } from './outcome.ts';
import { mistakes } from './state.ts';

/** All mistakes, one of them chosen; arrows lead from one to the next. */
export function mistakeList(words: ErrataStrings, list: readonly Erratum[], chosen: ErratumId, choose: (mistake: ErratumId) => void): TemplateResult {
  return tabList({
    label: words.list,
    name: 'mistakes',
    tabs: mistakes,
    chosen,
    vertical: true,
    id: (mistake) => `mistake-${mistake}`,
    panel: 'mistake',
    text: (mistake) => html`<span class="section">${list.find(({ id }) => id === mistake)?.section ?? ''}</span> ${words.mistakes[mistake].name}`,
    choose,
  });
}

/** The lines of one form, what Python says to them, and what they give. */
export function formPanel(words: ErrataStrings, form: Form, mistake: ErratumId, outcome: Outcome | undefined): TemplateResult {
  const picture = outcome?.picture;
  const said = picture && 'message' in picture && form === 'wrong' ? picture.message : undefined;
  const drawn = picture?.kind !== 'message';
  return html`<div class="panel ${form}" id="panel-${form}">
    <h3>${words[form]}</h3>
    <div>
      <pre class="lines" tabindex="0" role="region" aria-label=${words[form]} lang="en">${lines[mistake][form]}</pre>
      ${said === undefined ? nothing : html`<p class="said-by-python" lang="en">${said}</p>`}
    </div>
    <div class="picture" ?hidden=${!drawn}>
      <canvas id=${form} role="img" data-title=${words[form]} aria-label=${words.picture[form]} aria-describedby="description"></canvas>
    </div>
  </div>`;
}

export function numbersTable(words: ErrataStrings, outcome: Outcome | undefined, wrongShown: boolean): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.numbers}>
    <table id="numbers">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.right}</th>
          ${wrongShown ? html`<th scope="col">${words.wrong}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${(outcome?.rows ?? []).map(
          ({ name, right, wrong }) => html`<tr>
            <th scope="row">${words.rows[name]}</th>
            <td>${right}</td>
            ${wrongShown ? html`<td>${wrong}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
