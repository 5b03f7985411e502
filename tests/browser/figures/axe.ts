import axe from 'axe-core';
import type { TestPage } from '../driver/test-page.ts';
import { arrived, until } from './figure.ts';

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

/** What axe finds on the page, with all that can be unfolded, in either language and theme, wide and narrow. */
export async function axeFaults(page: TestPage): Promise<string[]> {
  await unfoldFigures(page);
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const setting of settings) {
    await take(page, setting);
    found.push(...(await faults(page)).map((fault) => `${JSON.stringify(setting)}: ${fault}`));
  }
  return found;
}

/** Its figures' code and their tables are opened. */
async function unfoldFigures(page: TestPage): Promise<void> {
  await page.$$eval('main >>> :is([aria-expanded="false"], details:not([open]) > summary)', (closed) => {
    for (const each of closed) (each as HTMLElement).click();
  });
  const withoutCode = () =>
    page.$$eval('main >>> #show-code', (buttons) =>
      buttons.map((button) => button.getRootNode() as ShadowRoot).flatMap((root) => (root.querySelector('#listing') ? [] : [`#${root.host.id}`])),
    );
  let missing: string[] = [];
  await until(async () => {
    missing = await withoutCode();
    // What was scrolled past before it could compute has no numbers for its call yet.
    if (missing[0]) await arrived(page, missing[0]);
    return missing.length === 0;
  }, 'the code of every figure').catch((error: unknown) => {
    throw new Error(`${missing.join(', ')}: ${error instanceof Error ? error.message : error}`);
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
  if (now.theme !== theme || now.language !== language || now.width !== width) throw new Error(`The page is ${JSON.stringify(now)}`);
}

function faults(page: TestPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
    const results = await scanner.run(document, { resultTypes: ['violations'] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}
