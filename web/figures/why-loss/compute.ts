import type { Dataset, Engine, TwoLayerNet, WeightSweep } from '../../engine/api/api.ts';
import { firstIndices } from '../../engine/data/samples.ts';
import { Remembered } from '../base/work/remembered.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { chapterNet, learntNet } from '../learning/learnt-net.ts';
import type { State } from './state.ts';

/** How many digits are read at each value of the weight. */
export const digitCount = 100;
export const iterations = 500;
const netSeed = 1;
export const sweepPoints = 401;

/** A net, one weight of which the reader turns, and the digits that it reads. */
export interface Subject {
  /** As it has learnt them. */
  readonly parameters: Float32Array;
  readonly x: Float32Array;
  readonly labels: Uint8Array;
}

export function* learn(engine: Engine, data: Dataset): Work<Subject> {
  const net = yield* learntNet(engine, data, { iterations, seed: netSeed });
  try {
    const digits = firstIndices(data, digitCount);
    return { parameters: net.getParameters(), x: data.inputs(digits), labels: data.labels(digits) };
  } finally {
    net.delete();
  }
}

export interface Sweep extends WeightSweep {
  /** The weight as the net has learnt it. */
  readonly learnt: number;
  readonly range: readonly [number, number];
}

/** Sweeps a net whose parameters are the subject's, with the reader's weight among them. */
export class Sweeper {
  #engine: Engine;
  #net: TwoLayerNet;
  #subject: Subject;
  /** While the reader turns a weight its curves stay as they are. */
  #curves = new Remembered<WeightSweep>();

  constructor(engine: Engine, data: Dataset, subject: Subject) {
    this.#engine = engine;
    this.#net = chapterNet(engine, data, netSeed);
    this.#subject = subject;
  }

  sweep({ weight, value, span }: State): Sweep {
    const { parameters, x, labels } = this.#subject;
    const learnt = parameters[weight] as number;
    const wanted = value ?? learnt;
    const set = parameters.slice();
    set[weight] = wanted;
    this.#net.setParameters(set);
    // A value from a link may lie farther out.
    const range: [number, number] = [Math.min(learnt - span, wanted), Math.max(learnt + span, wanted)];
    const over = (count: number) => this.#engine.weightSweep(this.#net, x, labels, { parameter: weight, range, count });
    const curves = this.#curves.of([weight, range], () => over(sweepPoints));
    const { now, accuracySlope, lossSlope } = over(2);
    return { ...curves, now, accuracySlope, lossSlope, learnt, range };
  }

  delete(): void {
    this.#net.delete();
  }
}
