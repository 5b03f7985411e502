import { expect, it } from 'vitest';
import { arrived, until } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

declare global {
  /** Frames and timers of the page that have come. */
  var ran: { frames: number; timers: number };
}

/** Milliseconds in which nothing comes. */
const quiet = 2000;

function countWork(): void {
  globalThis.ran = { frames: 0, timers: 0 };
  const [frame, timeout, interval] = [requestAnimationFrame, setTimeout, setInterval];
  globalThis.requestAnimationFrame = (next) =>
    frame((now) => {
      globalThis.ran.frames++;
      next(now);
    });
  const counting =
    (begin: (handler: () => void, delay?: number) => unknown) =>
    (handler: () => void, delay?: number, ...rest: []): unknown =>
      begin(() => {
        globalThis.ran.timers++;
        handler(...rest);
      }, delay);
  Object.assign(globalThis, { setTimeout: counting(timeout), setInterval: counting(interval) });
}

describeInChromium('a page on which nothing moves', (open) => {
  it.each(['valleys', 'training', 'race', 'generalisation'])('asks for no frame and no timer at %s', async (figure) => {
    const { page } = await open(`?lang=en#${figure}`, { viewport: { width: 390, height: 844 } });
    await page.evaluateOnNewDocument(countWork);
    await page.reload({ waitUntil: 'load' });
    await arrived(page, `#${figure}`);
    // What is computed and played at first sight may take its time; what never ends is seen by the time that passes.
    await until(
      async () => {
        const before = JSON.stringify(await page.evaluate(() => globalThis.ran));
        await new Promise((resolve) => setTimeout(resolve, quiet));
        return JSON.stringify(await page.evaluate(() => globalThis.ran)) === before;
      },
      `${quiet} ms in which nothing runs`,
      90_000,
    );
    expect(await page.evaluate(() => globalThis.ran.frames)).toBeGreaterThan(0);
  });
});
