import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted, usable } from './figures/figure.ts';
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

  inDepth('computes a figure on the page as the site does', async () => {
    const { page } = await open(`${address()}?lang=zh-Hans#descent`, { offline: true });
    await painted(page, '#descent #plot');
  });
});
