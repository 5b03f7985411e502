import { expect, it } from 'vitest';
import type { TestPage } from './driver/test-page.ts';
import { centreOf, seen, textOf, until, usable } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** A reader with one thumb: each tap, stroke and swipe is a touch. */
class Thumb {
  touches = 0;
  #page: TestPage;

  constructor(page: TestPage) {
    this.#page = page;
  }

  async tap(selector: string): Promise<void> {
    const { x, y } = await this.#reach(selector);
    this.touches++;
    await this.#page.touchscreen.tap(x, y);
  }

  /** Down the middle of it. */
  async stroke(selector: string): Promise<void> {
    const { x, y } = await this.#reach(selector);
    this.touches++;
    await this.#page.touchscreen.touchStart(x, y - 30);
    for (let step = -25; step <= 30; step += 5) await this.#page.touchscreen.touchMove(x, y + step);
    await this.#page.touchscreen.touchEnd();
  }

  /** Where it is in the window; swipes until it is there. */
  async #reach(selector: string): Promise<{ x: number; y: number }> {
    const [host = '', ...inner] = selector.split(' ');
    const path = inner.length > 0 ? `${host} >>> ${inner.join(' ')}` : host;
    const place = () =>
      this.#page.$eval(path, (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, low: innerHeight };
      });
    for (;;) {
      const { x, y, low } = await place();
      if (y > 0 && y < low) return { x, y };
      this.touches++;
      await this.#page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), Math.sign(y) * 600);
    }
  }
}

describeInChromium('a reader on a phone', (open) => {
  it('comes from the top of the page to a net that reads nine digits of ten, and her own, with six touches', async () => {
    const { page } = await open('?lang=en', { viewport: phone });
    const thumb = new Thumb(page);
    await thumb.tap('.open-contents');
    await thumb.tap('#contents a[href="#4.5.1"]');
    await usable(page, '#training #play');
    await thumb.tap('#training #play');
    await until(async () => Number.parseFloat(await textOf(page, '#training #test-accuracy')) >= 90, 'nine of ten', 120_000);
    await thumb.stroke('#training #pad');
    await seen(page, '#training #reading', '%');
    expect(await textOf(page, '#training #reading')).toMatch(/\b[0-9]\b.*%/);
    expect(thumb.touches).toBeLessThanOrEqual(6);
  });

  it('has her own digit read with two touches: the link below the opening, and a stroke', async () => {
    const { page } = await open('?lang=en', { viewport: phone });
    const thumb = new Thumb(page);
    await page.$eval('main a[href="#generalisation"]', (link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await thumb.tap('main a[href="#generalisation"]');
    await usable(page, '#generalisation #pad');
    const readers = () => textOf(page, '#generalisation .readers');
    // The two nets learn by themselves.
    await until(async () => !/learning/.test(await textOf(page, '#generalisation #says')), 'two nets that have learnt', 120_000);
    const before = await readers();
    await centreOf(page, '#generalisation #pad');
    await thumb.stroke('#generalisation #pad');
    await until(async () => (await readers()) !== before, 'what the two nets read');
    expect(thumb.touches).toBe(2);
  });
});
