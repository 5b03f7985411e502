import { html, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';

export type CodeTongue = 'numpy' | 'cpp';

const codeTongues: readonly CodeTongue[] = ['numpy', 'cpp'];

/** The few lines that a figure runs, in Python and in C++. */
export interface CodeListing {
  readonly numpy: string;
  readonly cpp: string;
  /** The line that is being executed, from 0, in each. */
  readonly current?: { readonly numpy: number; readonly cpp: number };
}

export interface CodePanel {
  readonly listing: CodeListing;
  readonly tongue: CodeTongue;
  readonly choose: (tongue: CodeTongue) => void;
  readonly copy: (text: string) => void;
}

/** Two tabs and the listing of the chosen one. */
export function codePanel(words: SharedStrings, { listing, tongue, choose, copy }: CodePanel): TemplateResult {
  const lines = listing[tongue].replace(/\n$/, '').split('\n');
  const current = listing.current?.[tongue];
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = tongue === 'numpy' ? 'cpp' : 'numpy';
    choose(other);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return html`<div class="code" id="code">
    <div class="row">
      <div class="tabs" role="tablist" aria-label=${words.code} @keydown=${key}>
        ${codeTongues.map(
          (each) => html`<button
            type="button"
            role="tab"
            id="tab-${each}"
            aria-selected=${each === tongue}
            aria-controls="listing"
            tabindex=${each === tongue ? 0 : -1}
            @click=${() => choose(each)}
          >
            ${words.tongues[each]}
          </button>`,
        )}
      </div>
      <button type="button" class="quiet" @click=${() => copy(listing[tongue])}>${words.copyCode}</button>
    </div>
    <pre id="listing" role="tabpanel" aria-labelledby="tab-${tongue}" tabindex="0" lang="en"><code>${lines.map(
      (line, i) => html`<span class="line" aria-current=${i === current ? 'step' : 'false'}>${`${line}\n`}</span>`,
    )}</code></pre>
  </div>`;
}
