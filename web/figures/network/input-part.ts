import { html, nothing, type TemplateResult } from 'lit';
import { drawingPad } from '../../i18n/drawing-pad.ts';
import type { Language } from '../../i18n/language.ts';
import type { NetworkStrings } from '../../i18n/network.ts';
import type { PadView } from '../base/controls/pad-view.ts';
import { nets, type State } from './state.ts';

export interface Input {
  readonly language: Language;
  readonly state: State;
  readonly digitName: string;
  readonly pad: PadView;
  readonly step: (by: number) => void;
  readonly feed: (state: Readonly<Record<string, string | null>>) => void;
}

/** The digit, and what flows through which net. */
export function inputPart(words: NetworkStrings, { language, state, digitName, pad, step, feed }: Input): TemplateResult {
  const padWords = drawingPad[language];
  const own = state.source === 'own';
  const stepper = html`<div class="stepper">
    <button type="button" id="earlier" aria-label=${words.earlier} @click=${() => step(-1)}>‹</button>
    <button type="button" id="later" aria-label=${words.later} @click=${() => step(1)}>›</button>
  </div>`;
  return html`<div class="input">
    <p class="layer">${words.input}</p>
    <div class="picture"></div>
    <div class="feed">
      <div class="pad" ?hidden=${!own} data-empty=${pad.strokes.length === 0 ? padWords.title : nothing}>${pad.renderPad(padWords)}</div>
      ${own ? pad.renderButtons(padWords) : html`<span class="digit">${digitName}</span> ${stepper}`}
      <button type="button" id="source" @click=${() => feed({ source: own ? null : 'own' })}>${own ? words.test : words.own}</button>
      <div class="nets" role="group" aria-label=${words.net}>
        ${nets.map(
          (net) =>
            html`<button type="button" id=${net} aria-pressed=${net === state.net} @click=${() => feed({ net: net === 'trained' ? null : net })}>${words.nets[net]}</button>`,
        )}
      </div>
    </div>
  </div>`;
}
