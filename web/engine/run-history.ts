import { GrowingFloats } from './growing-floats.ts';
import { LearningRates } from './learning-rates.ts';
import type { Accuracy, Checkpoint, Progress } from './protocol.ts';
import { Thinned } from './thinned.ts';

const mostSnapshots = 64;
const mostPathPoints = 96;

/** What a run leaves behind, and how much of it the page has been told. */
export class RunHistory {
  readonly snapshots = new Thinned<Uint8Array>(mostSnapshots);
  readonly path = new Thinned<Float32Array>(mostPathPoints);
  readonly rates: LearningRates;
  #losses = new GrowingFloats();
  #accuracies: Accuracy[];
  #toldLosses = 0;
  #toldAccuracies = 0;

  constructor(learningRate: number, resumeFrom?: Checkpoint) {
    this.rates = new LearningRates(resumeFrom?.rates ?? [{ iteration: 1, value: learningRate }]);
    this.#accuracies = [...(resumeFrom?.accuracies ?? [])];
    if (resumeFrom) this.#losses.append(resumeFrom.losses);
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
