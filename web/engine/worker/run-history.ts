import { GrowingFloats } from '../client/growing-floats.ts';
import type { Progress } from '../protocol/protocol.ts';
import type { Accuracy, Origin, PackedHistory } from '../protocol/run-types.ts';
import { LearningRates } from './learning-rates.ts';
import { Thinned } from './thinned.ts';

const mostSnapshots = 64;
const mostPathPoints = 96;
/** Of the snapshots and the path together: what a large net costs a phone. */
const mostBytes = 64 * 2 ** 20;

/** What a run leaves behind, and how much of it the page has been told. */
export class RunHistory {
  readonly snapshots: Thinned<Uint8Array>;
  readonly path: Thinned<Float32Array>;
  readonly rates: LearningRates;
  #losses = new GrowingFloats();
  #accuracies: Accuracy[];
  #toldLosses = 0;
  #toldAccuracies = 0;

  /** `bytes`: what snapshots and path may take together. */
  constructor(learningRate: number, origin?: Origin, bytes = mostBytes) {
    const known = origin && ('packed' in origin ? origin.packed.history : origin.checkpoint);
    const packed = origin && 'packed' in origin ? origin.packed.history : undefined;
    this.snapshots = new Thinned({ count: mostSnapshots, bytes: bytes / 2 }, packed?.snapshots);
    this.path = new Thinned({ count: mostPathPoints, bytes: bytes / 2 }, packed?.path);
    this.rates = new LearningRates(known?.rates ?? [{ iteration: 1, value: learningRate }]);
    this.#accuracies = [...(known?.accuracies ?? [])];
    if (known) this.#losses.append(known.losses);
    if (packed) this.takeNew();
  }

  /** The last iteration whose loss is known. */
  get furthest(): number {
    return this.#losses.length;
  }

  /** Of iterations 1 … iteration. */
  losses(iteration: number): Float32Array {
    return this.#losses.view(0, iteration);
  }

  addLosses(losses: Float32Array): void {
    this.#losses.append(losses);
  }

  hasAccuracy(iteration: number): boolean {
    return this.#accuracies.some((accuracy) => accuracy.iteration === iteration);
  }

  addAccuracy(accuracy: Accuracy): void {
    this.#accuracies.push(accuracy);
  }

  /** The run goes on from `iteration`: what came after it the last time is void. */
  continueFrom(iteration: number): void {
    this.#losses.truncate(iteration);
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
      losses: this.#losses.view().slice(),
      accuracies: this.#accuracies,
      snapshots: this.snapshots.pack(),
      path: this.path.pack(),
    };
  }

  /** What the page has not been told; from now on it has. */
  takeNew(): Pick<Progress, 'from' | 'losses' | 'accuracies'> {
    const from = this.#toldLosses;
    const losses = this.#losses.view(from).slice();
    const accuracies = this.#accuracies.slice(this.#toldAccuracies);
    this.#toldLosses = this.#losses.length;
    this.#toldAccuracies = this.#accuracies.length;
    return { from, losses, accuracies };
  }
}
