import { html, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { tabList } from '../controls/tab-list.ts';

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

const tabId = (tongue: CodeTongue) => `tab-${tongue}`;

/** Two tabs and the listing of the chosen one. */
export function codePanel(words: SharedStrings, { listing, tongue, choose, copy }: CodePanel): TemplateResult {
  const lines = listing[tongue].replace(/\n$/, '').split('\n');
  const current = listing.current?.[tongue];
  return html`<div class="code" id="code">
    <div class="row">
      ${tabList({ label: words.code, name: 'tabs', tabs: codeTongues, chosen: tongue, id: tabId, panel: 'listing', text: (each) => words.tongues[each], choose })}
      <button type="button" class="quiet" @click=${() => copy(listing[tongue])}>${words.copyCode}</button>
    </div>
    <pre id="listing" role="tabpanel" aria-labelledby=${tabId(tongue)} tabindex="0" lang="en"><code>${lines.map(
      (line, i) => html`<span class="line" aria-current=${i === current ? 'step' : 'false'}>${`${line}\n`}</span>`,
    )}</code></pre>
  </div>`;
}
