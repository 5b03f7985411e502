import { html, nothing, type TemplateResult } from 'lit';
import type { PlaneChoice } from '../../engine/api.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { numberControl, selectControl } from '../shared/controls.ts';
import type { SettingsControls } from './controls.ts';
import { firstWeightRule, planes, secondWeightRule } from './state.ts';

/** The names of the two directions of a plane. */
export function planeAxes(words: TrainingStrings, plane: PlaneChoice): { along: string; across: string } {
  return plane.kind === 'weights' ? { along: words.weight(plane.first), across: words.weight(plane.second) } : words.planeAxes[plane.kind];
}

/** Which plane through parameter space is drawn; `parameterCount` is that of the net, once it is known. */
export function planeControls(
  words: TrainingStrings,
  shared: SharedStrings,
  plane: PlaneChoice,
  parameterCount: number | undefined,
  change: SettingsControls['change'],
): TemplateResult {
  const highest = (parameterCount ?? firstWeightRule.highest + 1) - 1;
  const weight = (rule: typeof firstWeightRule, label: string, value: number) =>
    numberControl(shared, { id: rule.attribute, label, value, rule: { ...rule, highest }, change: (given) => change({ [rule.attribute]: given }) });
  return html`<div class="plane-controls">
    ${selectControl({ id: 'plane', label: words.plane, value: plane.kind, options: planes.map((each) => [each, words.planes[each]] as const), change: (kind) => change({ plane: kind }) })}
    ${plane.kind === 'weights' ? html`${weight(firstWeightRule, words.firstWeight, plane.first)} ${weight(secondWeightRule, words.secondWeight, plane.second)}` : nothing}
  </div>`;
}
