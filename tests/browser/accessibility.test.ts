import axe from 'axe-core';
import { expect, it } from 'vitest';
import { describeInBrowsers } from './harness.ts';

describeInBrowsers('the page', (open) => {
  it.each([
    ['en', 'light', 1280],
    ['zh', 'dark', 390],
  ] as const)('has no fault that axe finds: %s, %s, %d px wide', async (lang, theme, width) => {
    const { page } = await open(`?lang=${lang}&theme=${theme}`, { viewport: { width, height: 900 } });
    // Each figure loads when the reader comes near.
    const figures = await page.$$('main :not(:defined)');
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      await figure.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
      await figure.evaluate((element) => customElements.whenDefined(element.localName));
    }
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
      const results = await scanner.run(document, { resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    expect(violations).toEqual([]);
  });
});
