import { html, type TemplateResult } from 'lit';
import type { RaceStrings } from '../../i18n/race.ts';
import { kept } from '../base/controls/kept.ts';
import { logPosition, logValue } from '../base/controls/numbers.ts';
import { durationOf, longest } from './lanes.ts';
import { guessRule } from './state.ts';

const steps = 400;

/** A time from a second to ten years, on a log scale, told in the unit that suits it. */
export function guessControl(words: RaceStrings, seconds: number, change: (seconds: number) => void): TemplateResult {
  const { lowest, highest } = guessRule;
  const text = durationOf(words, seconds);
  const slid = (event: Event) => change(Math.round(logValue((event.target as HTMLInputElement).valueAsNumber / steps, lowest, highest)));
  return html`<div class="control guess">
    <label for="guess">${words.guess}</label>
    <input id="guess" type="range" min="0" max=${steps} step="1" .value=${String(Math.round(steps * logPosition(seconds, lowest, highest)))} aria-valuetext=${text} @input=${slid} />
    <output for="guess">${kept(text, longest.left(words))}</output>
  </div>`;
}
