import { html, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { checkControl, numberControl, selectControl } from '../base/controls/controls.ts';
import { optimizerNames, optimizers } from '../learning/optimizers.ts';
import { activations, batchRule, dataNames, hiddenRule, rateRule, type State, seedRule, weightInits } from './state.ts';

export interface SettingsControls {
  readonly words: TrainingStrings;
  readonly shared: SharedStrings;
  readonly state: State;
  readonly trainSize: number | undefined;
  readonly change: (state: Record<string, string | number | boolean | null>) => void;
}

/** The hyper-parameters. The learning rate acts at once; all others make another run. */
export function settingsControls({ words, shared, state, trainSize, change }: SettingsControls): TemplateResult {
  const named = <T extends string>(names: readonly T[], texts: Readonly<Record<T, string>>) => names.map((name) => [name, texts[name]] as const);
  // What another kind of data would not fit goes back to that kind's own defaults.
  const otherData = (data: string) => change({ data, 'hidden-size': null, 'batch-size': null, activation: null, 'weight-init': null });
  return html`<div class="controls">
    ${numberControl(shared, { id: 'learning-rate', label: words.learningRate, value: state.learningRate, rule: rateRule, slider: { lowest: 1e-3, highest: 10, log: true }, change: (value) => change({ 'learning-rate': value }) })}
    ${numberControl(shared, { id: 'batch-size', label: words.batchSize, value: state.batchSize, rule: batchRule, slider: { highest: Math.min(500, trainSize ?? 500) }, change: (value) => change({ 'batch-size': value }) })}
    ${numberControl(shared, { id: 'hidden-size', label: words.hiddenSize, value: state.hiddenSize, rule: hiddenRule, slider: { highest: 200 }, change: (value) => change({ 'hidden-size': value }) })}
    ${selectControl({ id: 'optimizer', label: words.optimizer, value: state.optimizer, options: named(optimizers, optimizerNames), change: (optimizer) => change({ optimizer }) })}
    ${selectControl({ id: 'activation', label: words.activation, value: state.activation, options: named(activations, words.activations), change: (activation) => change({ activation }) })}
    ${selectControl({ id: 'weight-init', label: words.weightInit, value: state.weightInit, options: named(weightInits, words.weightInits), change: (init) => change({ 'weight-init': init }) })}
    ${selectControl({ id: 'data', label: words.data, value: state.data, options: named(dataNames, words.dataNames), change: otherData })}
    ${numberControl(shared, { id: 'seed', label: words.seed, value: state.seed, rule: seedRule, slider: { highest: 100 }, change: (value) => change({ seed: value }) })}
    ${checkControl(words.log, state.log, (log) => change({ log }))}
  </div>`;
}
