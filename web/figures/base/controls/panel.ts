import { html, nothing, type TemplateResult } from 'lit';

// For panel-styles.ts.

/** A picture with its title and legend. */
export function panel(title: string, picture: TemplateResult, legend: unknown = nothing): TemplateResult {
  return html`<section class="panel">
    <h3>${title}</h3>
    ${picture}
    <div class="legend">${legend}</div>
  </section>`;
}

/** One of the numbers behind the pictures; undefined while it is not known. */
export function fact(id: string, name: string, value: string | TemplateResult | undefined): TemplateResult {
  return html`<div><dt>${name}</dt><dd id=${id}>${value ?? '–'}</dd></div>`;
}
