import type { Trainer } from '../api/api.ts';
import type { Origin, Progress } from '../protocol/protocol.ts';
import type { Accuracy, PackedHistory } from '../protocol/run-types.ts';
import { LearningRates } from './learning-rates.ts';
import { Thinned } from './thinned.ts';

const mostSnapshots = 64;
const mostPathPoints = 96;
/** The limit for snapshots and path together, so that a large net fits a phone. */
const mostBytes = 64 * 2 ** 20;

/** What a run leaves behind, and how much of it the page has been told. The losses are the trainer's. */
export class RunHistory {
  readonly snapshots: Thinned<Uint8Array>;
  readonly path: Thinned<Float32Array>;
  readonly rates: LearningRates;
  #trainer: Pick<Trainer, 'iteration' | 'losses'>;
  /** Losses of iterations 1 … furthest while the trainer is behind that: it holds those up to where it is. */
  #all: Float32Array | undefined;
  #accuracies: Accuracy[];
  #toldLosses = 0;
  #toldAccuracies = 0;

  /** `bytes`: what snapshots and path may take together. */
  constructor(trainer: Pick<Trainer, 'iteration' | 'losses' | 'learningRate'>, origin?: Origin, bytes = mostBytes) {
    this.#trainer = trainer;
    const known = origin && ('packed' in origin ? origin.packed.history : origin.checkpoint);
    const packed = origin && 'packed' in origin ? origin.packed.history : undefined;
    this.snapshots = new Thinned({ count: mostSnapshots, bytes: bytes / 2 }, packed?.snapshots);
    this.path = new Thinned({ count: mostPathPoints, bytes: bytes / 2 }, packed?.path);
    this.rates = new LearningRates(known?.rates ?? [{ iteration: 1, value: trainer.learningRate }]);
    this.#accuracies = [...(known?.accuracies ?? [])];
    if (packed) {
      this.#all = packed.losses;
      this.#told();
    }
  }

  /** The last iteration whose loss is known. */
  get furthest(): number {
    return this.#all?.length ?? this.#trainer.iteration;
  }

  /** The losses of iterations from + 1 … furthest. */
  losses(from = 0): Float32Array {
    return this.#all?.slice(from) ?? this.#trainer.losses(from);
  }

  /** The trainer is about to be led to where it has been: what it would forget is kept. */
  lead(): void {
    this.#all ??= this.#trainer.losses();
  }

  /** The trainer is at the furthest iteration, and about to go on. */
  follow(): void {
    this.#all = undefined;
  }

  hasAccuracy(iteration: number): boolean {
    return this.#accuracies.some((accuracy) => accuracy.iteration === iteration);
  }

  addAccuracy(accuracy: Accuracy): void {
    this.#accuracies.push(accuracy);
  }

  /** The run goes on from `iteration`: what came after it the last time is void. */
  continueFrom(iteration: number): void {
    this.#all = undefined;
    this.#accuracies = this.#accuracies.filter((accuracy) => accuracy.iteration <= iteration);
    this.snapshots.continueFrom(iteration);
    this.path.continueFrom(iteration);
    this.rates.continueFrom(iteration);
    this.#toldLosses = Math.min(this.#toldLosses, iteration);
    this.#toldAccuracies = Math.min(this.#toldAccuracies, this.#accuracies.length);
  }

  /** All of it; the page has been told. */
  pack(): PackedHistory {
    return {
      rates: this.rates.changes,
      losses: this.losses(),
      accuracies: this.#accuracies,
      snapshots: this.snapshots.pack(),
      path: this.path.pack(),
    };
  }

  /** What the page has not been told; from now on it has. */
  takeNew(): Pick<Progress, 'from' | 'losses' | 'accuracies'> {
    const from = this.#toldLosses;
    const losses = this.losses(from);
    const accuracies = this.#accuracies.slice(this.#toldAccuracies);
    this.#told();
    return { from, losses, accuracies };
  }

  #told(): void {
    this.#toldLosses = this.furthest;
    this.#toldAccuracies = this.#accuracies.length;
  }
}
