import jsQr from 'jsqr';
import { expect, it } from 'vitest';
import { popupOf } from './driver/engines.ts';
import type { TestPage } from './driver/test-page.ts';
import { attribute, frames, painted, seen, settled, textOf, usable } from './figures/figure.ts';
import { describeInBrowsers, itInChromium } from './harness.ts';

const shown = (page: TestPage) =>
  page.$$eval('main *', (elements) => elements.filter((element) => element.localName.startsWith('downhill-') && element.checkVisibility()).map(({ id }) => id));
const strip = (page: TestPage) => page.$eval('.classroom-strip', (element) => element.textContent?.replace(/\s+/g, ' ') ?? '');
const exercisesLink = (page: TestPage) => page.$$eval('.classroom-strip a', (links) => links.find(({ href }) => href.includes('exercises'))?.href);

describeInBrowsers('the classroom', (open, engine) => {
  const inDepth = itInChromium(engine);

  inDepth('shows one stage at a time with its question, turned by keys and by a clicker, also while a slider has the focus', async () => {
    const { page } = await open('?classroom&lang=en');
    await page.waitForSelector('.classroom-strip button');
    expect(await shown(page)).toEqual(['valleys']);
    await seen(page, '#valleys .ask', 'less than 0.1 apart');
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toEqual(['data']);
    expect(await exercisesLink(page)).toEqual(new URL('exercises.html?section=4.1', await page.url()).href);
    await page.keyboard.press('PageDown');
    expect(await shown(page)).toEqual(['network']);
    await page.keyboard.press('PageDown');
    expect(await shown(page)).toEqual(['loss']);
    expect(await page.evaluate(() => location.hash)).toBe('#loss');
    expect(await page.$$eval('main h2, main p, main aside', (texts) => texts.filter((text) => text.checkVisibility()).length)).toBe(0);
    await seen(page, '#loss [part=stage]', '');
    expect(await page.$eval('#loss', (figure) => figure.shadowRoot?.querySelector('.tools, .bench'))).toBeNull();
    await usable(page, '#loss [role=slider], #loss input');
    await page.focus('#loss >>> [role=slider]');
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toEqual(['loss']);
    await page.keyboard.press('PageUp');
    expect(await shown(page)).toEqual(['network']);
  });

  inDepth('has the question as its headline, hides the answer until A is pressed, and hides that of the next slide again', async () => {
    const { page } = await open('?classroom&lang=en#descent', { viewport: { width: 1280, height: 720 } });
    await seen(page, '#descent .ask', 'in a single step');
    const visible = (figure: string, part: string) =>
      page.$eval(`${figure} >>> ${part}`, (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0);
    const top = (part: string) => page.$eval(`#descent >>> ${part}`, (element) => element.getBoundingClientRect().top);
    expect(await top('.ask')).toBeLessThan(await top('[part=stage]'));
    expect(await page.$eval('#descent >>> .ask', (ask) => Number.parseFloat(getComputedStyle(ask).fontSize))).toBeGreaterThan(720 / 32);
    expect(await visible('#descent', '#show-me')).toBe(false);
    await usable(page, '#descent #rate');
    await page.$eval('#descent >>> #rate', (slider) => {
      (slider as HTMLInputElement).value = '0.5';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await seen(page, '#descent .told', 'one step is enough');
    expect(await visible('#descent', '.told')).toBe(false);
    const before = await top('[part=stage]');
    await page.keyboard.press('a');
    expect([await visible('#descent', '.told'), await visible('#descent', '#show-me')]).toEqual([true, true]);
    expect(await page.$eval('.classroom-strip [aria-keyshortcuts=A]', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    expect(await top('[part=stage]')).toBe(before);
    await page.keyboard.press('A');
    expect(await visible('#descent', '#show-me')).toBe(false);
    await page.keyboard.press('a');
    await page.evaluate(() => location.assign('#network'));
    await seen(page, '#network .ask', 'hidden unit');
    expect(await visible('#network', '#show-me')).toBe(false);
    await page.keyboard.press('a');
    expect(await textOf(page, '#network .told')).toBe('Answer: for the first digit, a 4, unit 17: it says 0.83 × 1.04.');
    expect(await visible('#network', '.told')).toBe(true);
    await page.keyboard.press('?');
    expect(await page.$$eval('.classroom-dialog kbd', (keys) => keys.map((key) => key.textContent))).toContain('A');
  });

  inDepth('starts at an address with a stray %', async () => {
    const { page } = await open('?classroom&lang=en#descent%');
    await page.waitForSelector('.classroom-strip button');
    expect(await shown(page)).toEqual(['valleys']);
  });

  inDepth('keeps the slide that is shown in the address, when it was turned right after a change', async () => {
    const { page } = await open('?classroom&lang=en#descent');
    await painted(page, '#descent #plot');
    await page.focus('#descent >>> .handle');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => location.hash === '#simple-net');
    // Longer than a change waits to be written.
    await page.waitForFunction(() => {
      const { since = performance.now() } = globalThis as { since?: number };
      Object.assign(globalThis, { since });
      return performance.now() - since > 600;
    });
    expect(await page.evaluate(() => location.hash)).toBe('#simple-net');
  });

  inDepth('has type for the last row: no text of a figure is smaller than a fiftieth of the height of the screen', async () => {
    const { page } = await open('?classroom#descent', { viewport: { width: 1920, height: 1080 } });
    await seen(page, '#descent .ask', 'in a single step');
    const smallest = await page.$eval('#descent', (figure) => {
      const texts = [...(figure.shadowRoot?.querySelectorAll('label, td, th, button, p, figcaption') ?? [])].filter((element) => element.checkVisibility());
      return Math.min(...texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    });
    expect(smallest).toBeGreaterThanOrEqual(1080 / 50);
  });

  inDepth('goes through a lesson in its order, and says so if there is none of that name', async () => {
    const { page } = await open('?classroom=gradient&lang=en');
    await page.waitForSelector('.classroom-strip button');
    expect(await strip(page)).toContain('1 of 5');
    const order = [];
    for (let slide = 0; slide < 5; slide++) {
      order.push(...(await shown(page)));
      await page.keyboard.press('PageDown');
    }
    expect(order).toEqual(['valleys', 'derivative', 'partial', 'gradient-field', 'descent']);
    // Its question asks for a saddle.
    await page.waitForFunction(() => document.querySelector('#gradient-field')?.getAttribute('f') === '(x0^2 - 1)^2 + x1^2');
    // What a reload or a link brings stands.
    await page.goto(new URL('?classroom=gradient&lang=en#derivative?f=sin(x)&h=0.42', await page.url()).href);
    await painted(page, '#derivative #errors');
    await frames(page, 20);
    expect(await attribute(page, '#derivative', 'h')).toBe('0.42');
    await page.goto(new URL('?classroom=algebra&lang=en', await page.url()).href);
    await page.waitForSelector('.classroom-strip button');
    expect(await strip(page)).toContain('There is no lesson “algebra”. The lessons are: gradient, learning.');
  });

  it('has a pen that draws over the figure and leaves the figure alone', async () => {
    const { page } = await open('?classroom#descent');
    await painted(page, '#descent #plot');
    const state = () => page.$eval('#descent', (figure) => JSON.stringify((figure as HTMLElement & { state: object }).state));
    const before = await state();
    await page.keyboard.press('p');
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(400, 350, { steps: 5 });
    await page.mouse.up();
    const strokes = () => page.$$eval('.pen-sheet g:not([visibility]) polyline', (lines) => lines.map((line) => line.getAttribute('points')?.split(' ').length ?? 0));
    expect(await strokes()).toEqual([expect.toSatisfy((points: number) => points > 3)]);
    expect(await state()).toBe(before);
    await page.keyboard.press('PageUp');
    expect(await strokes()).toEqual([]);
    await page.keyboard.press('PageDown');
    expect(await strokes()).toHaveLength(1);
    await page.keyboard.press('u');
    expect(await strokes()).toEqual([]);
  });

  it('freezes a run, and lets it go on', async () => {
    const { page } = await open('?classroom&lang=en#training?data=xor');
    await usable(page, '#training #play');
    const iteration = () => page.$eval('#training', (figure) => (figure as HTMLElement & { iteration: number }).iteration);
    await page.$eval('#training >>> #play', (button) => (button as HTMLButtonElement).click());
    await page.waitForFunction(() => (document.querySelector<HTMLElement & { iteration: number }>('#training')?.iteration ?? 0) > 50);
    await page.keyboard.press('f');
    expect(await strip(page)).toContain('Frozen');
    const held = await settled(page, iteration);
    await frames(page, 40);
    expect(await iteration()).toBe(held);
    await page.keyboard.press('f');
    await page.waitForFunction((before) => (document.querySelector<HTMLElement & { iteration: number }>('#training')?.iteration ?? 0) > before, {}, held);
  });

  inDepth('shows a code that a camera reads as the link to the figure as it stands', async () => {
    const { page } = await open('?classroom&lang=en#descent?start=1,2');
    await painted(page, '#descent #plot');
    await page.keyboard.press('q');
    const code = await page.waitForSelector('.link-code');
    const picture = await page.evaluate(async (element) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(element as unknown as Node))}`;
      await image.decode();
      const context = new OffscreenCanvas(300, 300).getContext('2d');
      context?.drawImage(image, 0, 0, 300, 300);
      return Array.from(context?.getImageData(0, 0, 300, 300).data ?? []);
    }, code);
    const link = jsQr(Uint8ClampedArray.from(picture), 300, 300)?.data;
    expect(link).toBe(new URL('?lang=en#descent?start=1,2', await page.url()).href);
    expect(await page.$eval('.classroom-dialog a', (a) => a.textContent)).toBe(link);
    expect(await page.$eval('.classroom-dialog p', (p) => p.textContent)).toContain('on this computer alone');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.classroom-dialog'));
  });

  inDepth('has notes in a window of their own, in the language of the page, that follow', async () => {
    const { page } = await open('?classroom=gradient&lang=zh-Hans');
    await page.waitForSelector('.classroom-strip button');
    const notes = await popupOf(page, () => page.keyboard.press('n'));
    const text = () => notes.$eval('body', (body) => body.textContent ?? '');
    await expect.poll(text).toContain('走路的人没有地图');
    expect(await text()).toContain('计划 20:00');
    await page.bringToFront();
    await page.keyboard.press('PageDown');
    await expect.poll(text).toContain('看懂这个 V');
  });
});
