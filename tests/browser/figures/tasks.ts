import type { TestPage } from '../driver/test-page.ts';

/** What `downhill-found` tells from now on. */
export async function foundOn(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}
