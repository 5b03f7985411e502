import { expect, it } from 'vitest';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until } from './figure.ts';
import { notMarked } from './tasks.ts';

const answer = '#valleys .answer';
const told = '#valleys .told';

/** Of the canvas, one number in a hundred, from 0 to 255. */
function pixels(page: TestPage): Promise<number[]> {
  return page.$eval('#valleys >>> #plot', (element) => {
    const canvas = element as HTMLCanvasElement;
    return [...(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])].filter((_, i) => i % 101 === 0);
  });
}

/** How many different colours, where the ground is hidden but a few. */
const distinct = (data: readonly number[]) => new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;

/** How many frames the page asks for in so long, and how many timers it sets. */
function asked(page: TestPage, milliseconds: number): Promise<{ frames: number; timers: number }> {
  return page.evaluate(async (time) => {
    const counts = { frames: 0, timers: 0 };
    const { requestAnimationFrame: frame, setTimeout: timer } = globalThis;
    const over = new Promise((resolve) => timer(resolve, time));
    globalThis.requestAnimationFrame = (callback) => {
      counts.frames++;
      return frame(callback);
    };
    globalThis.setTimeout = ((callback: () => void, delay: number) => {
      counts.timers++;
      return timer(callback, delay);
    }) as typeof setTimeout;
    await over;
    Object.assign(globalThis, { requestAnimationFrame: frame, setTimeout: timer });
    return counts;
  }, milliseconds);
}

async function atRest(page: TestPage): Promise<void> {
  await painted(page, '#valleys #plot');
  for (;;) {
    const { frames, timers } = await asked(page, 600);
    if (frames + timers === 0) return;
  }
}

