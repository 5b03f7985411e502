import { html, type TemplateResult } from 'lit';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent, written } from '../base/controls/numbers.ts';
import type { Run } from './run.ts';

/** The numbers behind the pictures. */
export function facts(words: TrainingStrings, run: Run): TemplateResult {
  const { progress, lossNow } = run;
  const last = run.accuracyNow;
  const fact = (id: string, name: string, value: string) => html`<div><dt>${name}</dt><dd id=${id}>${value}</dd></div>`;
  const epochs = progress && run.facts ? (progress.iteration / run.facts.iterationsPerEpoch).toFixed(1) : '–';
  return html`<dl>
    ${fact('iterations', words.iterations, progress ? String(progress.iteration) : '–')} ${fact('epochs', words.epochs, epochs)}
    ${fact('rate', words.rate, progress && progress.rate > 0 ? String(Math.round(progress.rate)) : '–')}
    ${fact('loss-now', words.now, lossNow === undefined ? '–' : written(lossNow, 3))} ${fact('train-accuracy', words.trainAccuracy, last ? percent(last.train) : '–')}
    ${fact('test-accuracy', words.testAccuracy, last ? percent(last.test) : '–')}
  </dl>`;
}
