import type { Dataset } from '../../engine/api.ts';
import { RaceClient, type RaceHooks } from '../../engine/race-client.ts';
import type { RaceProgress } from '../../engine/race-protocol.ts';
import type { State } from './state.ts';

/** One race, from its start to the next: in the worker while it is wanted, and what is known of it afterwards. */
export class Course {
  #client: RaceClient;
  #begun = false;
  /** Of the last pull; it stays when the worker goes. */
  progress: RaceProgress | undefined;
  /** The reader wants it to run. */
  going = false;

  constructor(hooks: Omit<RaceHooks, 'progress'> & { readonly changed: () => void }) {
    this.#client = new RaceClient({
      progress: (progress) => {
        this.progress = progress;
        hooks.changed();
      },
      failed: (failure) => {
        this.stop();
        hooks.failed(failure);
      },
      lost: (failure) => {
        this.#begun = false;
        this.going = false;
        hooks.lost(failure);
      },
    });
  }

  /** On the first digits of the data, which lie in no order. */
  start(data: Dataset, { batchSize, hiddenSize, seed }: State): void {
    if (!this.#begun) {
      const batch = Uint32Array.from({ length: batchSize }, (_, i) => i);
      this.progress = undefined;
      this.#client.begin({
        net: { inputSize: data.inputSize, hiddenSize, outputSize: data.classes, seed },
        inputs: data.inputs(batch),
        labels: data.labels(batch),
      });
      this.#begun = true;
    }
    this.going = true;
    this.#client.start();
  }

  pause(): void {
    this.going = false;
    this.#client.pause();
  }

  /** Gives the worker back. True if a race was lost by it. */
  stop(): boolean {
    const lost = this.#begun;
    this.#client.dispose();
    this.#begun = false;
    this.going = false;
    return lost;
  }

  forget(): void {
    this.stop();
    this.progress = undefined;
  }
}
