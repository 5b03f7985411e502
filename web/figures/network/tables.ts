import { html, type TemplateResult } from 'lit';
import type { NetworkStrings } from '../../i18n/network.ts';
import { decimals, percent, written } from '../base/controls/numbers.ts';
import type { Column } from '../base/exports/export.ts';
import { type Flow, unitOf } from './compute.ts';
import { hiddenSize, outputs } from './state.ts';
import { voicesFor } from './voices.ts';

/** A hidden unit in numbers: its sum, and what it says to each output. */
export function unitTable(words: NetworkStrings, flow: Flow, unit: number, output: number): TemplateResult {
  const { raising, lowering, bias, a, z, weightsOut, contributions } = unitOf(flow, unit);
  return html`<div>
    <p class="spelled" id="unit-sum">${words.unitSum(unit, decimals(raising, 3), decimals(lowering, 3), decimals(bias, 3), decimals(a, 3), decimals(z, 3))}</p>
    <table id="contributions">
      <caption>${words.unitTable(unit)}</caption>
      <thead>
        <tr><th scope="col">${words.class}</th><th scope="col">${words.weight}</th><th scope="col">${words.contribution}</th></tr>
      </thead>
      <tbody>
        ${outputs.map(
          (k) => html`<tr aria-current=${k === output ? 'true' : 'false'}>
            <th scope="row">${k}</th><td>${decimals(weightsOut[k] as number, 3)}</td><td>${decimals(contributions[k] as number, 3)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Softmax, step by step. */
export function softmaxTable(words: NetworkStrings, { a2, powers, powerSum, y }: Flow, output: number): TemplateResult {
  return html`<div><table id="softmax">
    <caption>${words.softmaxTable}</caption>
    <thead>
      <tr><th scope="col">${words.class}</th><th scope="col">${words.sumColumn}</th><th scope="col">${words.powerColumn}</th><th scope="col">${words.probability}</th></tr>
    </thead>
    <tbody>
      ${outputs.map(
        (k) => html`<tr aria-current=${k === output ? 'true' : 'false'}>
          <th scope="row">${k}</th><td>${decimals(a2[k] as number, 3)}</td><td>${written(powers[k] as number, 4)}</td><td>${percent(y[k] as number)}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr><th scope="row">${words.total}</th><td></td><td>${written(powerSum, 4)}</td><td>${percent(1)}</td></tr>
    </tfoot>
  </table></div>`;
}

/** For a file: each hidden unit, and what it says for the output. */
export function unitColumns(flow: Flow | undefined, output: number): Column[] {
  const voices = flow ? voicesFor(flow, output) : [];
  return [
    { name: 'hidden unit', values: Array.from({ length: hiddenSize }, (_, unit) => unit) },
    { name: 'a1', values: flow?.a1 ?? [] },
    { name: 'z', values: flow?.z ?? [] },
    { name: `W2 to output ${output}`, values: voices.map(({ weight }) => weight) },
    { name: 'contribution', values: voices.map(({ contribution }) => contribution) },
  ];
}

/** For a file: each output. */
export function outputColumns(flow: Flow | undefined): Column[] {
  return [
    { name: 'output', values: outputs },
    { name: 'a2', values: flow?.a2 ?? [] },
    { name: 'exp(a2)', values: flow?.powers ?? [] },
    { name: 'softmax', values: flow?.y ?? [] },
  ];
}
