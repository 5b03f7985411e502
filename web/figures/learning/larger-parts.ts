import type { TrainingClient } from '../../engine/client/training-client.ts';
import type { Want } from '../../engine/protocol/protocol.ts';
import { Throttle } from './throttle.ts';

const interval = 200; // ms

/** The larger parts of a run's progress: they come a few times a second while it goes on, and once more when it rests. */
export class LargerParts {
  #client: Pick<TrainingClient, 'want' | 'refresh'>;
  #parts: () => Want;
  #throttle = new Throttle(interval);
  /** The iteration of which they came last. */
  #of: number | undefined;

  constructor(client: Pick<TrainingClient, 'want' | 'refresh'>, parts: () => Want) {
    this.#client = client;
    this.#parts = parts;
  }

  /** What has come is not what is wanted now: the next progress brings it. */
  ask(): void {
    this.#of = undefined;
    this.#client.want = this.#parts();
  }

  /** This is wanted, too; those that have come are not asked for again. */
  askFor(more: Want): void {
    this.#client.want = { ...this.#client.want, ...more };
  }

  /** They came; `iteration`: of which, or undefined if they are not those that are wanted by now. */
  came(iteration: number | undefined, now: number): void {
    this.#of = iteration;
    this.#throttle.happened(now);
  }

  behind(iteration: number): boolean {
    return iteration !== this.#of;
  }

  /** To be told of each progress. `also`: what is wanted beside them. */
  follow(iteration: number, rests: boolean, now: number, also: Want = {}): void {
    const wanted = this.behind(iteration) && this.#throttle.due(rests, now);
    this.#client.want = { ...(wanted && this.#parts()), ...also };
    if (wanted && rests) this.#client.refresh();
  }
}
