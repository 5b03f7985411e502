import { html, type TemplateResult } from 'lit';
import type { DigitsStrings } from '../../i18n/digits.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { downloadLine, downloadProblem } from '../base/work/download-words.ts';
import { sentence } from '../base/work/failure.ts';
import type { Run } from './run.ts';

/** How the run stands, in one line. */
export function standingLine(words: TrainingStrings, download: DigitsStrings, { standing, progress, playing }: Run): string | TemplateResult {
  switch (standing.kind) {
    case 'downloading':
      return downloadLine(download, standing.progress);
    case 'no-data':
      return words.missing[standing.missing];
    case 'waiting':
    case 'making':
      return words.making;
    case 'ready':
      if (progress?.stuck) return words.paused;
      return playing ? words.learning : progress && progress.iteration > 0 ? words.paused : words.ready;
    default:
      return '';
  }
}

/** What went wrong, each with the way on where there is one. */
export function notices(words: TrainingStrings, download: DigitsStrings, shared: SharedStrings, run: Run, retry: () => void): (string | TemplateResult)[] {
  const { standing, progress, failure } = run;
  const lines: (string | TemplateResult)[] = [];
  if (standing.kind === 'download-failed') {
    lines.push(html`${downloadProblem(download, standing.problem)} <button type="button" id="retry" @click=${retry}>${shared.retry}</button>`);
  }
  if (standing.kind === 'lost') {
    lines.push(html`${words.lost(standing.iteration, standing.failure.message)} <button type="button" id="restart" @click=${() => run.restart()}>${words.goOn}</button>`);
  }
  if (progress?.divergedAt !== undefined) lines.push(words.diverged(progress.divergedAt));
  if (failure) lines.push(words.failed(sentence(failure.message)));
  return lines;
}
