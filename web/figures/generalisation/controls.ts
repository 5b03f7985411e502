import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import { settingControl, trainingControls } from '../learning/settings.ts';
import { iterationsRule, type State } from './state.ts';

/** What all runs share. The length of a run acts at once; each of the others makes another run. */
export function settingsControls(words: GeneralisationStrings, shared: SharedStrings, state: State, change: (state: Readonly<Record<string, number>>) => void): TemplateResult {
  const control = settingControl(shared, change);
  const { learningRate, hiddenSize, seed } = trainingControls(words, control);
  return html`<div class="controls">
    ${control(iterationsRule, words.end, state.iterations, { lowest: 200, highest: 10_000, step: 200 })}
    ${learningRate(state.learningRate)} ${hiddenSize(state.hiddenSize)} ${seed(state.seed)}
  </div>`;
}
