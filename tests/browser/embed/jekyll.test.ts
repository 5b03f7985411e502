import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { serve } from '../../../.scripts/serve.mjs';
import type { TestPage } from '../driver/test-page.ts';
import { hasPaint, seen, usable } from '../figures/figure.ts';
import { describeInChromium } from '../harness.ts';

const source = join(import.meta.dirname, '../../jekyll');
/** Debian's, of the version that blogs of this kind have. */
const mathJax = '/usr/share/javascript/mathjax';

describeInChromium('a Jekyll blog with kramdown and MathJax', (open, _, site) => {
  let folder: string;
  let host: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'downhill-blog-'));
    const address = join(folder, 'downhill.yml');
    writeFileSync(address, `downhill: ${site.address.replace(/\/$/, '')}\n`);
    const built = join(folder, 'site');
    execFileSync('jekyll', ['build', '--quiet', '--disable-disk-cache', '--source', source, '--destination', built, '--config', `${join(source, '_config.yml')},${address}`]);
    symlinkSync(mathJax, join(built, 'mathjax'));
    host = await serve(built, { policy: null });
  });
  afterAll(async () => {
    await host?.close();
    rmSync(folder, { recursive: true });
  });

  const openPost = async () => (await open(new URL('2026/03/walking-downhill/', host.address).href, { others: [host.address] })).page;

  it('shows five figures alive, each with the state and the language that its tag gives it', async () => {
    const page = await openPost();
    await show(page, 'downhill-descent');
    await seen(page, 'downhill-descent .tools', 'Reset');
    await vi.waitUntil(() => hasPaint(page, 'downhill-descent #plot'), { timeout: 30_000, interval: 100 });
    expect(await page.$eval('downhill-descent', (figure) => (figure as HTMLElement & { state: object }).state)).toEqual({ 'learning-rate': '0.1', start: '-3,4' });
    await show(page, 'downhill-gradient-field');
    await seen(page, 'downhill-gradient-field .tools', '重置');
    await vi.waitUntil(() => hasPaint(page, 'downhill-gradient-field #plot'), { timeout: 30_000, interval: 100 });
    for (const figure of ['downhill-derivative', 'downhill-loss', 'downhill-simple-net']) {
      await show(page, figure);
      await seen(page, `${figure} .tools`, 'Reset');
    }
    await usable(page, 'downhill-loss .tools button');
    const [ink = 0] = await page.$eval('downhill-loss >>> figure', (figure) => getComputedStyle(figure).color.match(/\d+/g)?.map(Number) ?? []);
    expect(ink).toBeGreaterThan(200);
    const [ground = 255] = await page.$eval('downhill-loss >>> figure', (figure) => getComputedStyle(figure).backgroundColor.match(/\d+/g)?.map(Number) ?? []);
    expect(ground).toBeLessThan(50);
  });

  it('keeps its formulas and its text', async () => {
    const page = await openPost();
    await page.waitForFunction(() => document.querySelectorAll('.MathJax').length >= 6 && document.querySelector('.MathJax_Processing') === null);
    expect(await page.$$eval('.MathJax_Error, .merror', (errors) => errors.length)).toBe(0);
    expect(await textOfPage(page)).toContain('“A derivative is what remains of a quotient when h becomes small” – but not too small.');
    expect(await textOfPage(page)).toContain('Between two paragraphs, with words on both sides:');
    expect(await page.$$eval('[class*=MathJax]', (parts) => parts.filter((part) => part.closest('[class^=downhill]')).length)).toBe(0);
  });

  it('has no style that gets into a figure, and gets none from it', async () => {
    const page = await openPost();
    await show(page, 'downhill-descent');
    await usable(page, 'downhill-descent .tools button');
    const inside = await page.$eval('downhill-descent >>> .tools button', (button) => {
      const { textTransform, fontSize, textIndent } = getComputedStyle(button);
      return { textTransform, textIndent, small: Number.parseFloat(fontSize) < 20 };
    });
    expect(inside).toEqual({ textTransform: 'none', textIndent: '0px', small: true });
    expect(await page.$eval('downhill-descent >>> canvas', (canvas) => getComputedStyle(canvas).borderTopWidth)).toBe('0px');
    expect(await page.$eval('h1', (title) => getComputedStyle(title).fontFamily)).toContain('Georgia');
  });

  it('has a net that learns in a sandboxed frame of the right height', async () => {
    const page = await openPost();
    await show(page, 'iframe');
    const frame = await (await page.$('iframe'))?.contentFrame();
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#play:not(:disabled)') != null);
    await frame?.$eval('downhill-training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(50));
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#iterations')?.textContent?.includes('50'));
    await expect.poll(() => frame?.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  });
});

const show = (page: TestPage, selector: string) => page.$eval(selector, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

const textOfPage = (page: TestPage) => page.$eval('body', (body) => body.textContent?.replace(/\s+/g, ' '));
