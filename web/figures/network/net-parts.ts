import { html, type TemplateResult } from 'lit';
import type { NetworkStrings } from '../../i18n/network.ts';
import { decimals, percent } from '../base/controls/numbers.ts';
import type { Flow } from './compute.ts';
import { hiddenSize, outputs, unitByKey } from './state.ts';

export interface UnitsOptions {
  readonly flow: Flow | undefined;
  /** The hidden unit that is open. */
  readonly open: number | undefined;
  /** That which the Tab key comes to. */
  readonly reached: number;
  readonly press: (unit: number) => void;
  readonly focus: (unit: number) => void;
  /** A mouse is over it; undefined once it has gone. */
  readonly hover: (unit: number | undefined) => void;
}

/** A button over each hidden unit that the canvas shows; arrow keys go from one to the next. */
export function unitButtons(words: NetworkStrings, { flow, open, reached, press, focus, hover }: UnitsOptions): TemplateResult {
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const group = event.currentTarget as HTMLElement;
    const at = [...group.children].indexOf(event.target as Element);
    const next = unitByKey(at, event.key);
    if (next !== undefined) (group.children[next] as HTMLElement).focus();
    else if (event.key === 'Escape' && open !== undefined) press(open);
    else return;
    event.preventDefault();
  };
  const enter = (event: PointerEvent, unit: number) => {
    if (event.pointerType === 'mouse') hover(unit);
  };
  return html`<div class="units" role="group" aria-label=${words.hidden} @keydown=${key} @pointerleave=${() => hover(undefined)}>
    ${Array.from(
      { length: hiddenSize },
      (_, unit) => html`<button
        type="button"
        id="unit${unit}"
        tabindex=${unit === reached ? 0 : -1}
        aria-pressed=${unit === open}
        aria-label=${words.unitName(unit, flow ? decimals(flow.z[unit] as number, 2) : '…')}
        @click=${() => press(unit)}
        @focus=${() => focus(unit)}
        @pointerenter=${(event: PointerEvent) => enter(event, unit)}
      ></button>`,
    )}
  </div>`;
}

export function outputButtons(words: NetworkStrings, flow: Flow | undefined, chosen: number | undefined, press: (output: number) => void): TemplateResult {
  return html`<div class="outputs" role="group" aria-label=${words.output}>
    ${outputs.map(
      (k) => html`<button
        type="button"
        id="output${k}"
        aria-pressed=${k === chosen}
        aria-label=${words.outputName(k, flow ? percent(flow.y[k] as number, 1) : '…')}
        @click=${() => press(k)}
      ></button>`,
    )}
  </div>`;
}
