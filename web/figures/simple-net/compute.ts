import type { Descent, Difference, Engine, Expression, Nudge, SimpleNetEvaluation } from '../../engine/api/api.ts';
import { inputs, nudgeBy, outputs, type State, weightNames } from './state.ts';

export interface Numbers extends SimpleNetEvaluation {
  /** Of the two gradients. */
  readonly difference: Difference;
}

/** Of the steps that the reader can take. */
export const learningRate = 1;
/** So many are seen ahead. */
export const stepsAhead = 10;

export function numbersOf(engine: Engine, { w, x, label, h }: State): Numbers {
  const evaluation = engine.simpleNet.evaluate(Float64Array.from(w), Float64Array.from(x), label, h);
  return { ...evaluation, difference: engine.difference(evaluation.numericalGradient, evaluation.gradient) };
}

/** What it does to the loss that a weight grows by `nudgeBy`. */
export function nudgeOf(engine: Engine, { w, x, label }: State, weight: number): Nudge {
  return engine.simpleNet.nudge(Float64Array.from(w), Float64Array.from(x), label, weight, nudgeBy);
}

/** The two losses of a central difference. */
export interface Beside {
  readonly below: number;
  readonly above: number;
}

export function besideOf(engine: Engine, { w, x, label, h }: State, weight: number): Beside {
  const lossAfter = (step: number) => engine.simpleNet.nudge(Float64Array.from(w), Float64Array.from(x), label, weight, step).after;
  return { below: lossAfter(-h), above: lossAfter(h) };
}

/** Gradient descent on the loss as a function of six variables, from W on. */
export function downhillFrom(engine: Engine, { w, x, label }: State): Descent {
  const loss: Expression = engine.expression(lossSource(x, label), weightNames);
  try {
    return engine.gradientDescent(loss, Float64Array.from(w), { learningRate, steps: stepsAhead, method: 'exact' });
  } finally {
    loss.delete();
  }
}

/** W after the first step. */
export function afterOneStep({ path }: Descent): Float64Array {
  return path.slice(inputs * outputs, 2 * inputs * outputs);
}

function lossSource([x1 = 0, x2 = 0]: readonly number[], label: number): string {
  const scores = [1, 2, 3].map((k) => `exp((${x1})*w1${k} + (${x2})*w2${k})`);
  return `-log(${scores[label]} / (${scores.join(' + ')}) + 1e-7)`;
}
