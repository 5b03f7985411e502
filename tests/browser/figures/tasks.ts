import { expect } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { attribute, until } from './figure.ts';

/** What `downhill-found` tells from now on. */
export async function foundOn(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

/** After a film the reader opens the bench, and has found nothing by that. */
export async function notMarked(page: TestPage, figure: string): Promise<void> {
  const before = await attribute(page, figure, 'bench');
  await page.$eval(`${figure} >>> .bench > summary`, (summary) => (summary as HTMLElement).click());
  await until(async () => (await attribute(page, figure, 'bench')) !== before, 'the bench');
  // The figure looks at what the reader does once the hand rests.
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(await page.$eval(figure, (element) => (element as HTMLElement & { tasks: { found: boolean }[] }).tasks.filter(({ found }) => found))).toEqual([]);
}
