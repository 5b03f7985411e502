import { html, nothing, type TemplateResult } from 'lit';
import type { Erratum, ErratumId } from '../../engine/api/api.ts';
import type { ErrataStrings } from '../../i18n/errata.ts';
import type { Form } from './draw.ts';
import { lines } from './lines.ts';
import type { Outcome } from './outcome.ts';
import { mistakeAfterKey, mistakes } from './state.ts';

/** All mistakes, one of them chosen; arrows lead from one to the next. */
export function mistakeList(words: ErrataStrings, list: readonly Erratum[], chosen: ErratumId, choose: (mistake: ErratumId) => void): TemplateResult {
  const key = (event: KeyboardEvent) => {
    const next = mistakeAfterKey(chosen, event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#mistake-${next}`)?.focus();
  };
  return html`<div class="mistakes" role="tablist" aria-orientation="vertical" aria-label=${words.list} @keydown=${key}>
    ${mistakes.map(
      (each) => html`<button
        type="button"
        role="tab"
        id="mistake-${each}"
        aria-selected=${each === chosen}
        aria-controls="mistake"
        tabindex=${each === chosen ? 0 : -1}
        @click=${() => choose(each)}
      >
        <span class="section">${list.find(({ id }) => id === each)?.section ?? ''}</span> ${words.mistakes[each].name}
      </button>`,
    )}
  </div>`;
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
