import type { Dataset, Engine, Phase, Trainer, TwoLayerNet } from '../../engine/api/api.ts';
import type { GradientNorms } from '../../engine/api/api-nets.ts';
import { samplesOf } from '../../engine/data/samples.ts';
import type { Sample } from '../../engine/protocol/run-types.ts';
import type { State } from './state.ts';

/** A loss on the digits that were drawn, and on all that are learnt from. */
export interface Losses {
  readonly own: number;
  readonly all: number;
}

/** What an iteration has done so far. */
export interface Iteration {
  /** From 1. */
  readonly number: number;
  readonly batchSize: number;
  /** The phase that was run last. */
  readonly phase: Phase;
  /** The first of the mini-batch. */
  readonly samples: readonly Sample[];
  readonly before: Losses;
  readonly gradient?: { readonly W1: Float32Array; readonly norms: GradientNorms };
  /** W1 after the update. */
  readonly weights?: Float32Array;
  readonly after?: Losses;
}

const mostSamples = 100;

/** A net that goes through its iterations phase by phase. */
export class Stepper {
  iteration: Iteration | undefined;

  #engine: Engine;
  #data: Dataset;
  #net: TwoLayerNet;
  #trainer: Trainer;
  #batchSize: number;

  /** Begins with the parameters of `net`, which stays as it is. */
  constructor(engine: Engine, data: Dataset, net: TwoLayerNet, { batchSize, learningRate, seed }: Pick<State, 'batchSize' | 'learningRate' | 'seed'>) {
    this.#engine = engine;
    this.#data = data;
    this.#batchSize = batchSize;
    const { inputSize, hiddenSize, outputSize, activation } = net;
    this.#net = new engine.TwoLayerNet({ inputSize, hiddenSize, outputSize, activation });
    this.#net.setParameters(net.getParameters());
    // Other draws than those from which the net has learnt.
    this.#trainer = new engine.Trainer(this.#net, data, { batchSize, learningRate, seed: seed + 1 });
  }

  /** That comes next. */
  get phase(): Phase {
    return this.#trainer.phase;
  }

  /** An update has broken the net. */
  get diverged(): boolean {
    return this.#trainer.diverged;
  }

  /** Runs the next phase. */
  step(): Iteration {
    this.iteration = this.#stepped();
    return this.iteration;
  }

  delete(): void {
    this.#trainer.delete();
    this.#net.delete();
  }

  #stepped(): Iteration {
    const { phase } = this.#trainer;
    if (phase === 'mini-batch' || !this.iteration) return this.#begun();
    switch (phase) {
      case 'gradient': {
        const gradient = this.#trainer.computeGradient();
        return { ...this.iteration, phase, gradient: { W1: this.#first(gradient), norms: this.#engine.gradientNorms(this.#net, gradient) } };
      }
      case 'update':
        this.#trainer.update();
        return { ...this.iteration, phase, weights: this.#first(this.#net.getParameters()) };
      case 'record':
        return { ...this.iteration, phase, after: { own: this.#trainer.record(), all: this.#lossOnAll() } };
    }
  }

  #begun(): Iteration {
    const all = this.iteration?.after?.all ?? this.#lossOnAll();
    const number = this.#trainer.iteration + 1;
    const batch = this.#trainer.drawMiniBatch();
    const own = this.#net.loss(this.#data.inputs(batch), this.#data.labels(batch));
    return { number, batchSize: this.#batchSize, phase: 'mini-batch', samples: samplesOf(this.#data, batch.subarray(0, mostSamples)), before: { own, all } };
  }

  #lossOnAll(): number {
    return this.#engine.evaluate(this.#net, this.#data).loss;
  }

  /** W1 of parameters or of a gradient. */
  #first(parameters: Float32Array): Float32Array {
    return parameters.slice(0, this.#net.inputSize * this.#net.hiddenSize);
  }
}
