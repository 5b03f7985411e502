import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { serve } from '../../../.scripts/serve.mjs';
import type { TestPage } from '../driver/test-page.ts';
import { usable } from '../figures/figure.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { drawn } from './gestures.ts';
import { blog } from './host.ts';

interface Deck {
  getScale(): number;
  getIndices(): { readonly h: number };
  isPaused(): boolean;
  isOverview(): boolean;
}

describeInBrowsers('a figure on a slide of reveal.js', (open, engine, site) => {
  const inDepth = itInChromium(engine);
  const host = blog();
  let reveal: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    reveal = await serve(join(import.meta.dirname, '../../../node_modules/reveal.js/dist'), { policy: null });
  });
  afterAll(() => reveal?.close());

  /** The second of three slides, of 1,280 × 720 pixels, in a window for which they are made smaller. */
  const openSlide = async (figure: string): Promise<TestPage> => {
    host.show(`<link rel="stylesheet" href="${reveal.address}reveal.css"><link rel="stylesheet" href="${reveal.address}theme/white.css">
      <script type="module" src="${site.address}embed.js"></script></head><body>
      <div class="reveal"><div class="slides"><section><h2>One</h2></section><section data-prevent-swipe>${figure}</section><section><h2>Three</h2></section></div></div>
      <script type="module">
        import Reveal from '${reveal.address}reveal.mjs';
        globalThis.deck = new Reveal({ width: 1280, height: 720, center: false, hash: true });
        await deck.initialize();
      </script>`);
    const { page } = await open(`${host.address}#/1`, { viewport: { width: 800, height: 600 }, others: [host.address, reveal.address] });
    return page;
  };
  const deck = (page: TestPage) =>
    page.evaluate(() => {
      const { deck: it } = globalThis as typeof globalThis & { deck: Deck };
      return { scale: it.getScale(), slide: it.getIndices().h, paused: it.isPaused(), overview: it.isOverview() };
    });
  const ready = (page: TestPage, figure: string) =>
    page.waitForFunction(
      (id) => [...(document.querySelector(id)?.shadowRoot?.querySelectorAll<HTMLElement>('.handle') ?? [])].some((handle) => handle.style.translate !== ''),
      {},
      figure,
    );
  const centre = (page: TestPage, selector: string) =>
    page.$eval(selector, (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    });

  it('hears the pointer where it is, is as sharp as it is seen, also when the window changes', async () => {
    const page = await openSlide('<downhill-descent id="walk" plain lang="en" steps="4"></downhill-descent>');
    await ready(page, '#walk');
    for (const [width, height, scale] of [
      [800, 600, 0.6],
      [1200, 800, 0.9],
    ] as const) {
      await page.setViewport({ width, height });
      await vi.waitFor(async () => expect((await deck(page)).scale).toBeCloseTo(scale, 2), { timeout: 20_000, interval: 100 });
      await drawn(page);
      const unlike = () =>
        page.$eval(
          '#walk >>> #plot',
          (canvas, times) => Math.abs((canvas as HTMLCanvasElement).width - times * devicePixelRatio * Number.parseFloat(getComputedStyle(canvas).width)),
          scale,
        );
      await vi.waitFor(async () => expect(await unlike()).toBeLessThan(1.5), { timeout: 20_000, interval: 100 });
      const [x, y] = await centre(page, '#walk >>> #plot');
      await page.mouse.click(x + 40, y - 30);
      await drawn(page);
      let [handleX, handleY] = await centre(page, '#walk >>> .handle');
      expect(Math.hypot(handleX - x - 40, handleY - y + 30)).toBeLessThan(2);
      await page.mouse.move(handleX, handleY);
      await page.mouse.down();
      await page.mouse.move(handleX - 90, handleY + 50, { steps: 4 });
      await page.mouse.up();
      await drawn(page);
      [handleX, handleY] = await centre(page, '#walk >>> .handle');
      expect(Math.hypot(handleX - x + 50, handleY - y - 20)).toBeLessThan(3);
    }
    expect((await deck(page)).slide).toBe(1);
  });

  inDepth('keeps the keys that its controls use; the others turn the slides', async () => {
    const page = await openSlide('<downhill-derivative id="slope" plain lang="en"></downhill-derivative>');
    await ready(page, '#slope');
    await page.$eval('#slope >>> .handle', (handle) => (handle as HTMLElement).focus());
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('#slope')?.hasAttribute('x'));
    expect(await deck(page)).toMatchObject({ slide: 1, paused: false });
    await page.$eval('#slope', (figure) => figure.removeAttribute('plain'));
    await page.$eval('#slope', (figure) => figure.setAttribute('bench', ''));
    await usable(page, '#slope #expression');
    await page.$eval('#slope >>> #expression', (field) => (field as HTMLInputElement).select());
    // n, o, b and the space are commands of the slides.
    await page.keyboard.type('cosh(x) + no b');
    expect(await page.$eval('#slope >>> #expression', (field) => (field as HTMLInputElement).value)).toBe('cosh(x) + no b');
    await page.$eval('#slope >>> input[type=range]', (slider) => (slider as HTMLElement).focus());
    await page.keyboard.press('ArrowRight');
    expect(await deck(page)).toMatchObject({ slide: 1, paused: false, overview: false });
    await page.$eval('#slope', (figure) => figure.shadowRoot?.querySelector<HTMLElement>('input[type=range]')?.blur());
    await page.keyboard.press('ArrowRight');
    await vi.waitFor(async () => expect((await deck(page)).slide).toBe(2), { timeout: 20_000, interval: 100 });
  });
});
