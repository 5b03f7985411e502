import type { Browser, Page } from 'puppeteer-core';
import { painted } from './figures/figure.ts';

interface Watch {
  times: number[];
  tasks: number[];
}

/** The times between frames while the opening's walkers roll, its terrain is turned and tips into the map: rows of a table, as fast as the machine is and four times as slow. */
export async function measureOpening(browser: Browser, address: string): Promise<string> {
  const rows: string[] = [];
  for (const slower of [1, 4]) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.evaluateOnNewDocument(watchFrames);
    await page.goto(`${address}?lang=en`, { waitUntil: 'load' });
    await painted(page as never, '#valleys #plot');
    rows.push(await row(page, slower, 'the walkers roll', () => new Promise((resolve) => setTimeout(resolve, 1800))));
    rows.push(
      await row(page, slower, 'it is turned', async () => {
        await page.focus('#valleys >>> #turn');
        for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
      }),
    );
    rows.push(
      await row(page, slower, 'it tips into the map', async () => {
        await page.$eval('#valleys >>> #map', (button) => (button as HTMLElement).click());
        await new Promise((resolve) => setTimeout(resolve, 900));
      }),
    );
    await page.close();
  }
  return ['| the opening, at 1280 px, while | half of the frames within | 95 % within | longest task |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function watchFrames(): void {
  const watch: Watch = { times: [], tasks: [] };
  Object.assign(globalThis, { watch });
  new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const next = (now: number) => {
    watch.times.push(now);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

async function row(page: Page, slower: number, what: string, act: () => Promise<unknown>): Promise<string> {
  const taken = () =>
    page.evaluate(() => {
      const { watch } = globalThis as unknown as { watch: Watch };
      return { times: watch.times.splice(0), tasks: watch.tasks.splice(0) };
    });
  await taken();
  await act();
  const { times, tasks } = await taken();
  const intervals = times
    .slice(1)
    .map((time, i) => time - (times[i] as number))
    .sort((a, b) => a - b);
  const share = (part: number) => `${(intervals[Math.floor(part * intervals.length)] ?? Number.NaN).toFixed(1)} ms`;
  const longest = tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : 'below 50 ms';
  return `| ${what}${slower > 1 ? `, the processor ${slower} times slower` : ''} | ${share(0.5)} | ${share(0.95)} | ${longest} |`;
}
