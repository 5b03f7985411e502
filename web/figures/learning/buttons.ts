import { html, type TemplateResult } from 'lit';

/** What pressing a button does; undefined: it cannot be pressed. */
export type Press = (() => void) | undefined;

export function runButton(id: string, label: string, press: Press): TemplateResult {
  return html`<button type="button" id=${id} ?disabled=${!press} @click=${press}>${label}</button>`;
}

/** The one that has a run go on, and stand still. */
export function playButton(words: { readonly play: string; readonly pause: string }, playing: boolean, press: Press): TemplateResult {
  return html`<button type="button" class="primary" id="play" ?disabled=${!press} @click=${press}>${playing ? words.pause : words.play}</button>`;
}
