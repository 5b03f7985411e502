import { html, type TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { counted } from '../base/controls/numbers.ts';
import { sentence } from '../base/work/failure.ts';
import type { Run } from './run.ts';

/** How the run stands, in one line. */
export function standingLine(words: GeneralisationStrings, run: Run, digits: string): string {
  if (run.standing.kind === 'lost' || run.progress?.divergedAt !== undefined) return '';
  if (run.standing.kind !== 'ready') return words.making;
  if (run.playing) return words.learning(digits);
  if (run.iteration === 0) return words.untrained;
  return run.finished ? words.finished(counted(run.iteration)) : words.paused;
}

/** What went wrong, each with the way on where there is one. */
export function runNotices(words: GeneralisationStrings, run: Run): (string | TemplateResult)[] {
  const { standing, progress, failure } = run;
  const lines: (string | TemplateResult)[] = [];
  if (standing.kind === 'lost') {
    lines.push(html`${words.lost(standing.iteration, standing.failure.message)} <button type="button" id="restart" @click=${() => run.restart()}>${words.goOn}</button>`);
  }
  if (progress?.divergedAt !== undefined) lines.push(words.diverged(progress.divergedAt));
  if (failure) lines.push(words.failed(sentence(failure.message)));
  return lines;
}
