import { html, nothing, type TemplateResult } from 'lit';
import type { GradientFieldStrings } from '../../i18n/gradient-field.ts';
import { written } from '../base/controls/numbers.ts';
import type { FieldData, Flow, Probe } from './compute.ts';
import { gridPoints } from './state.ts';

/** The point that is read out, f there, and the two components of the arrow. */
export function arrowAnswer(words: GradientFieldStrings, probe: Probe | undefined): TemplateResult {
  const component = (i: 0 | 1) => html`<strong>${probe ? componentText(probe.numerical[i] ?? Number.NaN, probe.exact[i] ?? Number.NaN) : '…'}</strong>`;
  return html`<div>
    <p class="point">
      ${words.here} <var>x</var> = ${probe ? `(${written(probe.at[0], 5)}, ${written(probe.at[1], 5)})` : '…'}, <var>f</var> = ${probe ? written(probe.value, 5) : '…'}
    </p>
    <p class="answer">−∇<var>f</var> = (${component(0)}, ${component(1)})</p>
  </div>`;
}

/** Of the arrow. Beside a slope of 0 the difference quotient shows nothing but its own error. */
export function componentText(numerical: number, exact: number): string {
  const isOwnError = numerical !== 0 && Math.abs(numerical) < 1e-6 && Math.abs(exact) <= Math.abs(numerical - exact);
  return isOwnError ? '≈ 0' : written(0 - numerical, 3);
}

/** Both gradients there. */
export function probeTable(words: GradientFieldStrings, probe: Probe | undefined): TemplateResult {
  const row = (name: TemplateResult, i: 0 | 1) => html`<tr>
    <th scope="row">${name}</th>
    <td>${probe ? written(probe.numerical[i] ?? Number.NaN) : '…'}</td>
    <td>${probe ? written(probe.exact[i] ?? Number.NaN) : '…'}</td>
  </tr>`;
  return html`<div>
    <table id="probe-table">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.numerical}</th>
          <th scope="col">${words.exact}</th>
        </tr>
      </thead>
      <tbody>
        ${row(html`<var>∂f</var>/<var>∂x</var><sub>0</sub>`, 0)} ${row(html`<var>∂f</var>/<var>∂x</var><sub>1</sub>`, 1)}
      </tbody>
    </table>
  </div>`;
}

export function worstDifference(words: GradientFieldStrings, field: FieldData | undefined): TemplateResult {
  return html`<p class="worst">
    ${words.worst(`${gridPoints} × ${gridPoints}`)}
    <output>${field ? written(field.largestDifference, 3) : '…'}</output>
    ${field && !Number.isFinite(field.largestDifference) ? words.undefinedSomewhere : nothing}
  </p>`;
}

/** Where each dropped point came from and where it flows, the last one first. */
export function dropsTable(words: GradientFieldStrings, flows: readonly Flow[], does: { readonly drop: () => void; readonly clear: () => void }): TemplateResult {
  const point = ([x0, x1]: readonly [number, number]) => `(${written(x0, 3)}, ${written(x1, 3)})`;
  const table = () => html`<div class="scroll" tabindex="0" role="region" aria-label=${words.drops}>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.from}</th>
          <th scope="col">${words.to}</th>
          <th scope="col"><var>f</var></th>
        </tr>
      </thead>
      <tbody>
        ${flows.toReversed().map((flow) => html`<tr><td>${point(flow.from)}</td><td>${point(flow.to)}</td><td>${written(flow.value, 3)}</td></tr>`)}
      </tbody>
    </table>
  </div>`;
  const clear = (event: Event) => {
    // There is nothing left for the button to do: the keyboard's place is now the one before it.
    ((event.currentTarget as HTMLElement).previousElementSibling as HTMLElement).focus();
    does.clear();
  };
  return html`<div class="drops">
    <span class="label">${words.drops}</span>
    <div class="list">${flows.length > 0 ? table() : html`<p>${words.noDrops}</p>`}</div>
    <div class="row">
      <button type="button" class="preset" @click=${does.drop}>${words.dropHere}</button>
      <button type="button" class="preset" ?disabled=${flows.length === 0} @click=${clear}>${words.clearDrops}</button>
    </div>
  </div>`;
}
