import axe from 'axe-core';
import { expect, it } from 'vitest';
import type { TestPage } from './driver/test-page.ts';
import { describeInChromium } from './harness.ts';

interface Setting {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh-Hans';
}

/** Every two of width, theme and language together. */
const settings: readonly Setting[] = [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 1280, theme: 'dark', language: 'zh-Hans' },
  { width: 390, theme: 'light', language: 'zh-Hans' },
  { width: 390, theme: 'dark', language: 'en' },
];

describeInChromium('the page', (open) => {
  it('has no fault that axe finds, in either language and theme, wide and narrow, with all that can be unfolded', async () => {
    const { page } = await open('?lang=en&theme=light');
    await unfoldFigures(page);
    await page.evaluate(axe.source);
    for (const setting of settings) {
      await take(page, setting);
      expect(await faults(page), JSON.stringify(setting)).toEqual([]);
    }
  });
});

/** Each figure loads when the reader comes near; its code and its tables are then opened. */
async function unfoldFigures(page: TestPage): Promise<void> {
  const figures = await page.$$('main :not(:defined)');
  expect(figures.length).toBeGreaterThan(3);
  for (const figure of figures) {
    await figure.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await figure.evaluate((element) => customElements.whenDefined(element.localName));
  }
  await page.$$eval('main >>> :is([aria-expanded="false"], details:not([open]) > summary)', (closed) => {
    for (const each of closed) (each as HTMLElement).click();
  });
}

/** By the page's own switches, where it is not so already. */
async function take(page: TestPage, { width, theme, language }: Setting): Promise<void> {
  await page.setViewport({ width, height: 900 });
  const now = await page.evaluate(
    async (wantedTheme, wantedLanguage) => {
      const shown = () => ({ theme: document.querySelector('.theme')?.getAttribute('aria-pressed') === 'true' ? 'dark' : 'light', language: document.documentElement.lang });
      if (shown().theme !== wantedTheme) document.querySelector<HTMLElement>('.theme')?.click();
      if (shown().language !== wantedLanguage) document.querySelector<HTMLElement>(`.switch[lang="${wantedLanguage}"]`)?.click();
      // The figures follow in the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { ...shown(), width: innerWidth };
    },
    theme,
    language,
  );
  expect(now).toEqual({ theme, language, width });
}

function faults(page: TestPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
    const results = await scanner.run(document, { resultTypes: ['violations'] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}
