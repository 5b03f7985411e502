import { patience, type TestScope } from '../driver/test-page.ts';
import type { Open, Opened, OpenOptions } from '../harness.ts';

// What the tests of the figures do with a figure's shadow tree. A selector is that of the figure, a space, and one within it.

/** The figure of a link into the chapter, `?lang=en#loss?label=1`, as an embed has it: with its id, and without the others, which would take their time. */
export async function openAlone(open: Open, link: string, options?: OpenOptions): Promise<Opened> {
  const { searchParams, hash } = new URL(link, 'https://chapter.example');
  const [figure = '', state = ''] = hash.slice(1).split(/\?(.*)/s);
  const opened = await open(`embed.html?figure=${figure}&${searchParams}&${state}`, options);
  await opened.page.waitForSelector(`downhill-${figure}`);
  await opened.page.$eval(`downhill-${figure}`, (element, id) => element.setAttribute('id', id), figure);
  return opened;
}

/** Waits until an element of this selector shows the text. */
export async function seen(page: TestScope, selector: string, text: string): Promise<void> {
  const [host = '', ...inner] = selector.split(' ');
  await page.waitForFunction(
    (figure, within, expected) => [...(document.querySelector(figure)?.shadowRoot?.querySelectorAll(within) ?? [])].some((element) => element.textContent?.includes(expected)),
    {},
    host,
    inner.join(' '),
    text,
  );
}

export async function textOf(page: TestScope, selector: string): Promise<string> {
  return (await page.$$eval(within(selector), (elements) => elements.map((element) => element.textContent ?? ''))).join('\n').replace(/\s+/g, ' ');
}

export function attribute(page: TestScope, selector: string, name: string): Promise<string | null> {
  return page.$eval(selector, (element, wanted) => element.getAttribute(wanted), name);
}

/** Waits until the element is there and may be used. Asked anew in every frame: a selector's own waiting does not see what changes within a shadow tree. */
export async function usable(page: TestScope, selector: string): Promise<void> {
  const [host = '', ...inner] = selector.split(' ');
  await page.waitForFunction((figure, within) => document.querySelector(figure)?.shadowRoot?.querySelector(`${within}:not(:disabled)`) != null, {}, host, inner.join(' '));
}

/** Unfolds the bench of a figure, loaded or not. */
export async function openBench(page: TestScope, figure: string): Promise<void> {
  await page.$eval(figure, (element) => element.setAttribute('bench', ''));
}

/** In the window, once the element has been scrolled to its middle. */
export function centreOf(page: TestScope, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(within(selector), (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** True if there is more on the canvas than its axes and their words: at least so many pixels of another colour. */
export function hasPaint(page: TestScope, selector: string, least = 100): Promise<boolean> {
  return page.$$eval(within(selector), morePaintThanAxes, least);
}

/** Waits until the canvas is there and has paint. */
export async function painted(page: TestScope, selector: string): Promise<void> {
  await until(() => hasPaint(page, selector), `more than axes on ${selector}`);
}

/**
 * Of the first of these canvases: so many pixels of a colour that is none of the figure's ink, muted ink, grid and background, or a filled square of six
 * pixels, which letters and lines do not have. What is half transparent is the edge of something else.
 */
function morePaintThanAxes(elements: readonly Element[], least: number): boolean {
  const [canvas] = elements as HTMLCanvasElement[];
  if (!canvas?.width || !canvas.height) return false;
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
  const probe = document.createElement('span');
  canvas.after(probe);
  const ofAxes = ['ink', 'muted', 'grid', 'background'].map((name) => {
    probe.style.color = `var(--${name})`;
    return (
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? []
    );
  });
  probe.remove();
  const at = (x: number, y: number) => 4 * (y * canvas.width + x);
  const unlike = (pixel: number, colour: ArrayLike<number>) => Math.max(...[0, 1, 2].map((k) => Math.abs((data[pixel + k] ?? 0) - (colour[k] ?? 0))));
  let own = 0;
  for (let pixel = 0; pixel < data.length && own < least; pixel += 4) if ((data[pixel + 3] ?? 0) > 127 && ofAxes.every((colour) => unlike(pixel, colour) > 24)) own++;
  if (own === least) return true;
  const sixes = [0, 1, 2, 3, 4, 5];
  for (let y = 0; y + 6 <= canvas.height; y += 6)
    for (let x = 0; x + 6 <= canvas.width; x += 6) {
      const first = data.subarray(at(x, y));
      if (sixes.every((dy) => sixes.every((dx) => data[at(x + dx, y + dy) + 3] === 255 && unlike(at(x + dx, y + dy), first) < 4))) return true;
    }
  return false;
}

/** Asks until it is so; `what` is what it waits for. */
export async function until(isSo: () => Promise<boolean>, what: string, timeout = patience): Promise<void> {
  for (const end = performance.now() + timeout; !(await isSo()); ) {
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for `count` frames of the page: whatever runs has had its turn in each. */
export async function frames(page: TestScope, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

/** What `read` gives once it has given the same for so many frames. */
export async function settled<T>(page: TestScope, read: () => Promise<T>, { still = 20, timeout = patience } = {}): Promise<T> {
  const end = performance.now() + timeout;
  for (let before = JSON.stringify(await read()); ; ) {
    await frames(page, still);
    const now = await read();
    const text = JSON.stringify(now);
    if (text === before) return now;
    if (performance.now() > end) throw new Error(`Still changing after ${timeout} ms: from ${before} to ${text}`);
    before = text;
  }
}

/** Scrolls to it, so that it comes alive, and waits until it is there. */
export async function arrived(page: TestScope, figure: string): Promise<void> {
  await page.waitForFunction((selector) => document.querySelector(selector) != null, {}, figure);
  await page.$eval(figure, (element) => element.scrollIntoView({ behavior: 'instant' }));
  await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('figure') != null, {}, figure);
}

/** Down the page by half a window at a time, at the pace of somebody who skims, until every figure has come; and up again. */
export async function readThrough(page: TestScope): Promise<void> {
  await page.evaluate(async () => {
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      scrollBy({ top: innerHeight / 2, behavior: 'instant' });
      for (let frame = 0; frame < 6; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
  // Not until the network is idle: the browser takes requests of a worker that has ended for open ones.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main *')].filter(({ localName }) => localName.startsWith('downhill-')).every(({ shadowRoot }) => shadowRoot?.querySelector('figure')),
  );
}

function within(selector: string): string {
  const [figure, ...inner] = selector.split(' ');
  return `${figure} >>> ${inner.join(' ')}`;
}
