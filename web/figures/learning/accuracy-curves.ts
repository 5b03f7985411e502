import { mix } from '../../draw/colour.ts';
import { drawCurve } from '../../draw/curve.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { View } from '../../draw/view.ts';
import type { Accuracy } from '../../engine/protocol/run-types.ts';
import { percent } from '../base/controls/numbers.ts';

const testDash = [6, 4];

export interface AccuracyStyle {
  /** How much of the colours shows over the page, 0 … 1. */
  readonly strength?: number;
  readonly width?: number;
  readonly dots?: boolean;
}

/** On the training data unbroken, on the test data broken. */
export function drawAccuracyCurves(context: DrawContext, view: View, theme: DrawTheme, accuracies: readonly Accuracy[], style: AccuracyStyle = {}): void {
  const { strength = 1, width = 2, dots = false } = style;
  const x = accuracies.map(({ iteration }) => iteration);
  const curve = (part: 'train' | 'test', colour: string, dash: readonly number[] = []) =>
    drawCurve(
      context,
      view,
      accuracies.map((accuracy) => accuracy[part]),
      theme,
      { x, colour: mix(theme.background, colour, strength), width, dash, dots },
    );
  curve('train', theme.accent);
  curve('test', theme.accent2, testDash);
}

/** A number at the axis of an accuracy. */
export function accuracyTick(share: number): string {
  return percent(share, 0);
}
