import type { TrainingClient } from '../../engine/client/training-client.ts';
import type { Want } from '../../engine/protocol/protocol.ts';
import { Throttle } from './throttle.ts';

const interval = 200; // ms

type Client = Pick<TrainingClient, 'want' | 'refresh' | 'due'>;

/** The larger parts of a run's progress: they come a few times a second while it goes on, and once more when it rests. */
export class LargerParts {
  #client: Client;
  #parts: () => Want;
  #throttle = new Throttle(interval);
  /** The iteration of which they came last. */
  #of: number | undefined;
  /** What was asked for beside them, and has not come. */
  #more: Want = {};

  constructor(client: Client, parts: () => Want) {
    this.#client = client;
    this.#parts = parts;
  }

  /** What has come is not what is wanted now: the next progress brings it. */
  ask(): void {
    this.#of = undefined;
    this.#client.want = this.#parts();
  }

  /** This is wanted at once, too; those that have come are not asked for again. */
  askFor(more: Want): void {
    this.#more = { ...this.#more, ...more };
    this.#client.want = { ...this.#client.want, ...more };
    this.#client.refresh();
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
    // A progress that was on its way does not know of it.
    if (!this.#client.due) this.#more = {};
    const wanted = this.behind(iteration) && this.#throttle.due(rests, now);
    this.#client.want = { ...(wanted && this.#parts()), ...this.#more, ...also };
    if (wanted && rests) this.#client.refresh();
  }
}
