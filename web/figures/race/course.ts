import type { Dataset } from '../../engine/api/api.ts';
import { RaceClient } from '../../engine/client/race-client.ts';
import { firstIndices } from '../../engine/data/samples.ts';
import type { RaceProgress, RaceSetup } from '../../engine/protocol/race-types.ts';
import type { RaceStrings } from '../../i18n/race.ts';
import { LearningRun } from '../learning/learning-run.ts';
import type { State } from './state.ts';

/** One race, from its start to the next, and what is known of it. */
export class Course {
  #run: LearningRun<'race', RaceSetup, RaceClient>;

  constructor(changed: () => void) {
    this.#run = new LearningRun((hooks) => new RaceClient(hooks), {
      // What it had found stays.
      failed: () => this.#run.dispose(),
      lost: () => this.#run.client.pause(),
      changed,
    });
  }

  /** Of the last pull; it stays when the worker goes. */
  get progress(): RaceProgress | undefined {
    return this.#run.progress;
  }

  /** The reader wants it to run. */
  get going(): boolean {
    return this.#run.client.playing;
  }

  /** What is not visible rests. */
  set visible(visible: boolean) {
    this.#run.client.visible = visible;
  }

  /** On the first digits of the data, which lie in no order; after its worker was lost, in another from what was saved last. */
  start(data: Dataset, { batchSize, hiddenSize, seed }: State): void {
    const { standing, client } = this.#run;
    if (standing.kind === 'waiting') {
      const batch = firstIndices(data, batchSize);
      this.#run.progress = undefined;
      this.#run.make({
        net: { inputSize: data.inputSize, hiddenSize, outputSize: data.classes, seed },
        inputs: data.inputs(batch),
        labels: data.labels(batch),
      });
    } else if (standing.kind === 'lost') {
      this.#run.restart();
    }
    client.play();
  }

  pause(): void {
    this.#run.client.pause();
  }

  forget(): void {
    this.#run.dispose();
    this.#run.progress = undefined;
    this.#run.failure = undefined;
  }

  /** What went wrong. */
  notices(words: RaceStrings): string[] {
    const { standing, failure } = this.#run;
    if (standing.kind === 'lost') return [words.lost(standing.failure.message)];
    return failure ? [words.failed(failure.message)] : [];
  }
}
