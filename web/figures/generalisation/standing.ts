import type { TemplateResult } from 'lit';
import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import { counted } from '../base/controls/numbers.ts';
import { lostNotice, standingLine, troubles } from '../learning/standing.ts';
import type { Run } from './run.ts';

/** How the run stands, in one line. `digits`: how many it learns from. */
export function runLine(words: GeneralisationStrings, { standing, playing, progress, iteration, finished }: Run, digits: string): string {
  if (progress?.divergedAt !== undefined) return '';
  const paused = finished ? words.finished(counted(iteration)) : words.paused;
  return standingLine({ standing, playing, begun: iteration > 0 }, { making: words.making, ready: words.untrained, learning: words.learning(digits), paused });
}

/** What went wrong, each with the way on where there is one. */
export function runNotices(words: GeneralisationStrings, run: Run): (string | TemplateResult)[] {
  const { standing } = run;
  return [...(standing.kind === 'lost' ? [lostNotice(words, standing, () => run.restart())] : []), ...troubles(words, run)];
}
