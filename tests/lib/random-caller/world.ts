import type { Dataset, Engine, Examination, Expression, Grid, ParameterPath, Plane, Trainer, TwoLayerNet } from '../../../web/engine/api/api.ts';
import type { ErrataTraining } from '../../../web/engine/api/api-errata.ts';
import type { Dice } from './dice.ts';

// What lives while the caller calls: a few objects of each class, and right arguments that fit them.

export interface Living {
  curve: Expression; // of one variable
  field: Expression; // of two
  net: TwoLayerNet;
  data: Dataset;
  trainer: Trainer;
  path: ParameterPath;
  training: ErrataTraining;
}

interface Batch {
  net: TwoLayerNet;
  x: Float32Array;
  labels: Uint8Array;
}

const most = 5; // of each class

export class World {
  readonly #living: { [Kind in keyof Living]: Living[Kind][] } = { curve: [], field: [], net: [], data: [], trainer: [], path: [], training: [] };
  /** Deleted, of another engine, prototypes: what only looks like an object of this engine. */
  readonly others: object[];
  readonly engine: Engine;
  readonly dice: Dice;

  constructor(engine: Engine, other: Engine, dice: Dice) {
    this.engine = engine;
    this.dice = dice;
    const net = new other.TwoLayerNet({ inputSize: 2, hiddenSize: 1, outputSize: 2 });
    const data = other.Dataset.toy('xor', { size: 4 });
    const gone = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 1, outputSize: 2 });
    gone.delete();
    this.others = [other.expression('x', ['x']), net, data, new other.Trainer(net, data), new other.ParameterPath(), gone];
    for (const kind of Object.keys(this.#living)) this.make(kind as keyof Living);
  }

  one<Kind extends keyof Living>(kind: Kind): Living[Kind] {
    const all: Living[Kind][] = this.#living[kind];
    if (all.length === 0 || this.dice.chance(0.1)) return this.make(kind);
    return this.dice.one(all);
  }

  all(): object[] {
    return Object.values(this.#living).flat();
  }

  make<Kind extends keyof Living>(kind: Kind): Living[Kind] {
    const made = this.#makers[kind]();
    this.keep(kind, made);
    return made;
  }

  keep<Kind extends keyof Living>(kind: Kind, object: Living[Kind]): void {
    const all: Living[Kind][] = this.#living[kind];
    if (all.includes(object)) return;
    all.push(object);
    if (all.length > most) this.delete(all[0]!);
  }

  delete(object: Disposable & { delete(): void }): void {
    object.delete();
    this.forget(object);
  }

  /** An object that was deleted is kept a while, so that it is used again. */
  forget(object: object): void {
    for (const all of Object.values(this.#living)) {
      const at = (all as object[]).indexOf(object);
      if (at < 0) continue;
      all.splice(at, 1);
      this.others.push(object);
    }
    if (this.others.length > 12) this.others.splice(5, 1);
  }

  empty(): void {
    for (const object of this.all()) (object as Disposable & { delete(): void }).delete();
  }

  readonly #makers: { [Kind in keyof Living]: () => Living[Kind] } = {
    curve: () => this.engine.expression(this.dice.one(['x^2', 'sin(x)/x', 'exp(-x^2)', '1/x', '0.01*x^2 + 0.1*x', 'log(x)']), ['x']),
    field: () => this.engine.expression(this.dice.one(['x0^2 + x1^2', 'x0*x1', 'sin(x0) - x1^3', 'x0^2/20 + x1^2', 'sqrt(x0) + x1']), ['x0', 'x1']),
    net: () => this.netOf(2, 2),
    data: () => this.#data(),
    trainer: () => {
      const data = this.one('data');
      return new this.engine.Trainer(this.netOf(data.inputSize, data.classes), data, this.trainerOptions());
    },
    path: () => new this.engine.ParameterPath({ capacity: this.dice.whole(4, 9), stride: this.dice.whole(1, 3) }),
    training: () => this.engine.errata.training('unit-weights', this.one('data'), { iterations: this.dice.whole(1, 20), hiddenSize: 2, batchSize: 3 }),
  };

  netOptions(inputSize = this.dice.whole(1, 4), outputSize = this.dice.whole(2, 4)) {
    const { dice } = this;
    return {
      inputSize,
      hiddenSize: dice.whole(1, 5),
      outputSize,
      weightInitStd: dice.one([0, 0.01, 1, 30]),
      xavier: dice.chance(0.5),
      activation: dice.one(['sigmoid', 'relu', 'tanh'] as const),
      seed: dice.one([0, 1, 7, Number.MAX_SAFE_INTEGER]),
    };
  }

  netOf(inputSize: number, outputSize: number): TwoLayerNet {
    const net = new this.engine.TwoLayerNet(this.netOptions(inputSize, outputSize));
    this.keep('net', net);
    return net;
  }

  toyOptions() {
    return { size: this.dice.whole(2, 40), noise: this.dice.real(0, 0.5), seed: this.dice.whole(0, 9) };
  }

  #data(): Dataset {
    const { dice, engine } = this;
    if (dice.chance(0.5)) return engine.Dataset.toy(dice.one(['circle', 'xor', 'gauss', 'spiral']), this.toyOptions());
    if (dice.chance(0.5)) return engine.Dataset.fromIdx(...this.idx(), this.idxOptions());
    if (dice.chance(0.5)) return engine.Dataset.fromValues(...this.values());
    return engine.Dataset.fromPoints(...this.points());
  }

  points(): [Float32Array, Uint8Array, number, number] {
    const { dice } = this;
    const inputSize = dice.whole(1, 3);
    const classes = dice.whole(2, 4);
    const size = dice.whole(1, 8);
    return [this.floats(size * inputSize), this.labels(size, classes), inputSize, classes];
  }

  values(): [Float64Array, Uint8Array, number, number] {
    const [inputs, ...rest] = this.points();
    return [Float64Array.from(inputs, (value) => value * this.dice.one([1, 1e9, 1e50])), ...rest];
  }

  /** Of two inputs. */
  flatData(): Dataset {
    const labels = this.labels(this.dice.whole(1, 8), 3);
    const values = this.doubles(2 * labels.length);
    const { Dataset } = this.engine;
    const data = this.dice.chance(0.5) ? Dataset.fromValues(values, labels, 2) : Dataset.fromPoints(Float32Array.from(values), labels, 2);
    this.keep('data', data);
    return data;
  }

  /** Images of 2 × 3 pixels and their labels, 0 … 3. */
  idx(): [Uint8Array, Uint8Array] {
    const { dice } = this;
    const size = dice.whole(1, 6);
    const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, size, 0, 0, 0, 2, 0, 0, 0, 3, ...Array.from({ length: size * 6 }, () => (dice.chance(0.6) ? 0 : dice.whole(0, 255))));
    return [images, Uint8Array.of(0, 0, 8, 1, 0, 0, 0, size, ...this.labels(size, 4))];
  }

  idxOptions() {
    const { dice } = this;
    return { classes: dice.one([4, [0, 1, 2, 3], [3, 2, 1, 0, 9], Uint8Array.of(2, 0, 1, 3)]), scale: dice.whole(1, 255), transpose: dice.chance(0.5) };
  }

  trainerOptions() {
    const { dice } = this;
    return {
      batchSize: dice.whole(1, 6),
      learningRate: dice.one([0, 0.1, 1, 1e6]),
      seed: dice.whole(0, 9),
      gradient: dice.one(['backprop', 'numerical'] as const),
      optimizer: dice.one(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const),
      h: dice.one([1e-4, 1e-2]),
      sampling: 'with-replacement' as const,
    };
  }

  doubles(length: number, least = -3, most = 3): Float64Array {
    return Float64Array.from({ length }, () => this.dice.real(least, most));
  }

  floats(length: number): Float32Array {
    return Float32Array.from({ length }, () => this.dice.real(-3, 3));
  }

  labels(length: number, classes: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.dice.whole(0, classes - 1));
  }

  indices(below: number): Uint32Array {
    return Uint32Array.from({ length: this.dice.whole(1, 5) }, () => this.dice.whole(0, below - 1));
  }

  probabilities(length: number): Float64Array {
    const values = this.doubles(length, 0.01, 1);
    const sum = values.reduce((a, b) => a + b);
    return values.map((value) => value / sum);
  }

  range(): [number, number] {
    const least = this.dice.real(-3, 3);
    return [least, least + this.dice.real(0.1, 4)];
  }

  grid(): Grid {
    return { x0: this.range(), x1: this.range(), columns: this.dice.whole(1, 4), rows: this.dice.whole(1, 4) };
  }

  /** Samples and labels that fit the net. */
  batch(net = this.one('net')): Batch {
    const rows = this.dice.whole(1, 4);
    return { net, x: this.floats(rows * net.inputSize), labels: this.labels(rows, net.outputSize) };
  }

  plane(length: number): Plane {
    return { centre: this.floats(length), u: this.floats(length), v: this.floats(length) };
  }

  examination(): Examination {
    const [net, data] = this.netAndData();
    return this.engine.examine(net, data, { worst: 4 });
  }

  /** A net and data that fit each other. */
  netAndData(): [TwoLayerNet, Dataset] {
    const data = this.one('data');
    return [this.netOf(data.inputSize, data.classes), data];
  }

  /** A path with some points of one net. */
  pathOf(net: TwoLayerNet): ParameterPath {
    const path = new this.engine.ParameterPath({ capacity: 5 });
    this.keep('path', path);
    for (let k = 0; k < this.dice.whole(1, 9); k++) path.record(k, this.floats(net.parameterCount));
    return path;
  }
}
