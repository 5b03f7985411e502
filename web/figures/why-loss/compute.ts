import type { Dataset, Engine, TwoLayerNet, WeightSweep } from '../../engine/api/api.ts';
import { firstIndices } from '../../engine/data/samples.ts';
import { Remembered } from '../base/work/remembered.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { classOf } from '../learning/answer.ts';
import { chapterNet, learntNet } from '../learning/learnt-net.ts';
import { nearestRiser } from './risers.ts';
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

/** Of one of its digits. */
export function inputsOf({ x, labels }: Subject, digit: number): Float32Array {
  const length = x.length / labels.length;
  return x.subarray(length * digit, length * (digit + 1));
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

/** A digit that is read otherwise on either side of a step of the accuracy. */
export interface Tip {
  /** The weight at the step. */
  readonly at: number;
  /** Among the subject's digits. */
  readonly digit: number;
  readonly label: number;
  /** What it is read as. */
  readonly left: number;
  readonly right: number;
}

/** Sweeps a net whose parameters are the subject's, with the reader's weight among them. */
export class Sweeper {
  #engine: Engine;
  #net: TwoLayerNet;
  #subject: Subject;
  /** While the reader turns a weight its curves stay as they are. */
  #curves = new Remembered<WeightSweep>();
  #tips = new Remembered<Tip | undefined>();

  constructor(engine: Engine, data: Dataset, subject: Subject) {
    this.#engine = engine;
    this.#net = chapterNet(engine, data, netSeed);
    this.#subject = subject;
  }

  sweep({ weight, value, span }: State): Sweep {
    const { parameters, x, labels } = this.#subject;
    const learnt = parameters[weight] as number;
    const wanted = value ?? learnt;
    this.#set(weight, wanted);
    // A value from a link may lie farther out.
    const range: [number, number] = [Math.min(learnt - span, wanted), Math.max(learnt + span, wanted)];
    const over = (count: number) => this.#engine.weightSweep(this.#net, x, labels, { parameter: weight, range, count });
    const curves = this.#curves.of([weight, range], () => over(sweepPoints));
    const { now, accuracySlope, lossSlope } = over(2);
    return { ...curves, now, accuracySlope, lossSlope, learnt, range };
  }

  /** The digit that tips over at the step nearest to the weight; undefined where the sweep has no step. */
  tip(weight: number, sweep: Sweep): Tip | undefined {
    const riser = nearestRiser(sweep, sweep.now.weight);
    if (!riser) return undefined;
    const { index, at } = riser;
    return this.#tips.of([weight, sweep.range, index], () => {
      const [left, right] = [this.#answers(weight, sweep.weight[index - 1] as number), this.#answers(weight, sweep.weight[index] as number)];
      const { labels } = this.#subject;
      const digit = labels.findIndex((label, i) => (left[i] === label) !== (right[i] === label));
      return digit < 0 ? undefined : { at, digit, label: labels[digit] as number, left: left[digit] as number, right: right[digit] as number };
    });
  }

  /** What each digit is read as. */
  #answers(weight: number, value: number): number[] {
    this.#set(weight, value);
    const { x, labels } = this.#subject;
    const y = this.#net.predict(x);
    const classes = y.length / labels.length;
    return Array.from(labels, (_, i) => classOf(y.subarray(classes * i, classes * (i + 1))));
  }

  #set(weight: number, value: number): void {
    const parameters = this.#subject.parameters.slice();
    parameters[weight] = value;
    this.#net.setParameters(parameters);
  }

  delete(): void {
    this.#net.delete();
  }
}
