import type { ChartData, ChartSpec } from '../../draw/chart.ts';
import { mix } from '../../draw/colour.ts';
import type { LossHistory } from '../../draw/loss-history.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';
import type { TrainingStrings } from '../../i18n/training.ts';

/** The range of each bucket as a faint band, its smoothed mean as a line. */
export function lossSpec(theme: DrawTheme, words: TrainingStrings, log: boolean): ChartSpec {
  const faint = mix(theme.background, theme.accent, theme.dark ? 0.34 : 0.3);
  return {
    x: words.iteration,
    y: words.loss,
    log,
    series: [
      { label: words.eachIteration, colour: faint, width: 1 },
      { label: words.eachIteration, colour: faint, width: 1 },
      { label: words.smoothed, colour: theme.accent, width: 2 },
    ],
    band: { upper: 0, lower: 1, colour: faint },
  };
}

export function lossData(history: LossHistory): ChartData {
  const { iterations, lowest, highest, smooth } = history.series();
  return [iterations, highest, lowest, smooth];
}

export function accuracySpec(theme: DrawTheme, words: TrainingStrings): ChartSpec {
  return {
    x: words.iteration,
    y: words.accuracy,
    range: [0, 1],
    series: [
      { label: words.train, colour: theme.accent, width: 2, dots: true },
      { label: words.test, colour: theme.accent2, width: 2, dash: [6, 4], dots: true },
    ],
    formatY: (value) => `${Math.round(100 * value)}%`,
  };
}

export function accuracyData(accuracies: readonly Accuracy[]): ChartData {
  return [accuracies.map(({ iteration }) => iteration), accuracies.map(({ train }) => train), accuracies.map(({ test }) => test)];
}
