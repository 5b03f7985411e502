import { pageDigits } from '../../engine/digits.ts';
import type { DownloadProgress } from '../../engine/digits-download.ts';
import { readIdxFiles } from '../../engine/idx-file.ts';
import type { RunData } from '../../engine/run-types.ts';
import { runDataOf } from './own-points.ts';
import { type State, toyData } from './state.ts';

/** What the reader has yet to give. */
export type Missing = 'points' | 'files';

/** Fewer leave nothing to test on. */
const fewestPoints = 5;

/** Where the data of a run come from. The same data are the same object, so that they go to the worker once. */
export class DataSource {
  #progress: (progress: DownloadProgress) => void;
  #files: RunData | undefined;
  #made: { readonly key: string; readonly data: RunData } | undefined;

  constructor(progress: (progress: DownloadProgress) => void) {
    this.#progress = progress;
  }

  /** Rejects with DownloadError. */
  async load({ data, seed, points }: State): Promise<RunData | { readonly missing: Missing }> {
    switch (data) {
      case 'digits':
        return pageDigits.load({ progress: this.#progress });
      case 'files':
        return this.#files ?? { missing: 'files' };
      case 'points': {
        const classes = new Set(points.map(([, , label]) => label));
        if (points.length < fewestPoints || classes.size < 2) return { missing: 'points' };
        return this.#kept(points.join(';'), () => runDataOf(points));
      }
      default:
        return this.#kept(`${data} ${seed}`, () => toyData(data, seed));
    }
  }

  /** Rejects with IdxError; what was there stays then. */
  async takeFiles(files: readonly File[]): Promise<void> {
    this.#files = await readIdxFiles(files);
  }

  #kept(key: string, make: () => RunData): RunData {
    if (this.#made?.key !== key) this.#made = { key, data: make() };
    return this.#made.data;
  }
}
