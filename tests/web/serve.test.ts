import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';

describe('the server of the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-'));
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'large.bin'), Buffer.alloc(8_000_000, 'abcdefgh'));
    server = await serve(folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const ask = (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init);

  it('is there for a program in TypeScript, which Vite reads and then leaves alone', async () => {
    const { module } = await runnerImport<{ serve: typeof serve }>(join(import.meta.dirname, '../../.scripts/serve.mjs'));
    const other = await module.serve(folder);
    expect((await fetch(other.address)).status).toBe(200);
    await other.close();
  });

  it.each([
    ['', 200],
    ['?classroom=100%', 200],
    ['nowhere', 404],
    ['assets/', 404],
    ['assets', 404],
    ['%2e%2e/secret', 404],
    ['%', 400],
  ])('answers /%s with %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('refuses to be written to', async () => expect((await ask('', { method: 'POST' })).status).toBe(405));

  it('sends a part of a file where a part is asked for', async () => {
    const part = await ask('large.bin', { headers: { Range: 'bytes=10-15' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 10-15/8000000', 'cdefgh']);
  });

  it('leaves no file open when readers go away in the middle of a download', async () => {
    const abort = () =>
      new Promise<void>((resolve) => {
        const request = get(`${server.address}large.bin`, (response) =>
          response.once('data', () => {
            request.destroy();
            resolve();
          }),
        );
      });
    for (let reader = 0; reader < 20; reader++) await abort();
    await vi.waitUntil(() => openFiles().length === 0, { timeout: 10_000 });
  });

  /** Those of the folder that this process has open. */
  function openFiles(): string[] {
    return readdirSync('/proc/self/fd').filter((descriptor) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(folder);
      } catch {
        return false;
      }
    });
  }
});
