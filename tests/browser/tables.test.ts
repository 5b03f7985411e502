import { expect, it } from 'vitest';
import { figureIds } from '../../web/figures/lazy.ts';
import type { TestPage } from './driver/test-page.ts';
import { describeInChromium } from './harness.ts';

/** Until the figure has all that it shows at first: its digits, the numbers of its tables. */
function ready(page: TestPage, tag: string): Promise<unknown> {
  return page.waitForFunction(
    (name) => {
      const root = document.querySelector(name)?.shadowRoot;
      const buttons = [...(root?.querySelectorAll<HTMLButtonElement>('button.primary, #step, #draw') ?? [])];
      const cells = [...(root?.querySelectorAll('td, dd') ?? [])];
      return root?.querySelector('figure') != null && buttons.every(({ disabled }) => !disabled) && cells.every(({ textContent }) => !textContent?.includes('…'));
    },
    {},
    tag,
  );
}

/** Everything about the tables of the figure that is not as it should be. */
function faults(page: TestPage, tag: string): Promise<string[]> {
  return page.$eval(tag, (figure) => {
    const tables = [...(figure.shadowRoot?.querySelectorAll('table') ?? [])];
    const items = tables
      .filter((table) => /grid|flex/.test(getComputedStyle(table.parentElement as Element).display))
      .map(({ className, id }) => `an item of a grid: ${className || id}`);
    const outside = tables.flatMap((table) =>
      [...table.querySelectorAll('td, th, caption')].flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const [text, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        // What only screen readers are told lies nowhere.
        if (text.width === 0 || box.width <= 1 || cell.closest('.for-screen-readers')) return [];
        return text.left < box.left - 1 || text.right > box.right + 1 ? [`out of its cell: ${cell.textContent?.trim()}`] : [];
      }),
    );
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...items, ...outside, ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : [])];
  });
}

describeInChromium('the tables of a figure', (open, _, site) => {
  it.each([
    [390, 'en'],
    [390, 'zh-Hans'],
    [1440, 'en'],
  ])('keep their numbers within their cells: at %d pixels, in %s', async (width, language) => {
    const { page } = await open('embed.html', { viewport: { width, height: 900 } });
    const found: string[] = [];
    for (const id of figureIds) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=${language}`);
      await ready(page, `downhill-${id}`);
      found.push(...(await faults(page, `downhill-${id}`)).map((fault) => `${id}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  it('keep them there when other numbers come', async () => {
    const { page } = await open('embed.html', { viewport: { width: 390, height: 900 } });
    for (const [id, state] of [
      ['derivative', { x: '13.8', h: '0.0000317' }],
      ['simple-net', { w: '-1.234567,2.345678,-0.987654,3.210987,-2.109876,0.123456', h: '0.00001' }],
    ] as const) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=en`);
      await ready(page, `downhill-${id}`);
      const numbers = () => page.$$eval(`downhill-${id} >>> td`, (cells) => cells.map(({ textContent }) => textContent).join());
      const before = await numbers();
      await page.$eval(`downhill-${id}`, (figure, given) => Object.assign(figure, { state: given }), state);
      await expect.poll(numbers).not.toBe(before);
      expect(await faults(page, `downhill-${id}`)).toEqual([]);
    }
  });
});
