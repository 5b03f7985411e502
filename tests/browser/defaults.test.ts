import { expect, it } from 'vitest';
import { painted, seen, usable } from './figures/figure.ts';
import { describeIn } from './harness.ts';

const learn = '#training #play';

describeIn(['chromium', 'webkit'], 'a browser that says nothing, or what cannot be', (open, _engine, site) => {
  it.each([
    ['"C", as where a machine has no locale', 'C', ['C']],
    ['no language at all', undefined, undefined],
  ])('has %s: training loads and learns, in English', async (_, language, languages) => {
    const { page } = await open('embed.html');
    await page.evaluateOnNewDocument(
      (tag, tags) => {
        Object.defineProperty(Navigator.prototype, 'language', { get: () => tag });
        Object.defineProperty(Navigator.prototype, 'languages', { get: () => tags });
      },
      language,
      languages,
    );
    await page.goto(`${site.address}#training`);
    await usable(page, learn);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.$eval('#training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(20));
    await seen(page, '#training #iterations', '20');
    await painted(page, '#training #answers');
  });

  it('forbids storage and service workers: the page is read all the same, in the language that the reader chooses', async () => {
    const { page } = await open('embed.html');
    await page.evaluateOnNewDocument(() => {
      const forbidden = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, { get: forbidden });
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get: () => {
          Object.assign(globalThis, { asked: true });
          return forbidden();
        },
      });
    });
    await page.goto(`${site.address}?lang=en`);
    await painted(page, '#valleys #plot');
    await page.click('.switch[lang="zh-Hans"]');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    await page.click('.theme');
    expect(await page.$eval('.theme', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    // What keeps the page for later comes once it has loaded; an error of it would fail this test.
    await page.waitForFunction('globalThis.asked');
  });

  it('tells a size observer nothing of device pixels, or calls it with nothing at all: pictures are drawn', async () => {
    const { page } = await open('embed.html');
    await page.evaluateOnNewDocument(() => {
      const Told = globalThis.ResizeObserver;
      let calls = 0;
      globalThis.ResizeObserver = class extends Told {
        constructor(callback: ResizeObserverCallback) {
          super((entries, observer) => callback(calls++ % 2 ? [] : entries.map(({ target, contentRect }) => ({ target, contentRect }) as ResizeObserverEntry), observer));
        }
        override observe(target: Element, options?: ResizeObserverOptions): void {
          if (options?.box === 'device-pixel-content-box') throw new TypeError('box is not a ResizeObserverBoxOptions');
          super.observe(target, options);
        }
      };
    });
    await page.goto(`${site.address}embed.html?figure=descent&lang=en`);
    for (const canvas of ['#plot', '#curve']) await painted(page, `downhill-descent ${canvas}`);
  });

  it.each(['no change of it', 'nothing'])('tells of the wish for dark and for less motion %s: light, and it moves', async (what) => {
    const { page } = await open('embed.html');
    await page.evaluateOnNewDocument((told) => {
      const ask = globalThis.matchMedia;
      const mute = (query: string) => {
        const { matches, media } = ask(query);
        return { matches, media } as MediaQueryList;
      };
      Object.assign(globalThis, { matchMedia: told === 'nothing' ? undefined : mute });
    }, what);
    await page.goto(`${site.address}?lang=en`);
    await painted(page, '#valleys #plot');
    await page.click('.theme');
    expect(await page.$eval('.theme', (button) => button.getAttribute('aria-pressed'))).toBe('true');
  });
});
