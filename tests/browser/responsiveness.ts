import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../.scripts/serve.mjs';
import { launchBrowser } from './browsers.ts';
import { arrived } from './figures/figure.ts';

/** A weak phone. */
const screen = { width: 390, height: 844, isMobile: true, hasTouch: true };
const slower = 4;
/** On each control. */
const keys = 6;
const dragSteps = 12;

/** What is asked of a figure: at most so many times what the empty slider takes, and so many milliseconds. */
const bar = { timesEmpty: 4, p95: 100, single: 200 };

/** More than what a figure shows at first, where that is more work. */
const heavier: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  descent: { compare: 'momentum:0.01;adagrad:0.5;adam:0.1', steps: '1000' },
};

interface Measured {
  readonly what: string;
  /** Of the empty slider, just before: 95 % within. */
  readonly empty: number;
  readonly events: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** The control on which the worst event fell. */
  readonly at: string;
}

interface Taken {
  readonly duration: number;
  readonly at: string;
}

/**
 * From a key, press or drag to the next picture, by Event Timing, on every control of every figure, in Chromium with a phone's window and a processor
 * four times slower: a table in Markdown. Event Timing rounds to 8 ms and leaves out what comes within 16. `only`: ids of figures; none for all.
 */
export async function measureResponsiveness(only: readonly string[]): Promise<{ readonly table: string; readonly withinBar: boolean }> {
  const server = await serve(join(import.meta.dirname, '../../dist/site'));
  const browser = await launchBrowser('chromium');
  try {
    const page = await browser.newPage();
    await page.setViewport(screen);
    await page.evaluateOnNewDocument(watchEvents);
    await page.goto(`${server.address}?lang=en`, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('#valleys')?.shadowRoot?.querySelector('figure') != null);
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const ids = await page.$$eval('main *', (elements) => elements.filter(({ localName }) => localName.startsWith('downhill-')).map(({ id }) => id));
    const unknown = only.find((each) => !ids.includes(each));
    if (unknown !== undefined) throw new Error(`there is no figure ${unknown}; there are ${ids.join(', ')}`);
    const figures: Measured[] = [];
    for (const id of ids.filter((each) => only.length === 0 || only.includes(each))) figures.push(await figureRow(page, id));
    return report(figures);
  } finally {
    await browser.close();
    await server.close();
  }
}

declare global {
  /** Of the page that is measured. */
  var eventTimes: { duration: number; at: string }[];
  var currentControl: string;
  /** It is a button or the like, and no slider. */
  var currentlyPressed: boolean;
}

function watchEvents(): void {
  globalThis.eventTimes = [];
  globalThis.currentControl = '';
  globalThis.currentlyPressed = false;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      // Only what the reader does; the others follow from these. A button acts when the key comes up: that it goes down changes no picture, and Event Timing
      // would have it wait for the next one, which is that of the release, however late this harness sends it.
      const acts = entry.name !== 'keydown' || !globalThis.currentlyPressed;
      if (acts && /^(key|pointer(down|up|move)|click|input)/.test(entry.name)) globalThis.eventTimes.push({ duration: entry.duration, at: globalThis.currentControl });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  // Event Timing leaves out moves: from each to the end of its frame, which is the next thing that the page does. That may be our message; but the browser
  // puts what the reader does before messages, so that during a drag it is the next event, and the message comes some moves later.
  const { port1, port2 } = new MessageChannel();
  let moved: number | undefined;
  let framed = false;
  const frameEnded = () => {
    if (moved === undefined || !framed) return;
    globalThis.eventTimes.push({ duration: performance.now() - moved, at: globalThis.currentControl });
    moved = undefined;
  };
  port1.onmessage = frameEnded;
  const listening = { capture: true, passive: true };
  addEventListener('pointerup', frameEnded, listening);
  addEventListener(
    'pointermove',
    ({ timeStamp, buttons }) => {
      frameEnded();
      if (buttons === 0 || moved !== undefined) return;
      moved = timeStamp;
      framed = false;
      requestAnimationFrame(() => {
        framed = true;
        port2.postMessage('');
      });
    },
    listening,
  );
}

/** What the browser itself needs now: a slider on which nothing hangs. The machine is not always as fast, so it is asked beside each figure. */
async function emptySlider(page: Page): Promise<number> {
  await page.evaluate(() => {
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', id: 'empty-slider' });
    slider.style.cssText = 'position: fixed; inset-block-start: 40%; inset-inline-start: 10%; inline-size: 80%; z-index: 99';
    document.body.append(slider);
  });
  await take(page);
  for (let round = 0; round < 2; round++) {
    await page.focus('#empty-slider');
    for (let key = 0; key < 2 * keys; key++) await page.keyboard.press(key % 2 ? 'ArrowLeft' : 'ArrowRight', { delay: 30 });
    await drag(page, await (await page.$('#empty-slider'))?.boundingBox());
  }
  const taken = await take(page);
  await page.$eval('#empty-slider', (slider) => slider.remove());
  return share(sorted(taken), 0.95);
}

