import { html, type TemplateResult } from 'lit';
import { activations } from '../../engine/api/net-file.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { checkControl, numberControl, selectControl } from '../base/controls/controls.ts';
import { optimizerNames, optimizers } from '../learning/optimizers.ts';
import { batchRule, rateRule } from '../learning/rules.ts';
import { settingControl, trainingControls } from '../learning/settings.ts';
import { dataNames, type State, weightInits } from './state.ts';

export interface SettingsControls {
  readonly words: TrainingStrings;
  readonly shared: SharedStrings;
  readonly state: State;
  readonly trainSize: number | undefined;
  readonly change: (state: Record<string, string | number | boolean | null>) => void;
}

/** Each with a button that has another run learn from the start. */
const rates = [0.01, 0.1, 1, 3, 10];

export interface RateControl {
  readonly words: TrainingStrings;
  readonly shared: SharedStrings;
  readonly rate: number;
  /** Acts at once. */
  readonly change: (rate: number) => void;
  /** From the same initial weights; undefined while no run can begin. */
  readonly learn: ((rate: number) => void) | undefined;
}

/** The rate of the run that stands, and rates at which another one begins. */
export function rateControl({ words, shared, rate, change, learn }: RateControl): TemplateResult {
  return html`<div class="rates">
    ${numberControl(shared, { id: rateRule.attribute, label: words.learningRate, value: rate, rule: rateRule, slider: { lowest: 1e-3, highest: 10, log: true }, change })}
    <div class="presets" role="group" aria-label=${words.learnFrom}>
      <span class="label">${words.learnFrom}</span>
      ${rates.map((each) => html`<button type="button" class="preset" id="rate-${String(each).replace('.', '-')}" aria-pressed=${each === rate} ?disabled=${!learn} @click=${() => learn?.(each)}>${each}</button>`)}
    </div>
  </div>`;
}

/** The other hyper-parameters: each makes another run. */
export function settingsControls({ words, shared, state, trainSize, change }: SettingsControls): TemplateResult {
  const named = <T extends string>(names: readonly T[], texts: Readonly<Record<T, string>>) => names.map((name) => [name, texts[name]] as const);
  // What another kind of data would not fit goes back to that kind's own defaults.
  const otherData = (data: string) => change({ data, 'hidden-size': null, 'batch-size': null, activation: null, 'weight-init': null });
  const control = settingControl(shared, change);
  const { hiddenSize, seed } = trainingControls(words, control);
  return html`<div class="controls">
    ${control(batchRule, words.batchSize, state.batchSize, { highest: Math.min(500, trainSize ?? 500) })}
    ${hiddenSize(state.hiddenSize)}
    ${selectControl({ id: 'optimizer', label: words.optimizer, value: state.optimizer, options: named(optimizers, optimizerNames), change: (optimizer) => change({ optimizer }) })}
    ${selectControl({ id: 'activation', label: words.activation, value: state.activation, options: named(activations, words.activations), change: (activation) => change({ activation }) })}
    ${selectControl({ id: 'weight-init', label: words.weightInit, value: state.weightInit, options: named(weightInits, words.weightInits), change: (init) => change({ 'weight-init': init }) })}
    ${selectControl({ id: 'data', label: words.data, value: state.data, options: named(dataNames, words.dataNames), change: otherData })}
    ${seed(state.seed)}
    ${checkControl(words.log, state.log, (log) => change({ log }))}
  </div>`;
}
