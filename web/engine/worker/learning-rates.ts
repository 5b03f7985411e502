import type { RateChange } from '../protocol/run-types.ts';

/** Which learning rate the update of each iteration used, so that a part of the run can be done again. */
export class LearningRates {
  #changes: readonly RateChange[];

  constructor(changes: readonly RateChange[]) {
    this.#changes = changes;
  }

  get changes(): readonly RateChange[] {
    return this.#changes;
  }

  /** From this iteration on. */
  set(iteration: number, value: number): void {
    this.#changes = [...this.#changes.filter((change) => change.iteration < iteration), { iteration, value }];
  }

  of(iteration: number): number {
    return this.#changes.findLast((change) => change.iteration <= iteration)?.value ?? Number.NaN;
  }

  /** The first iteration after `iteration` that used another rate; Infinity if there is none. */
  nextChange(iteration: number): number {
    return this.#changes.find((change) => change.iteration > iteration)?.iteration ?? Number.POSITIVE_INFINITY;
  }

  /** Forgets the changes after `iteration`, where the run goes on. */
  continueFrom(iteration: number): void {
    this.#changes = this.#changes.filter((change) => change.iteration <= iteration + 1);
  }
}
