import type { Curve, Engine } from '../../engine/api/api.ts';
import { classes, type State } from './state.ts';

export interface Numbers {
  /** One-hot. */
  readonly t: Float64Array;
  readonly squaredError: number;
  readonly crossEntropy: number;
  /** Of each output; they sum to the losses. */
  readonly squaredTerms: Float64Array;
  readonly crossTerms: Float64Array;
  /** The mean squared error, if the probability of the right class goes from 0 to 1 and the others keep their proportions. */
  readonly squaredCurve: Curve;
}

const squaredPoints = 51;
const crossPoints = 1001;

export function numbersOf(engine: Engine, { y, label }: State): Numbers {
  const outputs = Float64Array.from(y);
  const t = Float64Array.from(classes, (k) => (k === label ? 1 : 0));
  const x = Float64Array.from({ length: squaredPoints }, (_, i) => i / (squaredPoints - 1));
  return {
    t,
    squaredError: engine.meanSquaredError(outputs, t),
    crossEntropy: engine.crossEntropyError(outputs, t),
    squaredTerms: engine.squaredErrorTerms(outputs, t),
    crossTerms: engine.crossEntropyTerms(outputs, t),
    squaredCurve: { x, y: x.map((probability) => engine.meanSquaredError(engine.setProbability(outputs, label, probability), t)) },
  };
}

/** −log(y + δ): fine enough to rise as steeply as it does at 0. */
export function crossEntropyCurve(engine: Engine): Curve {
  return engine.crossEntropyCurve([0, 1], crossPoints);
}
