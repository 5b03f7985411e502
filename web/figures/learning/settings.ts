import type { TemplateResult } from 'lit';
import type { LearningStrings } from '../../i18n/learning.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import { type NumberControl, numberControl } from '../base/controls/controls.ts';
import type { NumberRule } from '../base/state/reading.ts';
import { hiddenRule, rateRule, seedRule } from './rules.ts';

type Change = (state: Readonly<Record<string, number>>) => void;
type SettingControl = (rule: NumberRule, label: string, value: number, slider?: NonNullable<NumberControl['slider']>) => TemplateResult;

/** Makes the control of a number of the state, which is named as the attribute of its rule. */
export function settingControl(shared: SharedStrings, change: Change): SettingControl {
  return (rule, label, value, slider = {}) => numberControl(shared, { id: rule.attribute, label, value, rule, slider, change: (given) => change({ [rule.attribute]: given }) });
}

/** The controls of what all trainings have. */
export function trainingControls(words: LearningStrings, control: SettingControl) {
  return {
    learningRate: (value: number) => control(rateRule, words.learningRate, value, { lowest: 1e-3, highest: 10, log: true }),
    hiddenSize: (value: number) => control(hiddenRule, words.hiddenSize, value, { highest: 200 }),
    seed: (value: number) => control(seedRule, words.seedName, value, { highest: 100 }),
  };
}
