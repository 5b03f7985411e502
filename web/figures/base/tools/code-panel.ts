import { html, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { type CodeListing, type CodeTongue, written } from './listing.ts';

const codeTongues: readonly CodeTongue[] = ['numpy', 'cpp'];

export interface CodePanel {
  readonly listing: CodeListing;
  readonly tongue: CodeTongue;
  readonly choose: (tongue: CodeTongue) => void;
  readonly copy: (text: string) => void;
}

/** Two tabs and the listing of the chosen one. */
export function codePanel(words: SharedStrings, { listing, tongue, choose, copy }: CodePanel): TemplateResult {
  const { lines, current } = written(tongue, listing[tongue]);
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
      <button type="button" class="quiet" @click=${() => copy(`${lines.join('\n')}\n`)}>${words.copyCode}</button>
    </div>
    <pre id="listing" role="tabpanel" aria-labelledby="tab-${tongue}" tabindex="0" lang="en"><code>${lines.map(
      (line, i) => html`<span class="line" aria-current=${i === current ? 'step' : 'false'}>${`${line}\n`}</span>`,
    )}</code></pre>
  </div>`;
}
