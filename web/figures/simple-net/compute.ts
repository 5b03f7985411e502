import type { Difference, Engine, Expression, Nudge, SimpleNetEvaluation } from '../../engine/api/api.ts';
import { inputs, outputs, type State, weightNames } from './state.ts';

export interface Numbers extends SimpleNetEvaluation {
  /** Of the two gradients. */
  readonly difference: Difference;
}

/** Of the step that the reader can take. */
export const learningRate = 1;

export function numbersOf(engine: Engine, { w, x, label, h }: State): Numbers {
  const evaluation = engine.simpleNet.evaluate(Float64Array.from(w), Float64Array.from(x), label, h);
  return { ...evaluation, difference: engine.difference(evaluation.numericalGradient, evaluation.gradient) };
}

export function nudgeOf(engine: Engine, { w, x, label, h }: State, weight: number): Nudge {
  return engine.simpleNet.nudge(Float64Array.from(w), Float64Array.from(x), label, weight, h);
}

/** W − η ∂L/∂W: one step of gradient descent on the loss as a function of six variables. */
export function oneStepDownhill(engine: Engine, { w, x, label }: State): Float64Array {
  const loss: Expression = engine.expression(lossSource(x, label), weightNames);
  try {
    return engine.gradientDescent(loss, Float64Array.from(w), { learningRate, steps: 1, method: 'exact' }).path.slice(-inputs * outputs);
  } finally {
    loss.delete();
  }
}

function lossSource([x1 = 0, x2 = 0]: readonly number[], label: number): string {
  const scores = [1, 2, 3].map((k) => `exp((${x1})*w1${k} + (${x2})*w2${k})`);
  return `-log(${scores[label]} / (${scores.join(' + ')}) + 1e-7)`;
}
