import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted, seen, usable } from './figures/figure.ts';
import { describeInBrowsers, itInChromium } from './harness.ts';

const figure = '#training';
const built = join(import.meta.dirname, '../../dist/site/downhill-offline.html');

describeInBrowsers('the page as one file', (open, engine) => {
  const inDepth = itInChromium(engine);
  let folder: string;
  const address = () => pathToFileURL(join(folder, 'downhill-offline.html')).href;
  beforeAll(() => {
    // Alone in a folder: nothing beside it can help.
    folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    copyFileSync(built, join(folder, 'downhill-offline.html'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('opens from a disk without a network, learns real digits in its workers and draws the loss around the run', async () => {
    const { page } = await open(`${address()}?lang=en`, { offline: true });
    expect(await page.url()).toMatch(/^file:/);
    await page.$eval(figure, (element) => element.scrollIntoView());
    await usable(page, `${figure} #play`);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await page.waitForFunction((selector) => Number.parseFloat(document.querySelector(selector)?.shadowRoot?.querySelector('#test-accuracy')?.textContent ?? '') > 60, {}, figure);
    await painted(page, `${figure} #surface`);
  });

  inDepth('asks, shows the answer, and marks what the reader finds', async () => {
    const { page } = await open(`${address()}?lang=en#descent`, { offline: true, viewport: { width: 1440, height: 900 } });
    await page.evaluate(() => document.addEventListener('downhill-found', ({ detail }: CustomEventInit) => Object.assign(globalThis, { heard: detail })));
    await usable(page, '#descent #show-me');
    await page.$eval('#descent >>> #show-me', (button) => (button as HTMLButtonElement).click());
    await page.waitForFunction(() => 'heard' in globalThis);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: unknown }).heard)).toEqual({ figure: 'descent', task: 'one-step', shown: true });
    expect(await page.$('#contents .mark')).toBeNull();
    await seen(page, '#descent #show-me', 'Show me');
    await page.$eval('#descent >>> #rate', (slider) => {
      (slider as HTMLInputElement).value = '1';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForSelector('#contents a[href="#4.4.1"] .mark');
  });

  inDepth('computes a figure on the page as the site does', async () => {
    const { page } = await open(`${address()}?lang=zh-Hans#descent`, { offline: true });
    await painted(page, '#descent #plot');
  });
});
