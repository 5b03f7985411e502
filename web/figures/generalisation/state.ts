import type { RunSettings } from '../../engine/protocol/run-types.ts';
import type { Problem } from '../../i18n/shared.ts';
import { drawingRule, type Stroke } from '../base/controls/strokes.ts';
import { type Attributes, problemsOf, readChoice, readList, readName, readNumber } from '../base/state/reading.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { hiddenRule, rateRule, seedRule } from '../learning/rules.ts';

export const stateAttributes = ['train-size', 'iterations', 'hidden-size', 'learning-rate', 'seed', 'label', 'answer', 'digit', 'meant', 'drawing'];

/** How many digits are learned from; `all` are those that the test does not take. */
export const sizes = ['100', '300', '1000', 'all'] as const;
export type Size = (typeof sizes)[number];
export const classes = 10;

export const iterationsRule = { attribute: 'iterations', lowest: 1, highest: 1_000_000, integer: true, fallback: 2000 };
const labelRule = { attribute: 'label', lowest: 0, highest: classes - 1, integer: true, fallback: 4 };
const answerRule = { ...labelRule, attribute: 'answer', fallback: 9 };
const meantRule = { ...labelRule, attribute: 'meant' };

/** Of the digits that are set aside. */
const usualTestSize = 2000;

export interface State {
  readonly size: Size;
  /** Where a run ends. */
  readonly iterations: number;
  readonly hiddenSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** The chosen cell of the confusion matrix. */
  readonly label: number;
  readonly answer: number;
  /** The test digit that lies on the pad while nothing is drawn. */
  readonly digit: number;
  /** The digit that the reader is going to draw. */
  readonly meant: number | undefined;
  readonly strokes: readonly Stroke[];
  readonly problems: readonly Problem[];
}

/** `testSize`: how many test digits there are. */
export function readState(attribute: Attributes, testSize = usualTestSize): State {
  const size = readName('train-size', attribute('train-size'), sizes, '100');
  const iterations = readNumber(attribute('iterations'), iterationsRule);
  const hiddenSize = readNumber(attribute('hidden-size'), hiddenRule);
  const learningRate = readNumber(attribute('learning-rate'), rateRule);
  const seed = readNumber(attribute('seed'), seedRule);
  const label = readNumber(attribute('label'), labelRule);
  const answer = readNumber(attribute('answer'), answerRule);
  const digit = readNumber(attribute('digit'), { attribute: 'digit', lowest: 0, highest: testSize - 1, integer: true, fallback: 0 });
  const meant = readChoice(attribute('meant'), meantRule);
  const strokes = readList(attribute('drawing'), drawingRule);
  return {
    size: size.value,
    iterations: iterations.value,
    hiddenSize: hiddenSize.value,
    learningRate: learningRate.value,
    seed: seed.value,
    label: label.value,
    answer: answer.value,
    digit: digit.value,
    meant: meant.value,
    strokes: strokes.value,
    problems: problemsOf(size, iterations, hiddenSize, learningRate, seed, label, answer, digit, meant, strokes),
  };
}

/** As of the training figure, so that the two can be compared. */
export function settingsOf({ size, hiddenSize, learningRate, seed }: State): RunSettings {
  return { ...chapterSettings, ...(size !== 'all' && { trainSize: Number(size) }), hiddenSize, learningRate, seed };
}
