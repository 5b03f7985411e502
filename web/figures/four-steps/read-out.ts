import { html, nothing, type TemplateResult } from 'lit';
import type { Phase } from '../../engine/api/api.ts';
import type { FourStepsStrings } from '../../i18n/four-steps.ts';
import { counted, decimals, written } from '../base/controls/numbers.ts';
import { written as listed } from '../base/tools/listing.ts';
import { stepListing } from '../learning/step-listing.ts';
import type { State } from './state.ts';
import type { Iteration } from './stepper.ts';
import { change, changesOf } from './tasks.ts';

export const phases: readonly Phase[] = ['mini-batch', 'gradient', 'update', 'record'];

/** The four phases in a row, the one that was run last marked, and what it has done. */
export function phaseList(words: FourStepsStrings, iteration: Iteration | undefined): TemplateResult {
  return html`<ol class="phases">
      ${phases.map((phase) => html`<li aria-current=${iteration?.phase === phase ? 'step' : nothing}>${words.phases[phase]}</li>`)}
    </ol>
    <p class="done" id="done" role="status">${iteration && doneText(words, iteration)}</p>`;
}

function doneText(words: FourStepsStrings, iteration: Iteration): string {
  switch (iteration.phase) {
    case 'mini-batch':
      return words.drawn(iteration.number, counted(iteration.batchSize));
    case 'gradient':
      return words.gradientFound(written(iteration.gradient?.norms.all ?? Number.NaN, 3));
    case 'update':
      return words.updated;
    case 'record':
      return words.recorded;
  }
}

/** The function that is run, its line of this phase marked. */
export function litListing(words: FourStepsStrings, state: State, phase: Phase | undefined): TemplateResult {
  const { functions, at } = stepListing({ ...state, optimizer: 'sgd' }, phase).numpy;
  const { lines, current } = listed('numpy', { functions: functions.slice(0, 1), at });
  return html`<div class="code lit">
    <pre tabindex="0" role="region" aria-label=${words.listing} lang="en"><code>${lines.map((line, i) => html`<span class=${line.trimStart().startsWith('#') ? 'line comment' : 'line'} aria-current=${i === current ? 'step' : 'false'}>${`${line}\n`}</span>`)}</code></pre>
  </div>`;
}

/** The loss before and after, on this batch and on all digits. What is not known yet has its room kept. */
export function lossTable(words: FourStepsStrings, iteration: Iteration | undefined, all: number): TemplateResult {
  const changes = iteration && changesOf(iteration);
  const row = (part: 'own' | 'all', name: string) => html`<tr class=${part}>
    <th scope="row">${name}</th>
    <td>${iteration && decimals(iteration.before[part], 3)}</td>
    <td>${iteration?.after && decimals(iteration.after[part], 3)}</td>
    <td><strong>${changes && change(changes[part])}</strong></td>
  </tr>`;
  return html`<div>
    <table class="answer" id="losses">
      <caption class="for-screen-readers">${words.losses}</caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.before}</th>
          <th scope="col">${words.after}</th>
          <th scope="col">${words.change}</th>
        </tr>
      </thead>
      <tbody>
        ${row('own', words.own)} ${row('all', words.all(counted(all)))}
      </tbody>
    </table>
  </div>`;
}

/** All iterations that are over. */
export function iterationsTable(words: FourStepsStrings, iterations: readonly Iteration[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.table}>
    <table id="iterations-table">
      <caption>${words.table}</caption>
      <thead>
        <tr>
          <th scope="col">${words.iteration}</th>
          <th scope="col">${words.batchSize}</th>
          <th scope="col">${words.ownChange}</th>
          <th scope="col">${words.allChange}</th>
        </tr>
      </thead>
      <tbody>
        ${iterations.map((iteration) => {
          const { own = Number.NaN, all = Number.NaN } = changesOf(iteration) ?? {};
          return html`<tr><th scope="row">${iteration.number}</th><td>${iteration.batchSize}</td><td>${change(own)}</td><td>${change(all)}</td></tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
