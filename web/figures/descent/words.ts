import { firstPointOutside } from '../../draw/path.ts';
import type { View } from '../../draw/view.ts';
import type { Descent } from '../../engine/api/api.ts';
import type { DescentStrings } from '../../i18n/descent.ts';
import { written } from '../base/controls/numbers.ts';
import type { Point } from '../base/state/reading.ts';
import { optimizerNames } from '../learning/optimizers.ts';
import { verdictOf } from './outcome.ts';
import type { Run } from './state.ts';

/** How a walk went, and where it left the picture. */
export function verdictSentences(words: DescentStrings, run: Descent, view: View | undefined): string[] {
  const outside = view && firstPointOutside(view, run.path);
  const left = outside === undefined ? [] : [outside === 0 ? words.startsOutside : words.leavesView(outside)];
  return [verdictSentence(words, run), ...left];
}

/** Of all that it may say none is longer. */
export function longestVerdict(words: DescentStrings): string[] {
  return [words.diverged(888), words.leavesView(888)];
}

function verdictSentence(words: DescentStrings, run: Descent): string {
  const verdict = verdictOf(run);
  const steps = run.values.length - 1;
  switch (verdict.kind) {
    case 'no step':
      return words.noStep;
    case 'stays':
      return words.stays;
    case 'diverged':
      return words.diverged(verdict.step);
    case 'runs away':
      return words.runsAway(verdict.step);
    case 'falls':
      return words.falls(steps, written(verdict.from, 4), valueText(verdict.to, 4, verdict.from));
    case 'rises':
      return words.rises(steps, written(verdict.from, 4), written(verdict.to, 4));
    case 'hardly moves':
      return words.hardlyMoves(written(Math.abs(verdict.to - verdict.from), 2));
    case 'jumps':
      return words.jumps(written(verdict.from, 4));
  }
}

/** What is left of `whole` after it has all but vanished tells nothing. */
export function valueText(value: number, digits: number, whole: number): string {
  return value !== 0 && Math.abs(value) < 1e-9 * Math.abs(whole) ? '≈ 0' : written(value, digits);
}

export function runName({ optimizer, learningRate }: Run): string {
  return `${optimizerNames[optimizer]}, η = ${written(learningRate)}`;
}

export function pointText([x0, x1]: Point, digits?: number): string {
  return `(${written(x0, digits)}, ${written(x1, digits)})`;
}
