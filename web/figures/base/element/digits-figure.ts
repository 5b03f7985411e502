import type { TemplateResult } from 'lit';
import type { Dataset, Engine } from '../../../engine/api/api.ts';
import { pageDigits } from '../../../engine/data/digits.ts';
import { DownloadError, type DownloadProgress } from '../../../engine/data/digits-download.ts';
import type { ImageSet } from '../../../engine/data/idx-file.ts';
import { digits as words } from '../../../i18n/digits.ts';
import { downloadLine, downloadProblem } from '../work/download-words.ts';
import { sharedEngine } from '../work/engine.ts';
import { EngineFigure } from './engine-figure.ts';

/** Made once for all figures that learn from the page's digits; it lives as long as they do. */
const datasets = new WeakMap<ImageSet, Dataset>();

/** A figure that computes on the page with the page's digits: it computes once both the engine and they are there. */
export abstract class DigitsFigure extends EngineFigure {
  #digits: ImageSet | undefined;
  #progress: DownloadProgress | undefined;

  /** Two IDX files; there whenever `compute` is called. */
  protected get digits(): ImageSet | undefined {
    return this.#digits;
  }

  /** Them as a data set, shared by the figures of the page: not to be deleted. */
  protected allDigits(engine: Engine): Dataset | undefined {
    if (!this.#digits) return undefined;
    const made = datasets.get(this.#digits) ?? engine.Dataset.fromIdx(this.#digits.images, this.#digits.labels);
    datasets.set(this.#digits, made);
    return made;
  }

  protected override async load(): Promise<Engine> {
    const progress = (news: DownloadProgress) => {
      this.#progress = news;
      this.requestUpdate();
    };
    const [engine, digits] = await Promise.all([sharedEngine(), pageDigits.load({ progress })]);
    this.#digits = digits;
    return engine;
  }

  protected override loadFailure(error: unknown): string {
    return error instanceof DownloadError ? downloadProblem(words[this.language], error.problem) : super.loadFailure(error);
  }

  protected override get status(): string | TemplateResult {
    return super.status && this.#progress ? downloadLine(words[this.language], this.#progress) : super.status;
  }
}
