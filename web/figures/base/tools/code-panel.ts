import { html, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { tabList } from '../controls/tab-list.ts';
import { type CodeListing, type CodeTongue, written } from './listing.ts';

const codeTongues: readonly CodeTongue[] = ['numpy', 'cpp'];

export interface CodePanel {
  readonly listing: CodeListing;
  readonly tongue: CodeTongue;
  readonly choose: (tongue: CodeTongue) => void;
  readonly copy: (text: string) => void;
}

const tabId = (tongue: CodeTongue) => `tab-${tongue}`;

/** Two tabs and the listing of the chosen one. */
export function codePanel(words: SharedStrings, { listing, tongue, choose, copy }: CodePanel): TemplateResult {
  const { lines, current } = written(tongue, listing[tongue]);
  return html`<div class="code" id="code">
    <div class="row">
      ${tabList({ label: words.code, name: 'tabs', tabs: codeTongues, chosen: tongue, id: tabId, panel: 'listing', text: (each) => words.tongues[each], choose })}
      <button type="button" class="quiet" @click=${() => copy(`${lines.join('\n')}\n`)}>${words.copyCode}</button>
    </div>
    <pre id="listing" role="tabpanel" aria-labelledby=${tabId(tongue)} tabindex="0" lang="en"><code>${lines.map(
      (line, i) => html`<span class="line" aria-current=${i === current ? 'step' : 'false'}>${`${line}\n`}</span>`,
    )}</code></pre>
  </div>`;
}
