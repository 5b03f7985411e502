import type { TestPage } from '../driver/test-page.ts';

interface Watched {
  readonly alive: Set<Worker>;
}

/** From now on the page knows which of the workers that it starts are alive. */
export function watchWorkers(page: TestPage): Promise<void> {
  return page.evaluate(() => {
    const alive = new Set<Worker>();
    Object.assign(globalThis, {
      alive,
      Worker: class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          alive.add(this);
        }
        override terminate(): void {
          super.terminate();
          alive.delete(this);
        }
      },
    });
  });
}

/** Waits until their number is `count`. */
export async function workersAlive(page: TestPage, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (globalThis as unknown as Watched).alive.size === wanted, {}, count);
}

/** Each of them fails. */
export function failWorkers(page: TestPage, message: string): Promise<void> {
  return page.evaluate((text) => {
    for (const worker of (globalThis as unknown as Watched).alive) worker.dispatchEvent(new ErrorEvent('error', { message: text }));
  }, message);
}
