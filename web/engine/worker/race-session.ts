import type { Engine, TwoLayerNet } from '../api/api.ts';
import type { Origin } from '../protocol/protocol.ts';
import { type Agreement, type LaneName, laneNames, type RaceProgress, type RaceSave, type RaceSetup, type RaceWant } from '../protocol/race-types.ts';
import { type GradientPart, RaceLane } from './race-lane.ts';
import type { Session } from './session.ts';

/**
 * Three ways to the gradient of one loss, on the same net and batch. The lanes get the same time each. They begin with the second
 * layer, where no derivative is 0: the first pixels are blank in every digit.
 */
export class RaceSession implements Session<'race'> {
  #engine: Engine;
  #net: TwoLayerNet;
  /** The number of the parameter that is done first, second, … */
  #order: Uint32Array;
  #lanes: Readonly<Record<LaneName, RaceLane>>;
  #playing = false;

  constructor(engine: Engine, { net: options, inputs, labels }: RaceSetup, now: () => number, origin?: Origin<'race'>) {
    this.#engine = engine;
    const net = new engine.TwoLayerNet(options);
    this.#net = net;
    const done = origin && ('packed' in origin ? origin.packed : origin.checkpoint);
    const order = orderOf(engine, net);
    this.#order = order;
    const inOrder = (gradient: Float32Array | Float64Array) => Float64Array.from(order, (parameter) => gradient[parameter] as number);
    const naive = (first: number, count: number) => net.numericalGradient(inputs, labels, { method: 'naive', parameters: order.slice(first, first + count) });
    const lane = (name: LaneName, part: GradientPart) => new RaceLane(net.parameterCount, part, now, done?.[name]);
    this.#lanes = {
      naive: lane('naive', naive),
      // As a whole: nearly all of its time is what the parameters share.
      incremental: lane('incremental', () => inOrder(net.numericalGradient(inputs, labels, { method: 'incremental' }))),
      backprop: lane('backprop', () => inOrder(net.gradient(inputs, labels))),
    };
  }

  get working(): boolean {
    return this.#playing;
  }

  play(): void {
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
  }

  giveUp(): void {
    this.pause();
  }

  pack(): RaceSave {
    const { naive, incremental, backprop } = this.#lanes;
    return { naive: naive.done, incremental: incremental.done, backprop: backprop.done };
  }

  /** In the lane that has had the least time: a whole gradient at a time takes longer than its turn. */
  work(milliseconds: number): void {
    const lanes = laneNames.map((name) => this.#lanes[name]);
    lanes.reduce((least, lane) => (lane.milliseconds < least.milliseconds ? lane : least)).work(milliseconds);
  }

  progress({ picture = false, save = false }: RaceWant = {}): RaceProgress {
    const { naive, incremental, backprop } = this.#lanes;
    const agreement = this.#agreement();
    return {
      parameterCount: this.#net.parameterCount,
      playing: this.#playing,
      lanes: { naive: naive.progress, incremental: incremental.progress, backprop: backprop.progress },
      ...(agreement && { agreement }),
      ...(picture && { picture: this.#picture() }),
      ...(save && { save: this.pack() }),
    };
  }

  delete(): void {
    this.#net.delete();
  }

  #agreement(): Agreement | undefined {
    const { naive, incremental, backprop } = this.#lanes;
    const count = Math.min(naive.known, incremental.known, backprop.known);
    if (count === 0) return undefined;
    const [a, b, c] = [naive, incremental, backprop].map(({ gradient }) => gradient.subarray(0, count)) as [Float64Array, Float64Array, Float64Array];
    const pairs = [this.#engine.difference(a, b), this.#engine.difference(a, c), this.#engine.difference(b, c)];
    const { largest, at } = pairs.reduce((most, pair) => (pair.largest > most.largest ? pair : most));
    return { count, largest, at: this.#order[at] as number };
  }

  #picture(): NonNullable<RaceProgress['picture']> {
    const { naive, backprop } = this.#lanes;
    const size = this.#net.hiddenSize * this.#net.outputSize;
    const known = Math.min(naive.known, backprop.known, size);
    const difference = known > 0 ? this.#engine.difference(naive.gradient.subarray(0, known), backprop.gradient.subarray(0, known)).each : new Float64Array();
    return { gradient: Float32Array.from(backprop.gradient.subarray(0, backprop.known > 0 ? size : 0)), difference };
  }
}

function orderOf(engine: Engine, net: TwoLayerNet): Uint32Array {
  const parts = engine.parameterParts(net);
  return Uint32Array.from(
    (['W2', 'b2', 'b1', 'W1'] as const).flatMap((wanted) =>
      parts.filter(({ name }) => name === wanted).flatMap(({ begin, rows, columns }) => Array.from({ length: rows * columns }, (_, i) => begin + i)),
    ),
  );
}
