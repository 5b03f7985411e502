import { html, type TemplateResult } from 'lit';
import type { DigitsStrings } from '../../i18n/digits.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { downloadLine, downloadProblem } from '../base/work/download-words.ts';
import { lostNotice, standingLine, troubles } from '../learning/standing.ts';
import type { Run } from './run.ts';

/** How the run and its data stand, in one line. */
export function runLine(words: TrainingStrings, download: DigitsStrings, { standing, progress, playing, atEnd }: Run): string | TemplateResult {
  switch (standing.kind) {
    case 'downloading':
      return downloadLine(download, standing.progress);
    case 'no-data':
      return words.missing[standing.missing];
    case 'download-failed':
      return '';
    default: {
      if (atEnd && !playing && standing.kind === 'ready') return words.ended;
      const { stuck = false, iteration = 0 } = progress ?? {};
      return standingLine({ standing, playing: playing && !stuck, begun: stuck || iteration > 0 }, words);
    }
  }
}

/** What went wrong, each with the way on where there is one. */
export function notices(words: TrainingStrings, download: DigitsStrings, shared: SharedStrings, run: Run, retry: () => void): (string | TemplateResult)[] {
  const { standing } = run;
  const lines: (string | TemplateResult)[] = [];
  if (standing.kind === 'download-failed') {
    lines.push(html`${downloadProblem(download, standing.problem)} <button type="button" id="retry" @click=${retry}>${shared.retry}</button>`);
  }
  if (standing.kind === 'lost') lines.push(lostNotice(words, standing, () => run.restart()));
  return [...lines, ...troubles(words, run)];
}
