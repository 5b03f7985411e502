import { html, type TemplateResult } from 'lit';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { fact } from '../base/controls/panel.ts';
import { epochsOf } from '../learning/standing.ts';
import type { Run } from './run.ts';

/** The numbers behind the pictures. */
export function facts(words: TrainingStrings, run: Run): TemplateResult {
  const { progress, lossNow } = run;
  const last = run.accuracyNow;
  return html`<dl>
    ${fact('iterations', words.iterations, progress && String(progress.iteration))} ${fact('epochs', words.epochs, epochsOf(progress, run.facts))}
    ${fact('rate', words.rate, progress && progress.rate > 0 ? String(Math.round(progress.rate)) : undefined)}
    ${fact('loss-now', words.now, lossNow === undefined ? undefined : written(lossNow, 3))} ${fact('train-accuracy', words.trainAccuracy, last && percent(last.train))}
    ${fact('test-accuracy', words.testAccuracy, last && percent(last.test))}
  </dl>`;
}
