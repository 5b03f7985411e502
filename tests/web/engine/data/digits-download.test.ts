import { describe, expect, it } from 'vitest';
import { DigitsDownload, DownloadError, type DownloadProgress } from '../../../../web/engine/data/digits-download.ts';
import { gzipped, joined, smallImages, smallLabels } from '../idx-bytes.ts';

const plain = joined(smallImages, smallLabels);
const packed = await gzipped(plain);
const digits = { kind: 'images', images: smallImages, labels: smallLabels };

/** A server that gives its answers one after the other, the last one for ever. */
function server(...answers: (() => Response | Promise<Response>)[]) {
  let requests = 0;
  const fetcher = async (_url: unknown, options?: RequestInit) => {
    const answer = answers[Math.min(requests++, answers.length - 1)];
    if (!answer) throw new Error('no answer');
    const response = answer();
    return Promise.race([response, new Promise<never>((_, reject) => options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)))]);
  };
  return { download: new DigitsDownload('digits.gz', fetcher as typeof fetch), requests: () => requests };
}

function inParts(bytes: Uint8Array, ...ends: number[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      let begin = 0;
      for (const end of [...ends, bytes.length]) {
        controller.enqueue(bytes.slice(begin, end));
        begin = end;
      }
      controller.close();
    },
  });
}

const problemOf = (error: unknown) => (error instanceof DownloadError ? error.problem : error);

describe('the digits', () => {
  it('are unpacked and split', async () => expect(await server(() => new Response(packed)).download.load()).toEqual(digits));
  it('may come unpacked by the browser', async () => expect(await server(() => new Response(plain)).download.load()).toEqual(digits));
  it('are downloaded once for all who ask', async () => {
    const { download, requests } = server(() => new Response(packed));
    const [first, second] = await Promise.all([download.load(), download.load()]);
    expect(await download.load()).toBe(first);
    expect(second).toBe(first);
    expect(requests()).toBe(1);
  });
});

describe('progress', () => {
  it('counts the bytes that came, of those that are to come', async () => {
    const told: DownloadProgress[] = [];
    const answer = () => new Response(inParts(packed, 10, 30), { headers: { 'content-length': String(packed.length) } });
    await server(answer).download.load({ progress: (progress) => told.push(progress) });
    expect(told).toEqual([10, 30, packed.length].map((received) => ({ received, total: packed.length })));
  });
  it('knows the size of an unpacked file from the file itself, not from content-length', async () => {
    const told: DownloadProgress[] = [];
    const answer = () => new Response(inParts(plain, 20), { headers: { 'content-length': String(packed.length) } });
    await server(answer).download.load({ progress: (progress) => told.push(progress) });
    expect(told).toEqual([20, plain.length].map((received) => ({ received, total: plain.length })));
  });
  it('has no total where nobody says it', async () => {
    const told: DownloadProgress[] = [];
    await server(() => new Response(packed)).download.load({ progress: (progress) => told.push(progress) });
    expect(told).toEqual([{ received: packed.length, total: undefined }]);
  });
});

describe('a download that fails', () => {
  const damaged = packed.slice();
  damaged[damaged.length - 8] = (damaged.at(-8) ?? 0) ^ 1;

  it.each([
    ['refused', () => new Response('', { status: 404 }), { code: 'refused', status: 404 }],
    ['without a connection', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'network' }],
    ['cut', () => new Response(packed.slice(0, -12)), { code: 'damaged' }],
    ['with a wrong checksum', () => new Response(damaged), { code: 'damaged' }],
    ['cut after unpacking', () => new Response(plain.slice(0, -1)), { code: 'damaged' }],
    ['of a web page', () => new Response('<!doctype html><title>Sign in</title>'), { code: 'damaged' }],
  ])('%s says so, and can be tried again', async (_, answer, problem) => {
    const { download, requests } = server(answer, () => new Response(packed));
    expect(problemOf(await download.load().catch((error: unknown) => error))).toEqual(problem);
    expect(await download.load()).toEqual(digits);
    expect(requests()).toBe(2);
  });
});

describe('giving up', () => {
  it('leaves the download to the others', async () => {
    let resolve = (_: Response) => {};
    const answer = new Promise<Response>((resolved) => {
      resolve = resolved;
    });
    const { download, requests } = server(() => answer);
    const abort = new AbortController();
    const given = download.load({ signal: abort.signal });
    const waiting = download.load();
    abort.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    resolve(new Response(packed));
    expect(await waiting).toEqual(digits);
    expect(requests()).toBe(1);
  });
  it('by all ends it; a later call begins anew', async () => {
    const { download, requests } = server(
      () => new Promise<Response>(() => {}),
      () => new Response(packed),
    );
    const abort = new AbortController();
    const given = download.load({ signal: abort.signal });
    abort.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    expect(await download.load()).toEqual(digits);
    expect(requests()).toBe(2);
  });
});