describeInChromium('valleys', (open) => {
  it('opens with a dozen walkers in four valleys, and then nothing runs', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await seen(page, answer, 'Twelve walkers');
    await atRest(page);
    expect(await page.$$eval('#valleys >>> .ends li', (items) => items.map(({ textContent }) => textContent?.trim()))).toEqual([
      '●(3, 2) 3 walkers',
      '■(−2.81, 3.13) 3 walkers',
      '▲(−3.78, −3.28) 3 walkers',
      '◆(3.58, −1.85) 3 walkers',
    ]);
    expect(await asked(page, 1000)).toEqual({ frames: 0, timers: 0 });
  });

  it('tells of all four valleys within the slide of a small projector', async () => {
    const { page } = await open('?classroom&lang=en', { viewport: { width: 800, height: 600 } });
    await seen(page, '#valleys .ends', '(3.58, −1.85) 3 walkers');
    const ends = await page.$$eval('#valleys >>> .ends > *', (valleys) => valleys.map((valley) => valley.getBoundingClientRect().right));
    expect(ends).toHaveLength(4);
    expect(Math.max(...ends)).toBeLessThanOrEqual(800);
  });

  it('drops a walker where the reader presses, in the colour of its valley, and by key where the ring is', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys?map=');
    await painted(page, '#valleys #plot');
    const { x, y } = await centreOf(page, '#valleys .scene');
    await page.mouse.click(x + 60, y - 60);
    await page.waitForFunction(() => document.querySelector('#valleys')?.getAttribute('walkers')?.split(';').length === 1);
    await seen(page, answer, 'down to (3, 2)');
    await page.focus('#valleys >>> #ring');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#valleys')?.getAttribute('walkers')?.split(';').length === 2);
    const [first = [], second = []] = (await attribute(page, '#valleys', 'walkers'))?.split(';').map((start) => start.split(',').map(Number)) ?? [];
    expect(second[0]).toBeCloseTo((first[0] ?? 0) - 0.05, 9);
    expect(second[1]).toBe(first[1]);
  });

  it('notices two starts less than 0.1 apart that end in different valleys, but not those of a link', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys?question=&walkers=-0.18,1;-0.14,1');
    await page.$eval('#valleys', (figure) => figure.setAttribute('question', ''));
    await seen(page, answer, 'From (−0.14, 1)');
    await page.evaluate(() =>
      document.querySelector('#valleys')?.addEventListener('downhill-found', (event) => Object.assign(globalThis, { found: (event as CustomEvent).detail })),
    );
    const drop = () => page.keyboard.press('Enter');
    await page.focus('#valleys >>> #ring');
    await page.keyboard.press('ArrowRight');
    await drop();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await page.evaluate(() => 'found' in globalThis)).toBe(false);
    await page.keyboard.press('ArrowLeft');
    await drop();
    await page.keyboard.press('ArrowLeft');
    await drop();
    await seen(page, told, 'Only 0.05 apart');
    expect(await page.evaluate(() => (globalThis as unknown as { found: object }).found)).toEqual({ figure: 'valleys', task: 'neighbours', shown: false });
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await page.$eval('#valleys', (figure) => figure.setAttribute('question', ''));
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await seen(page, '#valleys #show-me', 'Show me');
    await painted(page, '#valleys #plot');
    const found = page.$eval(
      '#valleys',
      (figure) => new Promise((resolve) => figure.addEventListener('downhill-found', (event) => resolve((event as CustomEvent).detail), { once: true })),
    );
    await page.$eval('#valleys >>> #show-me', (button) => (button as HTMLElement).click());
    expect(await found).toEqual({ figure: 'valleys', task: 'neighbours', shown: true });
    await seen(page, told, 'Shown: Only 0.09');
    await notMarked(page, '#valleys');
  });

  it('paints the map by where each start ends, on request', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys?map=');
    await atRest(page);
    const before = await pixels(page);
    await page.$eval('#valleys >>> #paint', (button) => (button as HTMLElement).click());
    await atRest(page);
    const after = await pixels(page);
    const changed = before.filter((value, i) => Math.abs(value - (after[i] ?? 0)) > 8).length;
    expect(changed / before.length).toBeGreaterThan(0.1);
  });

  it('hides from one who is blind all but a disc, until it is uncovered', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys?blind=&walkers=2,-1');
    await atRest(page);
    const corner = await page.$eval('#valleys >>> #plot', (element) => {
      const canvas = element as HTMLCanvasElement;
      // Left of the disc, which lies right of the middle.
      return [...(canvas.getContext('2d')?.getImageData(0, 0, Math.floor(canvas.width / 2.2), canvas.height).data ?? [])];
    });
    // Fog, with its round corners, alone; what the letters and the ring have is elsewhere.
    const opaque = corner.filter((_, i) => corner[i - (i % 4) + 3] === 255);
    expect(distinct(opaque)).toBeLessThan(4);
    expect(await page.$eval('#valleys >>> .ends', (list) => getComputedStyle(list).visibility)).toBe('hidden');
    // Nor does the disc tell by its colour in which valley it lies.
    const neutral = await pixels(page);
    await page.$eval('#valleys >>> #paint', (button) => (button as HTMLElement).click());
    await atRest(page);
    expect(await pixels(page)).toEqual(neutral);
    await page.$eval('#valleys >>> #blind', (button) => (button as HTMLElement).click());
    await page.waitForFunction(() => !document.querySelector('#valleys')?.hasAttribute('blind'));
    await seen(page, answer, 'down to (3.58, −1.85)');
  });

  it('is turned by keys, and tips into the map and back to where it was turned', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await painted(page, '#valleys #plot');
    await page.focus('#valleys >>> #turn');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('#valleys')?.getAttribute('turn') === '-21');
    await page.$eval('#valleys >>> #map', (button) => (button as HTMLElement).click());
    await seen(page, '#valleys #map', 'Terrain');
    expect(await page.$$eval('#valleys >>> #turn', (handles) => handles.length)).toBe(0);
    await page.$eval('#valleys >>> #map', (button) => (button as HTMLElement).click());
    await seen(page, '#valleys #map', 'Map');
    expect(await attribute(page, '#valleys', 'turn')).toBe('-21');
  });

  it('tips back from where it is when it is told so on its way into the map', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await atRest(page);
    const { whole, jump } = await page.$eval('#valleys', async (element) => {
      const figure = element as HTMLElement & { updateComplete: Promise<unknown> };
      const part = (id: string) => figure.shadowRoot?.querySelector<HTMLElement>(id) as HTMLElement;
      const ringTop = () => part('#ring').getBoundingClientRect().top;
      const press = async () => {
        part('#map').click();
        await figure.updateComplete;
        await new Promise(requestAnimationFrame);
      };
      const start = ringTop();
      await press();
      // A third of the way, or a little more where frames are slow.
      while (Math.abs(ringTop() - start) < 12) await new Promise(requestAnimationFrame);
      const before = ringTop();
      await press();
      const jump = Math.abs(ringTop() - before);
      return { whole: Math.abs(before - start), jump };
    });
    expect(whole).toBeGreaterThan(10);
    // A slow frame may be a tenth of a second, in which it goes a seventh of the way back.
    expect(jump).toBeLessThan(whole / 4);
  });

  it('is turned by a drag of the mouse, which drops nobody', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await painted(page, '#valleys #plot');
    const { x, y } = await centreOf(page, '#valleys .scene');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('#valleys')?.getAttribute('turn') === '11');
    expect(await attribute(page, '#valleys', 'walkers')).toBeNull();
  });

  it('has its ground, and nothing that runs on, where the browser takes the graphics processor away while it paints', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    await ofPuppeteer(page).evaluateOnNewDocument(() => {
      const { fenceSync } = WebGL2RenderingContext.prototype;
      WebGL2RenderingContext.prototype.fenceSync = function (this: WebGL2RenderingContext, ...wish) {
        const fence = fenceSync.apply(this, wish);
        setTimeout(() => this.getExtension('WEBGL_lose_context')?.loseContext());
        return fence;
      };
    });
    await ofPuppeteer(page).reload();
    await page.waitForSelector('downhill-valleys');
    await page.$eval('downhill-valleys', (figure) => figure.setAttribute('id', 'valleys'));
    await seen(page, answer, 'Twelve walkers');
    await atRest(page);
    expect(distinct(await pixels(page))).toBeGreaterThan(100);
  });

  it('is painted by a graphics processor of the machine’s own in each frame, and by hand once that is taken away', async () => {
    const { page } = await openAlone(open, '?lang=en#valleys');
    // This machine may have none: one that is played passes for it.
    await ofPuppeteer(page).evaluateOnNewDocument(() => {
      const { getParameter } = WebGL2RenderingContext.prototype;
      WebGL2RenderingContext.prototype.getParameter = function (this: WebGL2RenderingContext, name) {
        Object.assign(globalThis, { ground: this });
        const value = getParameter.call(this, name);
        return /swiftshader/i.test(String(value)) ? 'A graphics processor' : value;
      };
    });
    const handFetched = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('ground-by-hand')));
    await ofPuppeteer(page).reload();
    await page.waitForSelector('downhill-valleys');
    await page.$eval('downhill-valleys', (figure) => figure.setAttribute('id', 'valleys'));
    await seen(page, answer, 'Twelve walkers');
    await atRest(page);
    const before = await pixels(page);
    await page.focus('#valleys >>> #turn');
    await page.keyboard.press('ArrowRight');
    await atRest(page);
    const turned = await pixels(page);
    expect(turned).not.toEqual(before);
    expect(distinct(turned)).toBeGreaterThan(100);
    expect(await handFetched()).toBe(false);
    await page.evaluate(() => (globalThis as unknown as { ground: WebGL2RenderingContext }).ground.getExtension('WEBGL_lose_context')?.loseContext());
    await until(handFetched, 'the painter by hand');
    await atRest(page);
    expect(distinct(await pixels(page))).toBeGreaterThan(100);
  });

  it('lies at the end at once where the reader wants less motion', async () => {
    const { page } = await open('embed.html');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(new URL('embed.html?figure=valleys&lang=en', await page.url()).href);
    await page.$eval('downhill-valleys', (figure) => figure.setAttribute('id', 'valleys'));
    await atRest(page);
    const before = await pixels(page);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await pixels(page)).toEqual(before);
    expect(await textOf(page, answer)).toContain('Twelve walkers');
  });
});

