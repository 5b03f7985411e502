import type { nothing, TemplateResult } from 'lit';
import type { DrawTheme } from '../../draw/theme.ts';
import type { TaskStrings } from '../../i18n/tasks.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent } from '../base/controls/numbers.ts';
import { type Ghost, ghostRow, ghostStyle, withGhost } from '../base/ghosts/ghosts.ts';
import type { GhostCurve } from './charts.ts';
import { rateText } from './read-out.ts';
import { crossingOf, endOf, goal, type RunRecord } from './records.ts';
import type { Run } from './run.ts';
import { judgeFirst, judgeTooLarge, type Runs } from './tasks.ts';

/** The run on its way and those before it that differ from it in the rate alone. */
export class Compared {
  #run: Run;
  #ghosts: readonly Ghost<RunRecord>[] = [];
  /** The run that stands was begun by a film. */
  #shown = false;
  /** What was last found in them. */
  #judged = '';

  constructor(run: Run) {
    this.#run = run;
  }

  get count(): number {
    return this.#ghosts.length;
  }

  /** The one on its way last. */
  get runs(): Runs {
    const current = this.current;
    return [...this.#ghosts.map(({ of }) => of), ...(current ? [current] : [])];
  }

  get current(): RunRecord | undefined {
    const { record } = this.#run;
    return record && { ...record, shown: this.#shown };
  }

  /** The run on its way, if a film began it: the reader's own may have the same rate. */
  get filmed(): RunRecord | undefined {
    return this.#shown ? this.current : undefined;
  }

  /** Another run begins; the one before stays. */
  begins(before: Omit<RunRecord, 'shown'> | undefined, filming: boolean): void {
    if (before) this.#ghosts = withGhost(this.#ghosts, `${before.rate} ${before.steady}`, { ...before, shown: this.#shown });
    this.#shown = filming;
  }

  /** A run of other settings makes those before it no ghosts of its. */
  keepAlike(): void {
    const { of } = this.#run;
    if (of !== undefined && this.#ghosts.some((ghost) => ghost.of.of !== of)) this.#ghosts = this.#ghosts.filter((ghost) => ghost.of.of === of);
  }

  clear(): void {
    this.#ghosts = [];
  }

  /** Whether these runs answer another question than when they were last looked at. */
  answersAnew(runs: Runs): boolean {
    const judged = [judgeFirst(runs), judgeTooLarge(runs)].map((verdict) => verdict?.kind === 'found').join();
    const answers = judged !== this.#judged && judged.includes('true');
    this.#judged = judged;
    return answers;
  }

  curves(words: TrainingStrings, theme: DrawTheme): readonly GhostCurve[] {
    return this.#ghosts.map(({ place, of }) => ({ name: rateText(words, of), style: ghostStyle(theme, place), losses: of.losses, accuracies: of.accuracies }));
  }

  row(words: TrainingStrings, shared: TaskStrings, theme: DrawTheme, clear: () => void): TemplateResult | typeof nothing {
    return ghostRow({ ghosts: this.#ghosts, words: shared, theme, tell: (record) => ({ setting: rateText(words, record), answer: answerOf(words, record) }), clear });
  }
}

function answerOf(words: TrainingStrings, record: RunRecord): string {
  const crossing = crossingOf(record);
  if (crossing !== undefined) return words.crossedShort(percent(goal, 0), String(crossing));
  return words.endShort(percent(endOf(record) ?? 0, 1), String(record.iterations));
}