async function figureRow(page: Page, id: string): Promise<Measured> {
  await arrived(page, `#${id}`);
  await rested(page);
  const empty = await emptySlider(page);
  await page.$eval(
    `#${id}`,
    (figure, state) => {
      for (const [name, value] of Object.entries({ ...state, bench: '' })) figure.setAttribute(name, value);
    },
    heavier[id] ?? {},
  );
  await rested(page);
  await page.$$eval(`#${id} >>> details`, (all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true;
  });
  await rested(page);
  await take(page);
  const taken: Taken[] = [];
  const count = await page.$eval(`#${id}`, markControls);
  for (let control = 0; control < count; control++) {
    const selector = `#${id} >>> [data-measured="${control}"]`;
    const found = await page.$(selector);
    // An earlier one may have taken it away.
    if (!found) continue;
    const name = await found.evaluate((element) => {
      const { localName, id: own, textContent } = element as HTMLElement;
      globalThis.currentControl = own || element.getAttribute('aria-label') || `${localName} ${textContent?.trim().slice(0, 20)}`;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      (element as HTMLElement).focus({ preventScroll: true });
      globalThis.currentlyPressed = element.matches('button, summary, input[type=checkbox]');
      return { kind: globalThis.currentlyPressed ? 'press' : element.matches('select') ? 'choose' : 'move' };
    });
    // What was scrolled to may load what lies below it, or draw it for the first time: the reader looks at it before the hand comes.
    await idle(page);
    if (name.kind === 'press') await page.keyboard.press('Space', { delay: 30 });
    else {
      for (let key = 0; key < keys; key++) await page.keyboard.press(key % 2 ? 'ArrowLeft' : 'ArrowRight', { delay: 30 });
      if (name.kind === 'move') await drag(page, await found.boundingBox());
    }
    await rested(page);
    await page.keyboard.press('Escape');
    taken.push(...(await take(page)));
  }
  await page.$eval(`#${id}`, (figure) => figure.removeAttribute('bench'));
  return measuredOf(id, empty, taken);
}

/**
 * Numbers every control that a reader can use; not those that leave the figure, and no text or table that can only be scrolled: nothing of ours runs then, and
 * where a key has nothing to scroll, Event Timing waits for the next picture, which comes for another reason.
 */
function markControls(figure: Element): number {
  const leaving = /^(Copy|Embed|Save|Open)/;
  const scrolled = '[role=region]';
  const controls = [...(figure.shadowRoot?.querySelectorAll<HTMLElement>('input:not([type=file]), select, button, summary, .handle, [tabindex="0"]') ?? [])].filter(
    (element) =>
      element.checkVisibility() &&
      !(element as HTMLButtonElement).disabled &&
      !leaving.test(element.textContent?.trim() ?? '') &&
      !element.closest('dialog') &&
      !element.matches(scrolled),
  );
  // Resets come last: what they undo has been measured then.
  controls.sort((a, b) => Number(a.textContent?.trim() === 'Reset') - Number(b.textContent?.trim() === 'Reset'));
  controls.forEach((control, i) => {
    control.dataset.measured = String(i);
  });
  return controls.length;
}

/** Across it and back, by touch where the page listens to touches, as a mouse would. */
async function drag(page: Page, box: { x: number; y: number; width: number; height: number } | null | undefined): Promise<void> {
  if (!box) return;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const reach = Math.min(60, Math.max(20, box.width / 4));
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= dragSteps; step++) await page.mouse.move(x + reach * Math.sin((2 * Math.PI * step) / dragSteps), y + (step % 3));
  await page.mouse.up();
}

/** Two frames after what was asked for. */
async function rested(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
}

/** Once the page has nothing to do, or is busy by itself. */
async function idle(page: Page): Promise<void> {
  await rested(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
}

async function take(page: Page): Promise<Taken[]> {
  await rested(page);
  return page.evaluate(() => globalThis.eventTimes.splice(0));
}

const sorted = (taken: readonly Taken[]) => [...taken].sort((a, b) => a.duration - b.duration);
const share = (taken: readonly Taken[], part: number) => taken[Math.min(taken.length - 1, Math.floor(part * taken.length))]?.duration ?? 0;

function measuredOf(what: string, empty: number, taken: readonly Taken[]): Measured {
  const all = sorted(taken);
  const last = all.at(-1);
  return { what, empty, events: all.length, p50: share(all, 0.5), p95: share(all, 0.95), worst: last?.duration ?? 0, at: last?.at ?? '' };
}

function report(figures: readonly Measured[]): { table: string; withinBar: boolean } {
  const isWithin = ({ p95, worst, empty }: Measured) => p95 <= bar.p95 && p95 <= bar.timesEmpty * empty && worst <= bar.single;
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  const row = (each: Measured) => {
    const { what, events, p50, p95, empty, worst, at } = each;
    return `| ${[what, events, ms(p50), ms(p95), ms(empty), (p95 / empty).toFixed(1), `${ms(worst)}, ${at}`, isWithin(each) ? '' : 'over'].join(' | ')} |`;
  };
  const head = ['| figure | events | half within | 95 % within | empty slider | ratio | longest | |', '| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |'];
  return { table: [...head, ...figures.map(row)].join('\n'), withinBar: figures.every(isWithin) };
}
