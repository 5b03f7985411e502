import type { Curve, Engine } from '../../engine/api/api.ts';
import { type Answer, classes } from './state.ts';

export interface Losses {
  readonly squaredError: number;
  readonly crossEntropy: number;
}

/** An answer to be compared with others. */
export interface KeptAnswer extends Losses {
  readonly label: number;
  /** Of the right class. */
  readonly probability: number;
}

export interface Numbers extends Losses {
  /** One-hot. */
  readonly t: Float64Array;
  /** Of the cross-entropy, against the probability of the right class. */
  readonly slope: number;
  /** Of each output; they sum to the losses. */
  readonly squaredTerms: Float64Array;
  readonly crossTerms: Float64Array;
  /** The mean squared error, if the probability of the right class goes from 0 to 1 and the others keep their proportions. */
  readonly squaredCurve: Curve;
}

const squaredPoints = 51;
const crossPoints = 1001;

const oneHot = (label: number) => Float64Array.from(classes, (k) => (k === label ? 1 : 0));

function lossesOf(engine: Engine, outputs: Float64Array, t: Float64Array): Losses {
  return { squaredError: engine.meanSquaredError(outputs, t), crossEntropy: engine.crossEntropyError(outputs, t) };
}

export function keptAnswer(engine: Engine, { y, label }: Answer): KeptAnswer {
  return { ...lossesOf(engine, Float64Array.from(y), oneHot(label)), label, probability: y[label] ?? Number.NaN };
}

export function numbersOf(engine: Engine, { y, label }: Answer): Numbers {
  const outputs = Float64Array.from(y);
  const t = oneHot(label);
  const x = Float64Array.from({ length: squaredPoints }, (_, i) => i / (squaredPoints - 1));
  return {
    ...lossesOf(engine, outputs, t),
    t,
    slope: crossEntropySlope(engine, y[label] ?? Number.NaN),
    squaredTerms: engine.squaredErrorTerms(outputs, t),
    crossTerms: engine.crossEntropyTerms(outputs, t),
    squaredCurve: { x, y: x.map((probability) => engine.meanSquaredError(engine.setProbability(outputs, label, probability), t)) },
  };
}

function crossEntropySlope(engine: Engine, probability: number): number {
  const crossEntropy = engine.expression('-log(y + 1e-7)', ['y']);
  try {
    return crossEntropy.gradient(Float64Array.of(probability))[0] ?? Number.NaN;
  } finally {
    crossEntropy.delete();
  }
}

/** −log(y + δ): fine enough to rise as steeply as it does at 0. */
export function crossEntropyCurve(engine: Engine): Curve {
  return engine.crossEntropyCurve([0, 1], crossPoints);
}
