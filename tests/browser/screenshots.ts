import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../../.scripts/serve.mjs';
import { launchBrowser } from './browsers.ts';

const root = join(import.meta.dirname, '../..');

/** Pictures of the whole page into build/screenshots: both languages, light and dark, a phone's width and a desk's. */
export async function takeScreenshots(): Promise<void> {
  const folder = join(root, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  await withSite(async (browser, address) => {
    for (const lang of ['en', 'zh-Hans']) {
      for (const theme of ['light', 'dark']) {
        for (const width of [390, 1440]) {
          const page = await openPage(browser, `${address}?lang=${lang}&theme=${theme}`, width, 900);
          await page.screenshot({ path: join(folder, `${lang}-${theme}-${width}.png`), fullPage: true });
          await page.close();
        }
      }
    }
  });
  console.log(`screenshots: ${folder}`);
}

/** The picture in README.md: the walk downhill. */
export async function takeReadmePicture(): Promise<void> {
  await withSite(async (browser, address) => {
    const page = await openPage(browser, `${address}?lang=en&theme=light`, 1200, 900);
    const figure = await page.waitForSelector('downhill-descent');
    await figure?.screenshot({ path: join(root, '.github/descent.webp'), type: 'webp', quality: 85 });
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
