import { expect, it } from 'vitest';
import { arrived, until } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

declare global {
  /** Frames and timers of the page that have come. */
  var ran: { frames: number; timers: number };
}

/** Milliseconds in which nothing comes. */
const quiet = 3000;

function countWork(): void {
  globalThis.ran = { frames: 0, timers: 0 };
  const [frame, timeout, interval] = [requestAnimationFrame, setTimeout, setInterval];
  globalThis.requestAnimationFrame = (next) =>
    frame((now) => {
      globalThis.ran.frames++;
      next(now);
    });
  const counted = (handler: TimerHandler, rest: unknown[]) => () => {
    globalThis.ran.timers++;
    if (typeof handler === 'function') handler(...rest);
  };
  globalThis.setTimeout = ((handler: TimerHandler, delay?: number, ...rest: unknown[]) => timeout(counted(handler, rest), delay)) as typeof setTimeout;
  globalThis.setInterval = ((handler: TimerHandler, delay?: number, ...rest: unknown[]) => interval(counted(handler, rest), delay)) as typeof setInterval;
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
