import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Erratum, ErratumId } from '../../engine/api/api.ts';
import type { ErrataStrings } from '../../i18n/errata.ts';
import { tabList } from '../base/controls/tab-list.ts';
import type { Form } from './draw.ts';
import { lines } from './lines.ts';
import type { Outcome } from './outcome.ts';
import { mistakes } from './state.ts';

/** All mistakes, of which one may be chosen; arrows lead from one to the next. */
export function mistakeList(words: ErrataStrings, list: readonly Erratum[], chosen: ErratumId | undefined, choose: (mistake: ErratumId) => void): TemplateResult {
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

export interface Pair {
  readonly mistake: ErratumId;
  readonly outcome: Outcome | undefined;
  readonly rightFirst: boolean;
  /** It is said which of the two is right. */
  readonly named: boolean;
  /** False where the right form is shown alone. */
  readonly wrongShown: boolean;
  /** The reader takes this one for right. */
  readonly pick: (form: Form) => void;
}

/** Two programs and what they give; which is which is told once the reader has answered. */
export function pairOfPrograms(words: ErrataStrings, pair: Pair): TemplateResult {
  const order: readonly Form[] = pair.rightFirst ? ['right', 'wrong'] : ['wrong', 'right'];
  // By key, so that a canvas moves with its program.
  return html`<div class=${pair.wrongShown ? 'panels' : 'panels right-alone'}>
    ${repeat(
      order,
      (form) => form,
      (form, at) => program(words, form, at + 1, pair),
    )}
  </div>`;
}

/** The lines of one form, what Python says to them, and what they give. */
function program(words: ErrataStrings, form: Form, number: number, { mistake, outcome, named, pick }: Pair): TemplateResult {
  const picture = outcome?.picture;
  const said = named && picture && 'message' in picture && form === 'wrong' ? picture.message : undefined;
  const name = named ? words[form] : words.program(number);
  return html`<div class="panel ${form}">
    <div class="head">
      ${named ? html`<h3>${name}</h3>` : html`<button type="button" id="pick-${number}" @click=${() => pick(form)}>${words.isRight(number)}</button>`}
    </div>
    <div>
      <pre class="lines" tabindex="0" role="region" aria-label=${name} lang="en">${lines[mistake][form]}</pre>
      ${said === undefined ? nothing : html`<p class="said-by-python" lang="en">${said}</p>`}
    </div>
    <div class="picture" ?hidden=${picture?.kind === 'message'}>
      <canvas id=${form} role="img" data-title=${name} aria-label=${named ? words.picture[form] : words.pictureOf(number)} aria-describedby="description"></canvas>
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
