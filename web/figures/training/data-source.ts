import { pageDigits } from '../../engine/data/digits.ts';
import type { DownloadProblem, DownloadProgress } from '../../engine/data/digits-download.ts';
import type { ImageRunData, RunData } from '../../engine/protocol/run-types.ts';
import { runDataOf } from './own-points.ts';
import { type State, toyData } from './state.ts';

/** What the reader has yet to give. */
export type Missing = 'points' | 'files';

/** Why there are no data for a run yet. */
export type DataStanding =
  | { readonly kind: 'downloading'; readonly progress: DownloadProgress | undefined }
  | { readonly kind: 'download-failed'; readonly problem: DownloadProblem }
  /** The reader has yet to give them. */
  | { readonly kind: 'no-data'; readonly missing: Missing };

/** Images of the reader's. */
export interface OwnImages {
  readonly data: ImageRunData;
  readonly shape: readonly [rows: number, columns: number];
}

/** Fewer leave nothing to test on. */
const fewestPoints = 5;

/** Where the data of a run come from. The same data are the same object, so that they go to the worker once. */
export class DataSource {
  /** Those that were taken last. */
  images: OwnImages | undefined;

  #progress: (progress: DownloadProgress) => void;
  #taken = 0;
  #made: { readonly key: string; readonly data: RunData } | undefined;

  constructor(progress: (progress: DownloadProgress) => void) {
    this.#progress = progress;
  }

  /** Rejects with DownloadError. */
  async load({ data, seed, points, classNames, scale, upright }: State): Promise<RunData | { readonly missing: Missing }> {
    switch (data) {
      case 'digits':
        return pageDigits.load({ progress: this.#progress });
      case 'files': {
        const own = this.images?.data;
        if (!own) return { missing: 'files' };
        return this.#kept(`files ${this.#taken} ${scale} ${upright}`, () => ({ ...own, transpose: upright, ...(scale !== undefined && { scale }) }));
      }
      case 'points': {
        const classes = new Set(points.map(([, , label]) => label));
        if (points.length < fewestPoints || classes.size < 2) return { missing: 'points' };
        return this.#kept(`${points.join(';')} ${classNames.join()}`, () => runDataOf(points, classNames));
      }
      default:
        return this.#kept(`${data} ${seed}`, () => toyData(data, seed));
    }
  }

  takeImages(images: OwnImages): void {
    this.images = images;
    this.#taken++;
  }

  #kept(key: string, make: () => RunData): RunData {
    if (this.#made?.key !== key) this.#made = { key, data: make() };
    return this.#made.data;
  }
}
