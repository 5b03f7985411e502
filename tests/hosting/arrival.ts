import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import send from 'send';
import { launchBrowser } from '../browser/browsers.ts';

const site = join(import.meta.dirname, '../../dist/site');
/** A weak phone in a weak net. */
const slower = 4;
const net = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const screen = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const rounds = 5;

/** From following a link to the first figure that is painted, and to a net that reads nine digits of ten: rows of a table, medians of several visits by new readers. */
export async function measureArrival(): Promise<readonly (readonly [what: string, time: string])[]> {
  const server = await serveAsBrotli();
  const browser = await launchBrowser('chromium');
  try {
    const painted = await medianOf(rounds, () => visit(browser, `${server.address}?lang=en`, firstPaint));
    const learnt = await medianOf(3, () => visit(browser, `${server.address}?lang=en#training?full-speed=&learning-rate=0.5`, ninetyPercent));
    const kind = `4 times slower, 1.6 Mbit/s, ${net.latency} ms a round trip, files as brotli`;
    return [
      [`on a phone that is ${kind}: the first figure painted`, `${(painted / 1000).toFixed(1)} s`],
      ['the same, from the link to a net that reads 90% (learning rate 0.5, full speed)', `${(learnt / 1000).toFixed(1)} s`],
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function visit(browser: Browser, address: string, until: (page: Page) => Promise<unknown>): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(screen);
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', net);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return (await until(page)) as number;
  } finally {
    await context.close();
  }
}

/** Milliseconds since the link was followed. */
function firstPaint(page: Page): Promise<unknown> {
  return page
    .waitForFunction(
      () => {
        const canvas = document.querySelector('#valleys')?.shadowRoot?.querySelector('canvas');
        if (!canvas || canvas.width === 0) return 0;
        const small = new OffscreenCanvas(8, 8).getContext('2d');
        small?.drawImage(canvas, 0, 0, 8, 8);
        return small?.getImageData(0, 0, 8, 8).data.some((byte) => byte !== 0) ? performance.now() : 0;
      },
      { polling: 'raf', timeout: 120_000 },
    )
    .then((handle) => handle.jsonValue());
}

async function ninetyPercent(page: Page): Promise<unknown> {
  const root = `document.querySelector('#training')?.shadowRoot`;
  await page.waitForFunction(`(() => { const play = ${root}?.querySelector('#play'); if (!play || play.disabled) return false; play.click(); return true; })()`, {
    polling: 100,
    timeout: 240_000,
  });
  const handle = await page.waitForFunction(
    () => {
      const text = document.querySelector('#training')?.shadowRoot?.querySelector('#test-accuracy')?.textContent ?? '';
      const read = Number(/([\d.]+)%/.exec(text)?.[1] ?? 0);
      return read >= 90 ? performance.now() : 0;
    },
    { polling: 100, timeout: 240_000 },
  );
  return handle.jsonValue();
}

async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) taken.push(await measure());
  return taken.sort((a, b) => a - b)[times >> 1] ?? Number.NaN;
}

/** The site as a host with brotli sends it. */
async function serveAsBrotli(): Promise<{ readonly address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-brotli-'));
  cpSync(site, folder, { recursive: true });
  const packed = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|js|css|wasm|svg|webmanifest)$/.test(name))) {
    writeFileSync(join(folder, path), brotliCompressSync(readFileSync(join(folder, path))));
    packed.add(`/${path}`);
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '').replace(/\/$/, '/index.html');
    send(request, path, { root: folder })
      .on('headers', (answer: ServerResponse) => packed.has(path) && answer.setHeader('Content-Encoding', 'br'))
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
