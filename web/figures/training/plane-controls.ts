import { html, nothing, type TemplateResult } from 'lit';
import type { PlaneChoice } from '../../engine/api/api.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import type { NumberRule } from '../base/state/reading.ts';
import type { SettingsControls } from './controls.ts';
import { firstWeightRule, planes, type State, secondWeightRule, tiltRule, turnRule, views } from './state.ts';

/** The names of the two directions of a plane. */
export function planeAxes(words: TrainingStrings, plane: PlaneChoice): { along: string; across: string } {
  return plane.kind === 'weights' ? { along: words.weight(plane.first), across: words.weight(plane.second) } : words.planeAxes[plane.kind];
}

export interface PlaneControls {
  readonly words: TrainingStrings;
  readonly shared: SharedStrings;
  readonly state: State;
  /** Of the net, once it is known. */
  readonly parameterCount: number | undefined;
  readonly change: SettingsControls['change'];
}

/** Which plane through parameter space is drawn, and from where it is seen. */
export function planeControls({ words, shared, state: { plane, view, camera }, parameterCount, change }: PlaneControls): TemplateResult {
  const highest = (parameterCount ?? firstWeightRule.highest + 1) - 1;
  const number = (rule: NumberRule, label: string, value: number) =>
    numberControl(shared, { id: rule.attribute, label, value, rule, change: (given) => change({ [rule.attribute]: given }) });
  const weight = (rule: NumberRule, label: string, value: number) => number({ ...rule, highest }, label, value);
  return html`<div class="plane-controls">
    ${selectControl({ id: 'plane', label: words.plane, value: plane.kind, options: planes.map((each) => [each, words.planes[each]] as const), change: (kind) => change({ plane: kind }) })}
    ${selectControl({ id: 'view', label: words.view, value: view, options: views.map((each) => [each, words.views[each]] as const), change: (kind) => change({ view: kind }) })}
    ${plane.kind === 'weights' ? html`${weight(firstWeightRule, words.firstWeight, plane.first)} ${weight(secondWeightRule, words.secondWeight, plane.second)}` : nothing}
    ${view === 'landscape' ? html`${number(turnRule, words.turn, camera.turn)} ${number(tiltRule, words.tilt, camera.tilt)}` : nothing}
  </div>`;
}
