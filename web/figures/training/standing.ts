import { html, type TemplateResult } from 'lit';
import type { DownloadProblem } from '../../engine/digits-download.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { sentence } from '../shared/failure.ts';
import type { Run } from './run.ts';

/** How the run stands, in one line. */
export function standingLine(words: TrainingStrings, { standing, progress, playing }: Run): string | TemplateResult {
  switch (standing.kind) {
    case 'downloading': {
      const received = standing.progress?.received ?? 0;
      const total = standing.progress?.total;
      const text = total ? words.downloading(Math.round((100 * received) / total)) : words.downloadingUnknown(Math.round(received / 1024));
      return html`<label>${text} <progress max=${total ?? 1} .value=${total ? received : 0}></progress></label>`;
    }
    case 'no-data':
      return words.missing[standing.missing];
    case 'waiting':
    case 'making':
      return words.making;
    case 'ready':
      if (progress?.divergedAt !== undefined) return words.paused;
      return playing ? words.learning : progress && progress.iteration > 0 ? words.paused : words.ready;
    default:
      return '';
  }
}

/** What went wrong, each with the way on where there is one. */
export function notices(words: TrainingStrings, shared: SharedStrings, run: Run, retry: () => void): (string | TemplateResult)[] {
  const { standing, progress, failure } = run;
  const lines: (string | TemplateResult)[] = [];
  if (standing.kind === 'download-failed') {
    lines.push(html`${downloadProblem(words, standing.problem)} <button type="button" id="retry" @click=${retry}>${shared.retry}</button>`);
  }
  if (standing.kind === 'lost') {
    lines.push(html`${words.lost(standing.iteration, standing.failure.message)} <button type="button" id="restart" @click=${() => run.restart()}>${words.goOn}</button>`);
  }
  if (progress?.divergedAt !== undefined) lines.push(words.diverged(progress.divergedAt));
  if (failure) lines.push(words.failed(sentence(failure.message)));
  return lines;
}

function downloadProblem(words: TrainingStrings, problem: DownloadProblem): string {
  return problem.code === 'refused' ? words.downloadProblems.refused(problem.status) : words.downloadProblems[problem.code];
}
