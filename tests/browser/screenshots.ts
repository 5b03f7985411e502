import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../../.scripts/serve.mjs';
import { launchBrowser } from './browsers.ts';
import { seen, usable } from './figures/figure.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Pictures into build/screenshots: of the whole page and of each figure, in both languages, light and dark, at a phone's width and a desk's; and a sheet of
 * all figures for each of these.
 */
export async function takeScreenshots(): Promise<void> {
  const folder = join(root, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  await withSite(async (browser, address) => {
    for (const lang of ['en', 'zh-Hans']) {
      for (const theme of ['light', 'dark']) {
        for (const width of [390, 1440]) {
          const page = await openPage(browser, `${address}?lang=${lang}&theme=${theme}`, width, 900);
          const kind = `${lang}-${theme}-${width}`;
          await page.screenshot({ path: join(folder, `${kind}.png`), fullPage: true });
          await takeSheet(page, folder, kind);
          await page.close();
        }
      }
    }
  });
  console.log(`screenshots: ${folder}`);
}

/** Each figure, after it has been set going where it waits for that, and all of them on one sheet. */
async function takeSheet(page: Page, folder: string, kind: string): Promise<void> {
  const ids = await page.$$eval('main *', (elements) => elements.filter(({ localName }) => localName.startsWith('downhill-')).map(({ id }) => id));
  const pictures: string[] = [];
  for (const id of ids) {
    await page.$eval(`#${id}`, (figure) => figure.scrollIntoView({ behavior: 'instant' }));
    if (['training', 'race', 'generalisation'].includes(id)) {
      await usable(page, `#${id} #play`);
      await page.$eval(`#${id} >>> #play`, (button) => (button as HTMLButtonElement).click());
      await new Promise((resolve) => setTimeout(resolve, 4000));
    }
    await page.waitForNetworkIdle({ idleTime: 300 });
    const name = `${id}-${kind}.png`;
    await (await page.$(`#${id}`))?.screenshot({ path: join(folder, name) });
    pictures.push(name);
  }
  const sheet = join(folder, `sheet-${kind}.html`);
  const columns = kind.endsWith('390') ? 7 : 4;
  writeFileSync(
    sheet,
    `<!doctype html><style>body { columns: ${columns}; gap: 24px; margin: 24px; background: #888 } img { inline-size: 100%; margin-block-end: 24px }</style>${pictures.map((name) => `<img src="${name}">`).join('')}`,
  );
  const other = await page.browser().newPage();
  await other.setViewport({ width: 2400, height: 900 });
  await other.goto(pathToFileURL(sheet).href, { waitUntil: 'load' });
  await other.screenshot({ path: sheet.replace(/html$/, 'png'), fullPage: true });
  await other.close();
}

/** The picture in README.md: a net that has learnt for 2,000 iterations. */
export async function takeReadmePicture(): Promise<void> {
  const iterations = 2000;
  await withSite(async (browser, address) => {
    const page = await openPage(browser, `${address}?lang=en&theme=light#training`, 1200, 1500);
    // What is not seen does not run.
    await page.$eval('#training', (figure) => figure.scrollIntoView());
    await usable(page, '#training #play');
    await page.$eval('#training', (figure, count) => (figure as HTMLElement & { learn(count: number): void }).learn(count), iterations);
    await seen(page, '#training #iterations', String(iterations));
    // The pictures come a little after the last number.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const { left, top, width, height } = await page.$eval('#training >>> .learning', (panels) => {
      const { left, top, width, bottom } = panels.getBoundingClientRect();
      return { left: left + scrollX, top: top + scrollY, width, height: bottom - top };
    });
    // Above the panels a line of text ends, whose descenders are not to be seen.
    const [margin, above] = [16, 8];
    await page.screenshot({
      path: join(root, '.github/training.webp'),
      type: 'webp',
      quality: 85,
      clip: { x: left - margin, y: top - above, width: width + 2 * margin, height: height + above + margin },
      captureBeyondViewport: true,
    });
  });
}

async function withSite(use: (browser: Browser, address: string) => Promise<void>): Promise<void> {
  const server = await serve(join(root, 'dist/site'));
  const browser = await launchBrowser('chromium');
  try {
    await use(browser, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Every figure loaded: each is, when a reader comes near. */
async function openPage(browser: Browser, address: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.goto(address, { waitUntil: 'load' });
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += height) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await page.waitForNetworkIdle({ idleTime: 200 });
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForNetworkIdle();
  return page;
}
