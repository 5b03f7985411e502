import { html, type TemplateResult } from 'lit';
import type { Failure, Progress } from '../../engine/protocol/protocol.ts';
import type { RunFacts } from '../../engine/protocol/run-types.ts';
import type { LearningStrings } from '../../i18n/learning.ts';
import { sentence } from '../base/work/failure.ts';
import type { Lost, Standing } from './learning-run.ts';

interface Stands {
  readonly standing: Standing;
  readonly playing: boolean;
  /** It has done something. */
  readonly begun: boolean;
}

/** How a run stands, in one line. */
export function standingLine({ standing, playing, begun }: Stands, words: Readonly<Record<'making' | 'ready' | 'learning' | 'paused', string>>): string {
  if (standing.kind === 'lost') return '';
  if (standing.kind !== 'ready') return words.making;
  if (playing) return words.learning;
  return begun ? words.paused : words.ready;
}

/** What is kept of a run whose worker is gone, and a button to go on. */
export function lostNotice(words: LearningStrings & { lost(iteration: number, message: string): string }, { checkpoint, failure }: Lost, restart: () => void): TemplateResult {
  return html`${words.lost(checkpoint?.iteration ?? 0, failure.message)} <button type="button" id="restart" @click=${restart}>${words.goOn}</button>`;
}

/** What else went wrong in a run. */
export function troubles(words: LearningStrings, { progress, failure }: { readonly progress: Progress | undefined; readonly failure: Failure | undefined }): string[] {
  const lines: string[] = [];
  if (progress?.divergedAt !== undefined) lines.push(words.diverged(progress.divergedAt));
  if (failure) lines.push(words.failed(sentence(failure.message)));
  return lines;
}

/** How many epochs a run has gone through, as text. */
export function epochsOf(progress: Progress | undefined, facts: RunFacts | undefined): string | undefined {
  return progress && facts && (progress.iteration / facts.iterationsPerEpoch).toFixed(1);
}
