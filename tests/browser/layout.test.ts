import { expect, it } from 'vitest';
import type { TestPage } from './driver/test-page.ts';
import { outOfPlace } from './figures/cells.ts';
import { describeInBrowsers } from './harness.ts';

/** Until the figure shows all that it shows at first: its digits, the numbers of its tables. */
function ready(page: TestPage, tag: string): Promise<unknown> {
  return page.waitForFunction(
    (name) => {
      const { shadowRoot } = document.querySelector(name) ?? {};
      const cells = [...(shadowRoot?.querySelectorAll('td, dd') ?? [])];
      return shadowRoot?.querySelector('figure') && !shadowRoot.querySelector('.waiting') && cells.every(({ textContent }) => !textContent?.includes('…'));
    },
    {},
    tag,
  );
}

describeInBrowsers('a longer number than the one before', (open, _, site) => {
  it('stays within its cell', async () => {
    const { page } = await open('embed.html', { viewport: { width: 390, height: 900 } });
    for (const [id, state] of [
      ['derivative', { x: '13.8', h: '0.0000317', bench: '' }],
      ['simple-net', { w: '-1.234567,2.345678,-0.987654,3.210987,-2.109876,0.123456', h: '0.00001' }],
    ] as const) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=en&bench=`);
      await ready(page, `downhill-${id}`);
      const numbers = () => page.$$eval(`downhill-${id} >>> td`, (cells) => cells.map(({ textContent }) => textContent).join());
      const before = await numbers();
      await page.$eval(`downhill-${id}`, (figure, given) => Object.assign(figure, { state: given }), { ...state, bench: '' });
      await expect.poll(numbers).not.toBe(before);
      expect(await outOfPlace(page)).toEqual([]);
    }
  });
});
