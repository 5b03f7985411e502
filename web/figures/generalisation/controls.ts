import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import { type NumberControl, numberControl } from '../base/controls/controls.ts';
import type { NumberRule } from '../base/state/reading.ts';
import { hiddenRule, iterationsRule, rateRule, type State, seedRule } from './state.ts';

/** What all runs share. The length of a run acts at once; each of the others makes another run. */
export function settingsControls(words: GeneralisationStrings, shared: SharedStrings, state: State, change: (state: Readonly<Record<string, number>>) => void): TemplateResult {
  const control = (rule: NumberRule, label: string, value: number, slider: NonNullable<NumberControl['slider']>) =>
    numberControl(shared, { id: rule.attribute, label, value, rule, slider, change: (given) => change({ [rule.attribute]: given }) });
  return html`<div class="controls">
    ${control(iterationsRule, words.end, state.iterations, { lowest: 200, highest: 10_000, step: 200 })}
    ${control(rateRule, words.learningRate, state.learningRate, { lowest: 1e-3, highest: 10, log: true })}
    ${control(hiddenRule, words.hiddenSize, state.hiddenSize, { highest: 200 })} ${control(seedRule, words.seedName, state.seed, { highest: 100 })}
  </div>`;
}
