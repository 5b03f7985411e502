import { html, nothing, type TemplateResult } from 'lit';
import type { SeriesStyle } from '../../draw/series.ts';
import type { DescentStrings } from '../../i18n/descent.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { swatch } from '../base/controls/swatch.ts';
import { optimizerNames, optimizers } from '../learning/optimizers.ts';
import { chapterRates, mostRuns, type Run, rateRule, withOneMore } from './state.ts';
import { rateStep } from './tasks.ts';

export interface RunControls {
  readonly words: DescentStrings;
  readonly shared: SharedStrings;
  readonly runs: readonly Run[];
  readonly style: (index: number) => SeriesStyle;
  readonly change: (runs: readonly Run[]) => void;
}

/** The one setting on the stage: the rate of the first run, in steps that can be hit by hand. Any rate may be typed. */
export function stageRate(shared: SharedStrings, words: DescentStrings, runs: readonly Run[], change: (runs: readonly Run[]) => void): TemplateResult {
  return numberControl(shared, {
    id: 'rate',
    label: words.learningRate,
    value: runs[0]?.learningRate ?? rateRule.fallback,
    rule: rateRule,
    slider: { lowest: rateStep, highest: 1.2, step: rateStep },
    change: (learningRate) => change(runs.map((run, i) => (i === 0 ? { ...run, learningRate } : run))),
  });
}

/** Optimiser and rate of each run; one more, one less, and the comparisons that are worth a press. */
export function runControls({ words, shared, runs, style, change }: RunControls): TemplateResult {
  const set = (index: number, part: Partial<Run>) => change(runs.map((run, i) => (i === index ? { ...run, ...part } : run)));
  const remove = (index: number, event: Event) => {
    // Its button goes with it: the keyboard's place is now at the run before.
    (event.currentTarget as HTMLElement)
      .closest('.runs')
      ?.querySelector<HTMLElement>(`#optimizer-${Math.max(0, index - 1)}`)
      ?.focus();
    change(runs.filter((_, i) => i !== index));
  };
  const full = runs.length === mostRuns;
  const rate = runs[0]?.learningRate ?? rateRule.fallback;
  const fourOptimizers = (['sgd', 'momentum', 'adagrad', 'adam'] as const).map((optimizer) => ({ optimizer, learningRate: rate }));
  return html`<div class="runs">
      ${runs.map(
        (run, i) => html`<div class="run" role="group" aria-label=${words.run(i + 1)}>
          ${
            runs.length > 1
              ? html`<div class="row run-head">
                  ${swatch(style(i))} <span>${words.run(i + 1)}</span>
                  <button type="button" class="quiet" aria-label=${words.removeRun(i + 1)} @click=${(event: Event) => remove(i, event)}>×</button>
                </div>`
              : nothing
          }
          ${selectControl({
            id: `optimizer-${i}`,
            label: words.optimizer,
            value: run.optimizer,
            options: optimizers.map((each) => [each, optimizerNames[each]] as const),
            change: (optimizer) => set(i, { optimizer }),
          })}
          ${numberControl(shared, {
            id: `rate-${i}`,
            label: words.learningRate,
            value: run.learningRate,
            rule: rateRule,
            slider: { lowest: 1e-10, highest: 10, log: true },
            ...(runs.length === 1 ? { presets: chapterRates } : {}),
            change: (learningRate) => set(i, { learningRate }),
          })}
        </div>`,
      )}
    </div>
    <div class="row">
      <button type="button" class="preset" aria-disabled=${full} @click=${() => full || change(withOneMore(runs))}>${words.addRun}</button>
      <button type="button" class="preset" @click=${() => change(chapterRates.map((learningRate) => ({ optimizer: 'sgd', learningRate })))}>${words.compareRates}</button>
      <button type="button" class="preset" @click=${() => change(fourOptimizers)}>${words.compareOptimizers}</button>
    </div>`;
}
