import type { Dataset } from '../../engine/api/api.ts';
import { RaceClient, type RaceHooks } from '../../engine/client/race-client.ts';
import type { RaceProgress } from '../../engine/protocol/race-protocol.ts';
import type { State } from './state.ts';

/** One race, from its start to the next, and what is known of it. */
export class Course {
  #client: RaceClient;
  /** Of the last pull; it stays when the worker goes. */
  progress: RaceProgress | undefined;

  constructor(hooks: Omit<RaceHooks, 'progress'> & { readonly changed: () => void }) {
    this.#client = new RaceClient({
      ...hooks,
      progress: (progress) => {
        this.progress = progress;
        hooks.changed();
      },
    });
  }

  /** The reader wants it to run. */
  get going(): boolean {
    return this.#client.going;
  }

  /** What is not visible rests. */
  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** On the first digits of the data, which lie in no order. */
  start(data: Dataset, { batchSize, hiddenSize, seed }: State): void {
    if (!this.#client.begun) {
      const batch = Uint32Array.from({ length: batchSize }, (_, i) => i);
      this.progress = undefined;
      this.#client.begin({
        net: { inputSize: data.inputSize, hiddenSize, outputSize: data.classes, seed },
        inputs: data.inputs(batch),
        labels: data.labels(batch),
      });
    }
    this.#client.start();
  }

  pause(): void {
    this.#client.pause();
  }

  forget(): void {
    this.#client.dispose();
    this.progress = undefined;
  }
}
