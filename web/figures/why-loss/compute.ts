import type { Dataset, Engine, ParameterPart, TwoLayerNet, WeightSweep } from '../../engine/api.ts';
import { firstIndices } from '../../engine/run-data.ts';
import { learntNet } from '../shared/learnt-net.ts';
import type { Work } from '../shared/sliced-work.ts';
import type { State } from './state.ts';

/** How many digits are read at each value of the weight. */
export const digitCount = 100;
export const iterations = 500;
export const netSeed = 1;
const sweepPoints = 401;

/** A net of which the reader turns one weight, and the digits that it reads. */
export interface Subject {
  /** As it has learnt them. */
  readonly parameters: Float32Array;
  readonly parts: readonly ParameterPart[];
  readonly x: Float32Array;
  readonly labels: Uint8Array;
}

export function* learn(engine: Engine, data: Dataset): Work<Subject> {
  const net = yield* learntNet(engine, data, { iterations, seed: netSeed });
  try {
    const digits = firstIndices(data, digitCount);
    return { parameters: net.getParameters(), parts: engine.parameterParts(net), x: data.inputs(digits), labels: data.labels(digits) };
  } finally {
    net.delete();
  }
}

export interface Sweep extends WeightSweep {
  /** The weight as the net has learnt it. */
  readonly learnt: number;
  readonly range: readonly [number, number];
}

/** `net` gets the parameters of the subject, with the reader's weight among them. */
export function sweep(engine: Engine, net: TwoLayerNet, { parameters, x, labels }: Subject, { weight, value, span }: State): Sweep {
  const learnt = parameters[weight] as number;
  const now = value ?? learnt;
  const set = parameters.slice();
  set[weight] = now;
  net.setParameters(set);
  // A value from a link may lie farther out.
  const range: [number, number] = [Math.min(learnt - span, now), Math.max(learnt + span, now)];
  return { ...engine.weightSweep(net, x, labels, { parameter: weight, range, count: sweepPoints }), learnt, range };
}
