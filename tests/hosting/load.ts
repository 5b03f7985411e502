import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../browser/browsers.ts';
import { painted } from '../browser/figures/figure.ts';
import { measureArrival } from './arrival.ts';
import { type Nginx, startNginx } from './nginx.ts';

const students = 40;
const readersADay = 100_000;
/** Of a day's readers, how many come in the busiest hour. */
const busiestHour = 0.1;
const seconds = 5;

/** What a reader costs a static host, and how many nginx could serve: measured on loopback, told as a table in Markdown. */
export async function measureLoad(): Promise<string> {
  const nginx = await startNginx();
  try {
    const visits = await measureVisits(nginx);
    const rates = (['', 'assets/*.wasm', 'assets/*.gz'] as const).map((path) => ({ path, rate: requestsPerSecond(nginx, path) }));
    return table(visits, rates, await measureArrival());
  } finally {
    await nginx.stop();
  }
}

interface Visits {
  readonly opening: number;
  readonly chapter: number;
  readonly again: number;
}

/** In bytes sent by nginx, headers included. */
async function measureVisits(nginx: Nginx): Promise<Visits> {
  const browser = await launchBrowser('chromium');
  const sent = () => nginx.log().reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    const page = await browser.newPage();
    // Without the service worker first: what it keeps for later comes after the page.
    await page.setBypassServiceWorker(true);
    await page.evaluateOnNewDocument(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    const start = sent();
    await page.goto(`${nginx.address}?lang=en`, { waitUntil: 'load' });
    await painted(page, '#valleys #plot');
    const opening = sent() - start;
    await page.close();

    const reader = await (await browser.createBrowserContext()).newPage();
    const begin = sent();
    await reader.goto(`${nginx.address}?lang=en`, { waitUntil: 'load' });
    await readChapter(reader);
    await reader.evaluate(() => navigator.serviceWorker.ready);
    const between = await settled(sent);
    await reader.reload({ waitUntil: 'load' });
    await readChapter(reader);
    return { opening, chapter: between - begin, again: (await settled(sent)) - between };
  } finally {
    await browser.close();
  }
}

/** Down to the end, with every figure seen. */
async function readChapter(page: Page): Promise<void> {
  const ids = await page.$$eval('main *', (elements) => elements.filter(({ localName }) => localName.startsWith('downhill-')).map(({ id }) => id));
  for (const id of ids) {
    await page.$eval(`#${id}`, (figure) => figure.scrollIntoView({ block: 'center' }));
    await page.waitForFunction((figure) => document.getElementById(figure)?.shadowRoot?.querySelector('figure') != null, {}, id);
  }
}

/** What has been sent once nothing more is. The browser does not tell: it takes requests of a worker that has ended for open ones. */
async function settled(sent: () => number): Promise<number> {
  for (let before = -1, now = sent(); ; before = now, now = sent()) {
    if (now === before) return now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** By wrk, from as many connections as the class has students. */
function requestsPerSecond(nginx: Nginx, path: string): number {
  const file = path.includes('*')
    ? (nginx.log().find((line) => line.path.startsWith('/assets/') && line.path.endsWith(path.slice(path.indexOf('*') + 1)))?.path ?? '')
    : `/${path}`;
  const output = execFileSync('wrk', ['-t1', `-c${students}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', new URL(file, nginx.address).href], { encoding: 'utf8' });
  if (/Non-2xx/.test(output)) throw new Error(`wrk: ${output}`);
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(output)?.[1]);
}

function table({ opening, chapter, again }: Visits, rates: readonly { path: string; rate: number }[], arrival: Awaited<ReturnType<typeof measureArrival>>): string {
  const perSecond = (chapter * readersADay * busiestHour) / 3600;
  const rows = [
    ['first figure live', bytes(opening)],
    ['the whole chapter, digits and all, kept for later visits', bytes(chapter)],
    ['the whole chapter once more', bytes(again)],
    [`a class of ${students}, the whole chapter`, `${bytes(chapter * students)}: ${((chapter * students * 8) / 100e6).toFixed(0)} s through 100 Mbit/s`],
    [
      `${readersADay.toLocaleString('en')} new readers a day, the whole chapter`,
      `${bytes(chapter * readersADay)} a day; ${((perSecond * 8) / 1e6).toFixed(0)} Mbit/s in the busiest hour, if that has a tenth of them`,
    ],
    ...rates.map(({ path, rate }) => [`nginx on one core beside wrk, ${students} connections: /${path}`, `${Math.round(rate).toLocaleString('en')} requests a second`]),
    ...arrival,
  ];
  return ['| what | measured |', '| --- | --- |', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n');
}

const bytes = (count: number) => (count < 1e6 ? `${(count / 1e3).toFixed(0)} KB` : count < 1e9 ? `${(count / 1e6).toFixed(2)} MB` : `${(count / 1e9).toFixed(0)} GB`);
