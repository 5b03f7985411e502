import { expect, it } from 'vitest';
import { describeInChromium } from './harness.ts';

describeInChromium('a link to a figure', (open) => {
  it('restores its state and shows it', async () => {
    const { page } = await open('?lang=en#descent?start=1,2&learning-rate=0.3&steps=8');
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('steps') === '8');
    expect(await page.$eval('#descent', (figure) => [figure.getAttribute('start'), figure.getAttribute('learning-rate')])).toEqual(['1,2', '0.3']);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#descent')?.getBoundingClientRect() ?? new DOMRect();
      return top < innerHeight && bottom > 0;
    });
  });

  it('that is followed while the page is open takes what it does not name from the text', async () => {
    const { page } = await open('#descent?steps=8');
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('steps') === '8');
    await page.evaluate(() => {
      location.hash = '#descent?learning-rate=0.5';
    });
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('learning-rate') === '0.5');
    expect(await page.$eval('#descent', (figure) => figure.getAttribute('steps'))).toBeNull();
  });

  it('that a correction gives runs its mistake, and the way back leads to the correction', async () => {
    const { page } = await open('?lang=en');
    const link = 'aside[lang=en] a[href="#errata?mistake=unit-weights"]';
    await page.$eval(link, (element) => {
      element.scrollIntoView({ behavior: 'instant' });
      (element as HTMLElement).click();
    });
    const isSeen = (selector: string) => {
      const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return bottom > 0 && top < innerHeight;
    };
    await page.waitForFunction(() => document.querySelector('#errata')?.getAttribute('mistake') === 'unit-weights');
    await page.waitForFunction(isSeen, {}, '#errata');
    await page.evaluate(() => history.back());
    await page.waitForFunction(isSeen, {}, link);
  });

  it('sets nothing but state, and says what it did not use', async () => {
    const { page } = await open('?lang=en#descent?steps=8&onclick=alert(1)&style=display:none');
    const notice = await page.waitForSelector('.figure-notice [lang=en]');
    expect(await notice?.evaluate((element) => element.textContent)).toContain('onclick, style');
    expect(await page.$eval('#descent', (figure) => figure.hasAttribute('onclick') || figure.hasAttribute('style'))).toBe(false);
  });

  it('that does not exist is said to be none', async () => {
    const { page } = await open('?lang=en#ascent?steps=8');
    const notice = await page.waitForSelector('.figure-notice [lang=en]');
    expect(await notice?.evaluate((element) => element.textContent)).toContain('“ascent”');
  });

  it('is in the address once the reader has changed the figure', async () => {
    const { page } = await open('#descent?steps=8');
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('steps') === '8');
    const handle = await page.waitForSelector('#descent >>> .handle');
    await handle?.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash.includes('start='));
    const start = await page.$eval('#descent', (figure) => figure.getAttribute('start'));
    expect(start).not.toBeNull();
    const hash = await page.evaluate(() => location.hash);
    expect(hash).toContain(`#descent?start=${start}&`);
    expect(hash).toContain('steps=8');
    // A link that is followed before the next change is written stays in the address.
    await page.evaluate(watchTimers);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((before) => document.querySelector('#descent')?.getAttribute('start') !== before, { polling: 10 }, start);
    await page.evaluate(() => {
      location.hash = '#4.3';
    });
    await page.waitForFunction(() => (globalThis as unknown as { due: Set<number> }).due.size === 0);
    expect(await page.evaluate(() => location.hash)).toBe('#4.3');
  });
});

/** From now on the page knows what it has put off. */
function watchTimers(): void {
  const due = new Set<number>();
  const { setTimeout: put, clearTimeout: drop } = globalThis as unknown as Window;
  Object.assign(globalThis, {
    due,
    setTimeout: (act: () => void, milliseconds: number) => {
      const timer = put(() => {
        due.delete(timer);
        act();
      }, milliseconds);
      due.add(timer);
      return timer;
    },
    clearTimeout: (timer: number) => {
      due.delete(timer);
      drop(timer);
    },
  });
}
