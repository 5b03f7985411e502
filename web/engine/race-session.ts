import type { Engine, TwoLayerNet } from './api.ts';
import { RaceLane } from './race-lane.ts';
import { type Agreement, type LaneName, laneNames, type RaceProgress, type RaceSetup } from './race-protocol.ts';

/** Three ways to the gradient of one loss, on the same net and batch. The lanes get the same time each, in turn. */
export class RaceSession {
  #engine: Engine;
  #net: TwoLayerNet;
  #lanes: Readonly<Record<LaneName, RaceLane>>;
  #running = false;
  #turn = 0;

  constructor(engine: Engine, { net: options, inputs, labels }: RaceSetup, now: () => number) {
    this.#engine = engine;
    const net = new engine.TwoLayerNet(options);
    this.#net = net;
    const naive = (first: number, count: number) =>
      net.numericalGradient(inputs, labels, { method: 'naive', parameters: Uint32Array.from({ length: count }, (_, i) => first + i) });
    const lane = (part: ConstructorParameters<typeof RaceLane>[1]) => new RaceLane(net.parameterCount, part, now);
    this.#lanes = {
      naive: lane(naive),
      // As a whole: nearly all of its time is what the parameters share.
      incremental: lane(() => net.numericalGradient(inputs, labels, { method: 'incremental' })),
      backprop: lane(() => net.gradient(inputs, labels)),
    };
  }

  get running(): boolean {
    return this.#running;
  }

  start(): void {
    this.#running = true;
  }

  pause(): void {
    this.#running = false;
  }

  /** The lane whose turn it is works for about that long. */
  work(milliseconds: number): void {
    this.#lanes[laneNames[this.#turn] as LaneName].work(milliseconds);
    this.#turn = (this.#turn + 1) % laneNames.length;
  }

  progress(picture = false): RaceProgress {
    const { naive, incremental, backprop } = this.#lanes;
    const agreement = this.#agreement();
    return {
      parameterCount: this.#net.parameterCount,
      running: this.#running,
      lanes: { naive: naive.progress, incremental: incremental.progress, backprop: backprop.progress },
      ...(agreement && { agreement }),
      ...(picture && { picture: this.#picture() }),
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
    return { count, largest, at };
  }

  #picture(): NonNullable<RaceProgress['picture']> {
    const { naive, backprop } = this.#lanes;
    const size = this.#net.inputSize * this.#net.hiddenSize;
    const known = Math.min(naive.known, backprop.known, size);
    const difference = known > 0 ? this.#engine.difference(naive.gradient.subarray(0, known), backprop.gradient.subarray(0, known)).each : new Float64Array();
    return { gradient: Float32Array.from(backprop.gradient.subarray(0, backprop.known > 0 ? size : 0)), difference };
  }
}
