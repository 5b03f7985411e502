import type { Dataset, Engine, ErrataRuns, ErratumId, TrainingMistake } from '../../engine/api/api.ts';
import { pageDigits } from '../../engine/data/digits.ts';
import type { DownloadProgress } from '../../engine/data/digits-download.ts';
import { SlicedWork, type WorkHost } from '../base/work/sliced-work.ts';
import { train } from './outcome.ts';

/** Of the digits; enough to tell a net that learns from one that does not. */
const digitCount = 2000;

const trainingMistakes = ['summed-loss', 'unit-weights', 'loss-inside-loop'] as const satisfies readonly TrainingMistake[];

export function isTrainingMistake(mistake: ErratumId): mistake is TrainingMistake {
  return trainingMistakes.some((each) => each === mistake);
}

/** The two runs of each mistake of training, made once at its first need; the digits come with the first of them. */
export class TrainingRuns {
  #host: WorkHost;
  #digits: Dataset | undefined;
  #loading = false;
  #progress: DownloadProgress | undefined;
  #failure: { readonly error: unknown } | undefined;
  #runs = new Map<TrainingMistake, ErrataRuns>();
  #work: SlicedWork<void>;

  /** `host` is updated whenever there is something new to be shown. */
  constructor(host: WorkHost) {
    this.#host = host;
    this.#work = new SlicedWork(host);
  }

  /** While the digits are on their way. */
  get progress(): DownloadProgress | undefined {
    return this.#loading ? this.#progress : undefined;
  }

  /** How much the nets have learnt of what they are to. */
  get share(): number | undefined {
    return this.#work.share;
  }

  /** Of the download. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Throws what the training threw. */
  of(engine: Engine, mistake: TrainingMistake): ErrataRuns | undefined {
    const digits = this.#digits;
    const made = this.#runs.get(mistake);
    if (made) return made;
    if (digits) this.#work.of(mistake, () => this.#made(engine, mistake, digits));
    else if (!this.#loading && !this.#failure) void this.#load(engine);
    return undefined;
  }

  tryAgain(): void {
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  *#made(engine: Engine, mistake: TrainingMistake, digits: Dataset): Generator<number, void> {
    this.#runs.set(mistake, yield* train(engine, mistake, digits));
  }

  async #load(engine: Engine): Promise<void> {
    this.#loading = true;
    const progress = (news: DownloadProgress) => {
      this.#progress = news;
      this.#host.requestUpdate();
    };
    try {
      const { images, labels } = await pageDigits.load({ progress });
      this.#digits = firstOf(engine, images, labels);
    } catch (error) {
      this.#failure = { error };
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }
}

function firstOf(engine: Engine, images: Uint8Array, labels: Uint8Array): Dataset {
  const all = engine.Dataset.fromIdx(images, labels);
  try {
    return all.subset(Uint32Array.from({ length: digitCount }, (_, i) => i));
  } finally {
    all.delete();
  }
}
