import type { Dataset } from '../../engine/api/api.ts';
import { RaceClient } from '../../engine/client/race-client.ts';
import { firstIndices } from '../../engine/data/samples.ts';
import type { Failure } from '../../engine/protocol/protocol.ts';
import type { RaceProgress } from '../../engine/protocol/race-types.ts';
import type { State } from './state.ts';

export interface CourseHooks {
  changed(): void;
  failed(failure: Failure): void;
  /** The worker is gone. start() goes on in another, from what was saved last. */
  lost(failure: Failure): void;
}

/** One race, from its start to the next, and what is known of it. */
export class Course {
  #client: RaceClient;
  #standing: 'none' | 'begun' | 'lost' = 'none';
  /** Of the last pull; it stays when the worker goes. */
  progress: RaceProgress | undefined;

  constructor({ changed, failed, lost }: CourseHooks) {
    this.#client = new RaceClient({
      progress: (progress) => {
        this.progress = progress;
        changed();
      },
      failed: (failure) => {
        this.#client.dispose();
        this.#standing = 'none';
        failed(failure);
      },
      lost: (failure) => {
        this.#client.pause();
        this.#standing = 'lost';
        lost(failure);
      },
    });
  }

  /** The reader wants it to run. */
  get going(): boolean {
    return this.#client.playing;
  }

  /** What is not visible rests. */
  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** On the first digits of the data, which lie in no order. */
  start(data: Dataset, { batchSize, hiddenSize, seed }: State): void {
    if (this.#standing === 'none') {
      const batch = firstIndices(data, batchSize);
      this.progress = undefined;
      this.#client.create({
        net: { inputSize: data.inputSize, hiddenSize, outputSize: data.classes, seed },
        inputs: data.inputs(batch),
        labels: data.labels(batch),
      });
    } else if (this.#standing === 'lost') {
      this.#client.restart();
    }
    this.#standing = 'begun';
    this.#client.play();
  }

  pause(): void {
    this.#client.pause();
  }

  forget(): void {
    this.#client.dispose();
    this.#standing = 'none';
    this.progress = undefined;
  }
}
