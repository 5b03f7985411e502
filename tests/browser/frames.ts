import { join } from 'node:path';
import { serve } from '../../.scripts/serve.mjs';
import { launchBrowser } from './browsers.ts';
import { painted, usable } from './figures/figure.ts';
import { measureOpening } from './opening-frames.ts';

const seconds = 10;

/** Times between two animation frames in Chromium, while a net learns at full speed beside its loss surface and while the page opens: tables in Markdown. */
export async function measureFrames(): Promise<string> {
  const server = await serve(join(import.meta.dirname, '../../dist/site'));
  const browser = await launchBrowser('chromium');
  try {
    const opening = await measureOpening(browser, server.address);
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 1000 });
    await page.goto(`${server.address}?lang=en#training`, { waitUntil: 'load' });
    await usable(page, '#training #play');
    await page.$eval('#training', (figure) => figure.scrollIntoView());
    await page.$eval('#training', (figure) => figure.setAttribute('full-speed', ''));
    await page.$eval('#training >>> #play', (button) => (button as HTMLButtonElement).click());
    await painted(page, '#training #surface');
    const { intervals, tasks, iterations } = await page.evaluate(async (duration) => {
      const figure = document.querySelector<HTMLElement & { iteration: number }>('#training');
      const long: number[] = [];
      new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
      let [done, last, ended] = [0, figure?.iteration ?? 0, false];
      const times: number[] = [];
      const end = performance.now() + duration;
      await new Promise<void>((resolve) => {
        const next = (now: number) => {
          times.push(now);
          const iteration = figure?.iteration ?? 0;
          done += Math.max(0, iteration - last);
          last = iteration;
          // A run has an end: another one begins.
          if (iteration >= 10_000 && !ended) figure?.shadowRoot?.querySelector<HTMLElement>('#play')?.click();
          ended = iteration >= 10_000;
          if (now < end) requestAnimationFrame(next);
          else resolve();
        };
        requestAnimationFrame(next);
      });
      return { intervals: times.slice(1).map((time, i) => time - (times[i] as number)), tasks: long, iterations: done };
    }, seconds * 1000);
    intervals.sort((a, b) => a - b);
    const share = (part: number) => `${(intervals[Math.min(intervals.length - 1, Math.floor(part * intervals.length))] ?? Number.NaN).toFixed(1)} ms`;
    const rows = [
      ['frames', String(intervals.length)],
      ['half of them come within', share(0.5)],
      ['95 % within', share(0.95)],
      ['99 % within', share(0.99)],
      ['tasks of more than 50 ms on the main thread', tasks.length === 0 ? 'none' : `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`],
      ['iterations a second meanwhile', Math.round(iterations / seconds).toLocaleString('en')],
    ];
    return ['| while a net learns beside its loss surface | |', '| --- | --- |', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n').concat('\n\n', opening);
  } finally {
    await browser.close();
    await server.close();
  }
}
