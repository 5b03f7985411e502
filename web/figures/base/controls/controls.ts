import { html, nothing, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { allowedBy, type NumberRule, obeys } from '../state/reading.ts';
import { logPosition, logValue } from './numbers.ts';

export interface NumberControl {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** What may be typed. */
  readonly rule: NumberRule;
  /** What the slider spans, if less than the rule allows; a slider that is not logarithmic goes by whole steps unless told. */
  readonly slider?: { readonly lowest?: number; readonly highest?: number; readonly log?: boolean; readonly step?: number };
  /** Values to be had by one press. */
  readonly presets?: readonly number[];
  readonly disabled?: boolean;
  readonly change: (value: number) => void;
}

const logSteps = 400;

/** A slider and, beside it, the number itself to be typed. A number that the rule forbids is not passed on, and it is said why. */
export function numberControl(words: SharedStrings, control: NumberControl): TemplateResult {
  const { id, label, value, rule, slider = {}, presets = [], disabled = false, change } = control;
  const { lowest = rule.lowest, highest = rule.highest, log = false, step = 1 } = slider;
  const slid = (event: Event) => {
    const given = (event.target as HTMLInputElement).valueAsNumber;
    change(log ? logValue(given / logSteps, lowest, highest) : given);
  };
  const typed = (event: Event) => {
    const given = (event.target as HTMLInputElement).valueAsNumber;
    if (obeys(given, rule)) change(given);
  };
  return html`<div class="control number">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="range"
      min=${log ? 0 : lowest}
      max=${log ? logSteps : highest}
      step=${log ? 1 : step}
      .value=${String(log ? Math.round(logSteps * logPosition(value, lowest, highest)) : value)}
      aria-valuetext=${value}
      ?disabled=${disabled}
      @input=${slid}
    />
    <input
      class="typed"
      type="number"
      required
      inputmode=${rule.integer ? 'numeric' : 'decimal'}
      min=${rule.lowest}
      max=${rule.highest}
      step=${rule.integer ? 1 : 'any'}
      value=${String(value)}
      .value=${String(value)}
      aria-label=${words.typed(label)}
      aria-describedby="${id}-not-used"
      ?disabled=${disabled}
      @change=${typed}
    />
    <span class="not-used" id="${id}-not-used">${words.notUsed(allowedBy(rule))}</span>
    ${
      presets.length > 0
        ? html`<div class="presets" role="group" aria-label=${label}>
            ${presets.map((each) => html`<button type="button" class="preset" aria-pressed=${each === value} ?disabled=${disabled} @click=${() => change(each)}>${each}</button>`)}
          </div>`
        : nothing
    }
  </div>`;
}

export interface SelectControl<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  /** Value and what the reader sees of it. */
  readonly options: readonly (readonly [T, string])[];
  readonly disabled?: boolean;
  readonly change: (value: T) => void;
}

export function selectControl<T extends string>({ id, label, value, options, disabled = false, change }: SelectControl<T>): TemplateResult {
  return html`<div class="control">
    <label for=${id}>${label}</label>
    <select id=${id} ?disabled=${disabled} @change=${(event: Event) => change((event.target as HTMLSelectElement).value as T)}>
      ${options.map(([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`)}
    </select>
  </div>`;
}

export function checkControl(label: string, checked: boolean, change: (checked: boolean) => void): TemplateResult {
  return html`<label class="check"><input type="checkbox" .checked=${checked} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /> ${label}</label>`;
}

/** What is wrong, one line each; read out when it changes. */
export function noticeLines(lines: readonly (string | TemplateResult)[]): TemplateResult {
  return html`<div class="notices" role="status">${lines.map((line) => html`<div class="notice">${line}</div>`)}</div>`;
}

/** Text that only a screen reader tells, whenever it changes. */
export function liveText(id: string, text: string): TemplateResult {
  return html`<p class="for-screen-readers" id=${id} aria-live="polite">${text}</p>`;
}
