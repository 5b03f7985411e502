import { html, type TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { ParameterPart } from '../../engine/api/api.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { WhyLossStrings } from '../../i18n/why-loss.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { written } from '../base/controls/numbers.ts';
import { swatch } from '../base/controls/swatch.ts';
import { digitCount, type Sweep, type Tip } from './compute.ts';
import { accuracyStyle, lossStyle } from './draw.ts';
import { type State, spanRule } from './state.ts';
import { netParts, type Place, parameterAt, rowSide } from './weight-map.ts';

/** W2(4, 7); a bias has one index. */
export function weightName({ part, row, column, sides }: Place): string {
  return `${part.name}(${sides.row ? `${row}, ` : ''}${column})`;
}

export function readOut(words: WhyLossStrings, theme: DrawTheme, swept: Sweep | undefined): TemplateResult {
  const shown = (value: number | undefined, digits: number) => (value === undefined ? '…' : written(value, digits));
  return html`<div><table class="read-out">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${words.value}</th>
        <th scope="col">${words.derivative}</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">${swatch(accuracyStyle(theme))} ${words.accuracy}</th>
        <td id="accuracy">${swept ? words.right(Math.round(digitCount * swept.now.accuracy), digitCount) : '…'}</td>
        <td id="accuracy-slope">${shown(swept?.accuracySlope, 3)}</td>
      </tr>
      <tr>
        <th scope="row">${swatch(lossStyle(theme))} ${words.loss}</th>
        <td id="loss">${shown(swept?.now.loss, 6)}</td>
        <td id="loss-slope">${shown(swept?.lossSlope, 3)}</td>
      </tr>
    </tbody>
  </table></div>`;
}

/** Which of the two tells where to turn the weight. */
export function answer(words: WhyLossStrings, { accuracySlope, lossSlope }: Pick<Sweep, 'accuracySlope' | 'lossSlope'>): string {
  const accuracy = accuracySlope === 0 ? words.accuracyIsLevel : words.accuracyJumps;
  const loss = lossSlope === 0 ? words.lossIsLevel : lossSlope < 0 ? words.lossFallsUpwards : words.lossFallsDownwards;
  return loss(accuracy);
}

/** Whose room is kept while the net learns. */
export function longestAnswer(words: WhyLossStrings): string {
  return answer(words, { accuracySlope: 0, lossSlope: 1 });
}

export function tipSentence(words: WhyLossStrings, tip: Tip | undefined): string {
  return tip ? words.tips(written(tip.at, 3), tip.label, tip.left, tip.right) : words.noTip;
}

export function weightTable(words: WhyLossStrings, swept: Sweep | undefined): TemplateResult {
  const shown = (value: number | undefined) => (value === undefined ? '…' : written(value, 3));
  return html`<table class="weights">
    <tbody>
      <tr>
        <th scope="row">${words.weightNow}</th>
        <td id="weight">${shown(swept?.now.weight)}</td>
      </tr>
      <tr>
        <th scope="row">${words.weightLearnt}</th>
        <td>${shown(swept?.learnt)}</td>
      </tr>
    </tbody>
  </table>`;
}

export interface WeightControls {
  readonly words: WhyLossStrings;
  readonly shared: SharedStrings;
  readonly state: State;
  readonly place: Place;
  readonly change: (state: Readonly<Record<string, number | null>>) => void;
}

/** Which weight, and how far it is swept. */
export function weightControls({ words, shared, state, place, change }: WeightControls): TemplateResult {
  const { part, row, column, sides } = place;
  const turn = (weight: number) => change({ weight, value: null });
  const index = (id: string, side: keyof WhyLossStrings['sides'], value: number, count: number, chosen: (value: number) => number) =>
    numberControl(shared, {
      id,
      label: words.sides[side],
      value,
      rule: { attribute: id, lowest: 0, highest: count - 1, integer: true, fallback: 0 },
      // The rows of a bias: there is one.
      disabled: count === 1,
      change: (given) => turn(chosen(given)),
    });
  return html`<div class="controls">
    ${selectControl({
      id: 'layer',
      label: words.layer,
      value: part.name,
      options: netParts.map(({ name }) => [name, words.layers[name]] as const),
      change: (name) => turn(middleOf(netParts.find((each) => each.name === name) ?? part)),
    })}
    ${index('row', rowSide(part), row, part.rows, (given) => parameterAt(part, given, column))}
    ${index('column', sides.column, column, part.columns, (given) => parameterAt(part, row, given))}
    ${numberControl(shared, { id: 'span', label: words.span, value: state.span, rule: spanRule, slider: { log: true }, change: (span) => change({ span, value: null }) })}
  </div>`;
}

/** A weight from the middle of the image is one that most digits use. */
function middleOf(part: ParameterPart): number {
  const side = Math.sqrt(part.rows);
  const row = part.name === 'W1' && Number.isInteger(side) ? (side / 2) * side + side / 2 : Math.floor(part.rows / 2);
  return parameterAt(part, row, Math.floor(part.columns / 2));
}
