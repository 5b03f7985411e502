import { html, type TemplateResult } from 'lit';
import type { NetworkStrings } from '../../i18n/network.ts';
import { decimals, percent } from '../base/controls/numbers.ts';
import type { Flow } from './compute.ts';
import type { State } from './state.ts';
import { loudestOf, numbersOf, voicesFor } from './voices.ts';

export interface Said {
  readonly flow: Flow | undefined;
  /** How much of its way the net that is asked for has learnt, 0 … 1, while it learns. */
  readonly learning: number | undefined;
  readonly state: State;
  /** Nothing is drawn yet where a drawing is to flow. */
  readonly awaiting: boolean;
  readonly choose: (unit: number) => void;
}

/** What the net reads, and who speaks for that. */
export function says(words: NetworkStrings, { flow, learning, state, awaiting, choose }: Said): TemplateResult {
  const { unit, guess } = state;
  const line = () => {
    if (!flow) return html`<p class="answer">…</p>`;
    if (learning !== undefined) return html`<p class="answer">${words.learning(Math.round(100 * learning))}</p>`;
    if (awaiting) return html`<p class="answer" id="says"><strong>${words.drawFirst}</strong></p>`;
    if (guess !== undefined) return html`<p class="answer" id="says">${pointedSentence(words, flow, guess)}</p>`;
    const { answer } = flow;
    if (unit !== undefined) return html`<button type="button" class="primary" id="guess" @click=${() => choose(unit)}>${words.choose(unit, answer)}</button>`;
    return html`<p class="answer" id="says"><strong>${words.reads(answer, percent(flow.y[answer] as number, 1))}</strong> ${words.invitation}</p>`;
  };
  return html`<div class="says">${line()}</div>`;
}

function pointedSentence(words: NetworkStrings, flow: Flow, guess: number): string {
  const voices = voicesFor(flow, flow.answer);
  const pointed = voices[guess];
  if (!pointed) return '';
  const said = words.pointed(guess, ...numbersOf(pointed), flow.answer);
  const loudest = loudestOf(voices);
  return loudest.unit === guess ? words.isLoudest(said) : words.isLouder(said, loudest.unit, decimals(loudest.contribution, 3));
}
