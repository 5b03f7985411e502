import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { closePage, type Engine, engineNames, startEngine } from './driver/engines.ts';
import type { TestPage } from './driver/test-page.ts';
import { painted } from './figures/figure.ts';

const built = join(import.meta.dirname, '../../dist/site');

/** Until the page is in the hands of its service worker. */
const kept = (page: TestPage) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

it('what the page has loaded is not asked for once more to be kept: a name under assets/ is its own revision, another file has one', () => {
  const worker = readFileSync(join(built, 'service-worker.js'), 'utf8');
  const files = [...worker.matchAll(/["']?url["']?:\s*["'`]([^"'`]+)["'`],\s*["']?revision["']?:\s*(null|["'`]\w+["'`])/g)].map(([, url = '', revision]) => ({
    url,
    kept: revision === 'null',
  }));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ url, kept }) => kept !== url.startsWith('assets/'))).toEqual([]);
});

describe.each(engineNames)('the page without a network, in %s', (engineName) => {
  let engine: Engine;
  let folder: string;
  let server: Awaited<ReturnType<typeof serve>>;
  let page: TestPage;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    cpSync(built, folder, { recursive: true });
    [server, engine] = await Promise.all([serve(folder), startEngine(engineName)]);
    page = await engine.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.address}?lang=en`, { waitUntil: 'load' });
    await kept(page);
  });
  afterAll(async () => {
    if (page) await closePage(page);
    await engine?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  it('offers a new version, and waits until the reader takes it', async () => {
    await page.reload({ waitUntil: 'load' });
    expect(await page.$('.new-version')).toBeNull();
    appendFileSync(join(folder, 'service-worker.js'), `\n// version ${performance.now()}`);
    await page.reload({ waitUntil: 'load' });
    const load = await page.waitForSelector('.new-version [lang="en"] button');
    expect(await page.$eval('.new-version', ({ textContent }) => textContent)).toContain('There is a new version of this page. Load itLater');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null)).toBe(true);
    await page.evaluate(() => Object.assign(globalThis, { before: true }));
    await load?.click();
    await page.waitForFunction(() => !('before' in globalThis) && document.readyState === 'complete');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null)).toBe(false);
    expect(await page.$('.new-version')).toBeNull();
  });

  it('works after one visit when the server is gone, also under an address with a state', async () => {
    await server.close();
    await page.goto(`${server.address}?lang=zh-Hans#descent?learning-rate=0.2`, { waitUntil: 'load' });
    await page.reload({ waitUntil: 'load' });
    await painted(page, '#descent #plot');
    // The digits, too.
    await page.$eval('#training', (element) => element.scrollIntoView());
    await page.waitForFunction(() => (document.querySelector('#training')?.shadowRoot?.querySelector('#play:not(:disabled)') ?? null) !== null);
    await painted(page, '#training #answers');
  });
});
