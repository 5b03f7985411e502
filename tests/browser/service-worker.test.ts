import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { browserNames, launchBrowser } from './browsers.ts';
import { painted } from './figures/figure.ts';

const built = join(import.meta.dirname, '../../dist/site');

/** Until the page is in the hands of its service worker. */
const kept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

describe.each(browserNames)('the page without a network, in %s', (browserName) => {
  let browser: Browser;
  let folder: string;
  let server: Awaited<ReturnType<typeof serve>>;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    cpSync(built, folder, { recursive: true });
    [server, browser] = await Promise.all([serve(folder), launchBrowser(browserName)]);
    page = await browser.newPage();
    await page.goto(`${server.address}?lang=en`, { waitUntil: 'load' });
    await kept(page);
  });
  afterAll(async () => {
    await browser?.close();
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
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), load?.click()]);
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
