import type { Dataset, Engine, ErrataRuns, ErratumId, TrainingMistake } from '../../engine/api.ts';
import { pageDigits } from '../../engine/digits.ts';
import type { DownloadProgress } from '../../engine/digits-download.ts';
import { train } from './outcome.ts';

/** Of the digits; enough to tell a net that learns from one that does not. */
const digitCount = 2000;

const trainingMistakes = ['summed-loss', 'unit-weights', 'loss-inside-loop'] as const satisfies readonly TrainingMistake[];

export function isTrainingMistake(mistake: ErratumId): mistake is TrainingMistake {
  return trainingMistakes.some((each) => each === mistake);
}

/** The two runs of each mistake of training, made once at its first need; the digits come with the first of them. */
export class TrainingRuns {
  #changed: () => void;
  #digits: Dataset | undefined;
  #runs = new Map<TrainingMistake, ErrataRuns>();
  #busy = false;
  #progress: DownloadProgress | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** `changed` is called whenever there is something new to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** While the digits are on their way. */
  get progress(): DownloadProgress | undefined {
    return this.#digits ? undefined : this.#progress;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  of(engine: Engine, mistake: TrainingMistake): ErrataRuns | undefined {
    const made = this.#runs.get(mistake);
    if (!made && !this.#busy && !this.#failure) void this.#make(engine, mistake);
    return made;
  }

  tryAgain(): void {
    this.#failure = undefined;
    this.#changed();
  }

  async #make(engine: Engine, mistake: TrainingMistake): Promise<void> {
    this.#busy = true;
    try {
      this.#digits ??= await this.#load(engine);
      // The reader sees first that something is being computed.
      await nextPaint();
      this.#runs.set(mistake, train(engine, mistake, this.#digits));
    } catch (error) {
      this.#failure = { error };
    }
    this.#busy = false;
    this.#changed();
  }

  async #load(engine: Engine): Promise<Dataset> {
    const progress = (news: DownloadProgress) => {
      this.#progress = news;
      this.#changed();
    };
    const { images, labels } = await pageDigits.load({ progress });
    const all = engine.Dataset.fromIdx(images, labels);
    try {
      return all.subset(Uint32Array.from({ length: digitCount }, (_, i) => i));
    } finally {
      all.delete();
    }
  }
}

function nextPaint(): Promise<void> {
  return new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}
