import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ofPuppeteer } from './driver/engines.ts';
import { seen } from './figures/figure.ts';
import { describeInBrowsers, itInChromium } from './harness.ts';

const built = join(import.meta.dirname, '../../dist/site');

describeInBrowsers('the page', (open, engine, site) => {
  const inDepth = itInChromium(engine);

  it('loads without errors, asks no other site for anything, and prints what the reader has come to', async () => {
    const { page, errors, foreignRequests } = await open();
    await page.waitForNetworkIdle();
    expect(await page.title()).toContain('Downhill');
    expect(errors).toEqual([]);
    expect(foreignRequests).toEqual([]);
    // The others offer no print media to their drivers.
    if (engine !== 'chromium') return;
    await ofPuppeteer(page).emulateMediaType('print');
    // A figure that the reader has not reached leaves no empty page.
    expect(await page.$eval('#errata', (figure) => figure.getBoundingClientRect().height)).toBe(0);
    expect(await page.$eval('#valleys >>> .tools', (tools) => tools.checkVisibility())).toBe(false);
    const printed = await page.$eval('#valleys', (figure) => ['.ask', '#show-me', '.bench'].filter((part) => figure.shadowRoot?.querySelector(part)?.checkVisibility()));
    expect(printed).toEqual(['.ask']);
  });

  inDepth('shows its first figure live before 300 KB have come, as brotli', async () => {
    const { page } = await open('exercises.html');
    await page.evaluateOnNewDocument(noteFirstPaint);
    await page.goto(site.address);
    await page.waitForFunction(() => 'cameFirst' in globalThis);
    const files = await page.evaluate(() => (globalThis as unknown as { cameFirst: string[] }).cameFirst);
    const needed = new Set(files.filter((file) => !file.endsWith('.gz') && !file.includes('icon')));
    const sizes = [...needed].map((file) => brotliCompressSync(readFileSync(join(built, file.endsWith('/') ? 'index.html' : file))).length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });

  inDepth('says what to do in a browser without WebAssembly', async () => {
    const { page } = await open('?lang=en');
    await page.evaluateOnNewDocument(() => Object.defineProperty(globalThis, 'WebAssembly', { value: undefined }));
    await page.reload();
    await seen(page, '#valleys .notices', 'This browser cannot run the engine');
  });

  inDepth('runs under a policy that allows its own files alone', async () => {
    const { page } = await open('', { expectedErrors: /Content.Security.Policy|example\.org/ });
    const refused = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)));
      await fetch('https://example.org/').catch(() => undefined);
      return violation;
    });
    expect(refused).toBe('connect-src');
  });
});

/** Notes, in the frame in which the first figure has paint, which files have come by then. */
function noteFirstPaint(): void {
  const look = () => {
    const canvas = document.querySelector('#valleys')?.shadowRoot?.querySelector<HTMLCanvasElement>('#plot');
    const hasPaint =
      canvas?.width &&
      canvas
        .getContext('2d')
        ?.getImageData(0, 0, canvas.width, canvas.height)
        .data.some((value) => value !== 0);
    if (!hasPaint) return void requestAnimationFrame(look);
    const addresses = [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)].map((name) => new URL(name));
    Object.assign(globalThis, { cameFirst: addresses.filter(({ protocol }) => protocol === 'http:').map(({ pathname }) => pathname) });
  };
  requestAnimationFrame(look);
}
