import { html, type TemplateResult } from 'lit';
import { counted } from '../base/controls/numbers.ts';
import { nextSeed } from '../learning/rules.ts';
import type { Subject } from './subject.ts';

const steps = 100;

/** All digits as one bar, and the divider that the reader drags between the two parts of it. */
export function splitPart({ words, state, split }: Subject, change: (state: Readonly<Record<string, number>>) => void): TemplateResult {
  const { testFraction, seed } = state;
  const [train, test] = split ? [counted(split.trainSize), counted(split.testSize)] : ['–', '–'];
  const divide = (at: number) => change({ 'test-fraction': (steps - Math.min(steps - 1, Math.max(1, at))) / steps });
  // A slider's own keys move it by one.
  const key = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!event.shiftKey || direction === undefined) return;
    event.preventDefault();
    divide((event.currentTarget as HTMLInputElement).valueAsNumber + 10 * direction);
  };
  return html`<div class="split-parts">
    <div class="split-counts">
      <span class="train" id="train-size">${words.trainCount(train)}</span>
      <span class="test" id="test-size">${words.testCount(test)}</span>
    </div>
    <input
      id="divider"
      class="divider"
      style="--train: ${1 - testFraction}"
      type="range"
      min="0"
      max=${steps}
      .value=${String(Math.round(steps * (1 - testFraction)))}
      aria-label=${words.divider}
      aria-valuetext=${words.dividerText(train, test)}
      @input=${(event: Event) => divide((event.target as HTMLInputElement).valueAsNumber)}
      @keydown=${key}
    />
    <div class="row">
      <button type="button" id="another-split" @click=${() => change({ seed: nextSeed(seed) })}>${words.anotherSplit}</button>
      <span class="label">${words.seed(seed)}</span>
    </div>
  </div>`;
}