describeInChromium('the opening of the page', (open) => {
  it.each([
    [1280, 720, 160, 'en'],
    [1280, 720, 160, 'zh'],
    [390, 844, 200, 'en'],
    [390, 844, 200, 'zh'],
  ])('has its stage in the first window: %d × %d, %d px below the top at the most, %s', async (width, height, most, language) => {
    const { page } = await open(`?lang=${language}`, { viewport: { width, height } });
    await painted(page, '#valleys #plot');
    const { top, bottom } = await page.$eval('#valleys >>> .stage', (stage) => stage.getBoundingClientRect().toJSON() as DOMRect);
    expect(top).toBeLessThanOrEqual(most);
    expect(bottom).toBeLessThanOrEqual(height);
  });

  it('scrolls by a finger that swipes over the terrain', async () => {
    const { page } = await open('?lang=en', { viewport: { width: 390, height: 844 } });
    await painted(page, '#valleys #plot');
    expect(await page.$eval('#valleys >>> .scene', (scene) => getComputedStyle(scene).touchAction)).toBe('pan-y');
    const sizes = await page.$$eval('#valleys >>> .handle', (handles) => handles.map((handle) => [handle.clientWidth, handle.clientHeight, getComputedStyle(handle).touchAction]));
    expect(sizes).toEqual([
      [44, 44, 'none'],
      [44, 44, 'none'],
    ]);
  });
});
