import { html, type TemplateResult } from 'lit';
import { activations } from '../../engine/api/net-file.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { checkControl, selectControl } from '../base/controls/controls.ts';
import { optimizerNames, optimizers } from '../learning/optimizers.ts';
import { batchRule } from '../learning/rules.ts';
import { settingControl, trainingControls } from '../learning/settings.ts';
import { dataNames, type State, weightInits } from './state.ts';

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
  const control = settingControl(shared, change);
  const { learningRate, hiddenSize, seed } = trainingControls(words, control);
  return html`<div class="controls">
    ${learningRate(state.learningRate)}
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
