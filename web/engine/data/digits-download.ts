import { gunzip, isGzip } from './gzip.ts';
import { type ImageSet, readIdxHeader, splitIdxPair } from './idx-file.ts';

export interface DownloadProgress {
  /** Bytes. */
  readonly received: number;
  /** Bytes; undefined where the server does not say. */
  readonly total: number | undefined;
}

export type DownloadProblem =
  /** No connection, or it broke off. */
  | { readonly code: 'network' }
  | { readonly code: 'refused'; readonly status: number }
  /** What came is cut short or is not the file. */
  | { readonly code: 'damaged' };

export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly problem: DownloadProblem;

  constructor(problem: DownloadProblem, cause?: unknown) {
    super(problem.code === 'refused' ? `refused with status ${problem.status}` : problem.code, { cause });
    this.problem = problem;
  }
}

export interface DownloadOptions {
  readonly progress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * The digits, downloaded once at the first need, for all who ask. A failed download is forgotten, so that the next call tries again;
 * it is given up when everybody who asked has.
 */
export class DigitsDownload {
  #url: string;
  #fetch: typeof fetch;
  #running: { readonly data: Promise<ImageSet>; readonly abort: AbortController } | undefined;
  #waiting = new Set<DownloadOptions>();
  #last: DownloadProgress | undefined;

  constructor(url: string, fetcher: typeof fetch = (...request) => fetch(...request)) {
    this.#url = url;
    this.#fetch = fetcher;
  }

  /** Rejects with DownloadError, or with the signal's reason. */
  async load(options: DownloadOptions = {}): Promise<ImageSet> {
    const { progress, signal } = options;
    signal?.throwIfAborted();
    this.#running ??= this.#begin();
    const { data, abort } = this.#running;
    this.#waiting.add(options);
    if (this.#last) progress?.(this.#last);
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal?.reason);
    });
    signal?.addEventListener('abort', leave);
    try {
      return await Promise.race([data, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#waiting.delete(options);
      if (signal?.aborted && this.#waiting.size === 0) abort.abort();
    }
  }

  #begin() {
    const abort = new AbortController();
    const running = { data: this.#download(abort.signal), abort };
    const forget = () => {
      if (this.#running !== running) return;
      this.#running = undefined;
      this.#last = undefined;
    };
    running.data.catch(forget);
    abort.signal.addEventListener('abort', forget);
    return running;
  }

  async #download(signal: AbortSignal): Promise<ImageSet> {
    const received = await this.#receive(signal);
    try {
      return splitIdxPair(isGzip(received) ? await gunzip(received) : received, this.#url);
    } catch (error) {
      throw new DownloadError({ code: 'damaged' }, error);
    }
  }

  async #receive(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    try {
      const response = await this.#fetch(this.#url, { signal });
      if (!response.ok) throw new DownloadError({ code: 'refused', status: response.status });
      let received = 0;
      let total: number | undefined;
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        total ??= totalOf(response, part.value);
        chunks.push(part.value);
        received += part.value.length;
        this.#report({ received, total });
      }
    } catch (error) {
      throw error instanceof DownloadError ? error : new DownloadError({ code: 'network' }, error);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  #report(progress: DownloadProgress): void {
    this.#last = progress;
    for (const waiting of this.#waiting) waiting.progress?.(progress);
  }
}

/** Where the server has the browser unpack the file, content-length is that of the packed one; but then the file itself says how long it is. */
function totalOf(response: Response, first: Uint8Array): number | undefined {
  if (isGzip(first)) return Number(response.headers.get('content-length')) || undefined;
  try {
    const { shape, length } = readIdxHeader(first, response.url);
    const [count = 0] = shape;
    return shape.length === 3 ? length + 8 + count : undefined;
  } catch {
    return undefined;
  }
}
