import { html, type TemplateResult } from 'lit';
import type { DownloadProblem, DownloadProgress } from '../../../engine/data/digits-download.ts';
import type { DigitsStrings } from '../../../i18n/digits.ts';

/** How far the digits have come, in words and as a bar. */
export function downloadLine(words: DigitsStrings, progress: DownloadProgress | undefined): TemplateResult {
  const { received, total } = progress ?? { received: 0, total: undefined };
  const text = total ? words.downloading(Math.round((100 * received) / total)) : words.downloadingUnknown(Math.round(received / 1024));
  return html`<label>${text} <progress max=${total ?? 1} .value=${total ? received : 0}></progress></label>`;
}

export function downloadProblem(words: DigitsStrings, problem: DownloadProblem): string {
  return problem.code === 'refused' ? words.downloadProblems.refused(problem.status) : words.downloadProblems[problem.code];
}
