import { html, type TemplateResult } from 'lit';

/** `text` in the room that the longest text of its kind would take, so that nothing moves when another comes (layout-styles.ts). */
export function kept(text: unknown, longest: string): TemplateResult {
  return html`<span class="kept" data-longest=${longest}><span>${text}</span></span>`;
}

/** The longest number that `written` makes with this many digits. */
export function longestNumber(digits: number): string {
  return `−8.${'8'.repeat(digits - 1)}e−88`;
}
