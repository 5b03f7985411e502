import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../../.scripts/serve.mjs';
import { launchBrowser } from './browsers.ts';
import { painted, textOf, usable } from './figures/figure.ts';

const pause = 30; // seconds
/** After so many iterations the run begins again, as a class has it begin again and again. */
const runLength = 9_000;
/** What a garbage collector leaves lying about. */
const tolerance = { share: 1.15, megabytes: 16 };

/** Megabytes, but for the last. */
interface Sample {
  readonly heap: number;
  readonly buffers: number;
  readonly process: number;
  readonly rate: number;
}

type Training = HTMLElement & { iteration: number };

/**
 * Learns beside its loss surface in Chromium, prints what it takes each half minute, and gives what has grown since the first quarter, in words. Throws where
 * nothing learns.
 */
export async function soak(minutes: number): Promise<string[]> {
  const server = await serve(join(import.meta.dirname, '../../dist/site'));
  const browser = await launchBrowser('chromium');
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 1000 });
    await page.goto(`${server.address}?lang=en#training`, { waitUntil: 'load' });
    await usable(page, '#training #play');
    await page.$eval('#training', (figure) => figure.scrollIntoView());
    await page.$eval('#training', (figure) => figure.setAttribute('full-speed', ''));
    await page.$eval('#training >>> #play', (button) => (button as HTMLButtonElement).click());
    await painted(page, '#training #surface');
    const done = await countIterations(page);
    const samples: Sample[] = [];
    console.log('minutes   JS heap MB   buffers and WebAssembly MB   processes MB   iterations/s');
    for (let half = 1; half <= 2 * minutes; half++) {
      const before = await done();
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
      const sample = { ...(await memoryOf(page)), process: processMemory(browser), rate: ((await done()) - before) / pause };
      samples.push(sample);
      const { heap, buffers, process, rate } = sample;
      const columns = [(half / 2).toFixed(1).padStart(7), heap.toFixed(1).padStart(12), buffers.toFixed(1).padStart(28), process.toFixed(0).padStart(14)];
      console.log(`${columns.join('')}${Math.round(rate).toLocaleString('en').padStart(15)}`);
      // A run that stands still does not grow either.
      if (rate === 0)
        throw new Error(`Nothing was learned for ${pause} s; the figure says: ${(await textOf(page, '#training .notices')) || (await textOf(page, '#training .standing'))}`);
    }
    return grownIn(samples);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Counts over all runs; each begins again when it is long. */
async function countIterations(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((longest) => {
    const figure = document.querySelector<Training>('#training');
    const counter = { done: 0, last: 0 };
    Object.assign(globalThis, { counter });
    setInterval(() => {
      const button = (id: string) => figure?.shadowRoot?.querySelector<HTMLButtonElement>(id);
      const now = figure?.iteration ?? 0;
      counter.done += Math.max(0, now - counter.last);
      counter.last = now;
      if (now > longest) button('#again')?.click();
      else if (now === 0) button('#play:not(:disabled)')?.click();
    }, 250);
  }, runLength);
  return () => page.evaluate(() => (globalThis as unknown as { counter: { done: number } }).counter.done);
}

/** Of the page and its workers, after a collection. */
async function memoryOf(page: Page): Promise<Pick<Sample, 'heap' | 'buffers'>> {
  const total = { heap: 0, buffers: 0 };
  for (const client of [await page.createCDPSession(), ...page.workers().map((worker) => worker.client)]) {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = (await client.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number };
    total.heap += usedSize / 2 ** 20;
    total.buffers += backingStorageSize / 2 ** 20;
  }
  return total;
}

/** What the browser and all of its processes have for themselves. */
function processMemory(browser: Browser): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (process: number): number[] => [process, ...(children.get(process) ?? []).flatMap(below)];
  const kilobytes = below(browser.process()?.pid ?? 0).map((process) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** '' for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function grownIn(samples: readonly Sample[]): string[] {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  return (['heap', 'buffers', 'process'] as const).flatMap((name) => {
    const middle = (part: readonly Sample[]) => part.map((sample) => sample[name]).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
    // The first quarter warms up: what is kept of a run is not full before.
    const [before, after] = [middle(samples.slice(quarter, 2 * quarter)), middle(samples.slice(-quarter))];
    return after > before * tolerance.share && after > before + tolerance.megabytes ? [`${name} from ${before.toFixed(1)} to ${after.toFixed(1)} MB`] : [];
  });
}
