import { html, type TemplateResult } from 'lit';
import { percent } from '../base/controls/numbers.ts';
import { labels } from './state.ts';
import type { Subject } from './subject.ts';

/** What the net reads, and how many pixels are changed. */
export function readingSentence({ words, answer, before, learning, changed, set, state }: Subject): TemplateResult {
  const sentence = () => {
    if (!answer || !before || !set) return '…';
    if (learning !== undefined) return words.netLearns(Math.round(100 * learning));
    const label = set.labels[state.digit] as number;
    const reads = html`<strong>${words.reads(answer.digit, percent(answer.probabilities[answer.digit] as number, 1))}</strong>`;
    if (before.digit !== label) return html`${reads} ${words.misread(label)}`;
    return html`${reads} ${words.changed(changed.length)}`;
  };
  return html`<p class="answer" id="says">${sentence()}</p>`;
}

/** The ten probabilities; the largest is set off. */
export function probabilityBars({ words, answer }: Subject): TemplateResult {
  return html`<ol class="bars" aria-label=${words.probabilities}>
    ${labels.map((label, k) => {
      const share = answer?.probabilities[k] ?? 0;
      return html`<li aria-current=${k === answer?.digit ? 'true' : 'false'}><b>${label}</b><span class="column"><i style="block-size: ${100 * share}%"></i></span><span class="share">${percent(share, 0)}</span></li>`;
    })}
  </ol>`;
}
