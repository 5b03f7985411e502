import { html, type TemplateResult } from 'lit';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { fact } from '../base/controls/panel.ts';
import { epochsOf } from '../learning/standing.ts';
import { crossingOf, endOf, goal, type RunRecord } from './records.ts';
import type { Run } from './run.ts';

/** What answers the question: how far it has come, and where it crossed the line. */
export function answer(words: TrainingStrings, { progress, accuracyNow, accuracies }: Run): TemplateResult {
  const crossing = crossingOf({ accuracies });
  return html`<p class="answer">
    ${words.iterationsShort} <strong id="iterations">${progress?.iteration ?? 0}</strong> · ${words.readsShort}
    <strong id="test-accuracy">${accuracyNow ? percent(accuracyNow.test) : '…'}</strong> · <span id="crossing">${crossing === undefined ? words.notCrossed(percent(goal, 0)) : words.crossedShort(percent(goal, 0), String(crossing))}</span>
  </p>`;
}

/** The other numbers behind the pictures. */
export function facts(words: TrainingStrings, run: Run): TemplateResult {
  const { progress, lossNow } = run;
  const last = run.accuracyNow;
  return html`<dl>
    ${fact('epochs', words.epochs, epochsOf(progress, run.facts))} ${fact('rate', words.rate, progress && progress.rate > 0 ? String(Math.round(progress.rate)) : undefined)}
    ${fact('loss-now', words.now, lossNow === undefined ? undefined : written(lossNow, 3))} ${fact('train-accuracy', words.trainAccuracy, last && percent(last.train))}
  </dl>`;
}

/** Runs that differ in the rate alone, the one on its way last. */
export function runsTable(words: TrainingStrings, runs: readonly RunRecord[]): TemplateResult {
  const row = words.runRow;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.runsTable}>
    <table id="runs">
      <caption>${words.runsTable}</caption>
      <thead>
        <tr>
          <th scope="col">${row.rate}</th>
          <th scope="col">${row.iterations}</th>
          <th scope="col">${row.crossing(percent(goal, 0))}</th>
          <th scope="col">${row.end}</th>
        </tr>
      </thead>
      <tbody>
        ${runs.map((run) => {
          const end = endOf(run);
          return html`<tr>
            <th scope="row">${rateText(words, run)}</th>
            <td>${run.iterations}</td>
            <td>${crossingOf(run) ?? words.notYet}</td>
            <td>${end === undefined ? words.notYet : percent(end)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** A rate that was changed on the way is told as such. */
export function rateText(words: TrainingStrings, { rate, steady }: Pick<RunRecord, 'rate' | 'steady'>): string {
  return steady ? `η = ${written(rate, 3)}` : words.changedRate(written(rate, 3));
}
