import { expect, it } from 'vitest';
import { figureIds } from '../../web/figures/lazy.ts';
import type { TestPage } from './driver/test-page.ts';
import { describeInBrowsers } from './harness.ts';

/** Until the figure shows all that it shows at first: its digits, the numbers of its tables. */
function ready(page: TestPage, tag: string, place = 0): Promise<unknown> {
  return page.waitForFunction(
    (name, k) => {
      const { shadowRoot } = document.querySelectorAll(name)[k] ?? {};
      const cells = [...(shadowRoot?.querySelectorAll('td, dd') ?? [])];
      return shadowRoot?.querySelector('figure') && !shadowRoot.querySelector('.waiting') && cells.every(({ textContent }) => !textContent?.includes('…'));
    },
    {},
    tag,
    place,
  );
}

/** Down the page from figure to figure. */
async function visitFigures(page: TestPage): Promise<void> {
  for (const id of figureIds) {
    const tag = `downhill-${id}`;
    const count = await page.$$eval(tag, ({ length }) => length);
    for (let place = 0; place < count; place++) {
      await page.$$eval(tag, (all, k) => all[k]?.scrollIntoView({ behavior: 'instant' }), place);
      await ready(page, tag, place);
    }
  }
}

/** Each table's cell that its text leaves, each table that a grid may squeeze, and by how much the page scrolls sideways. */
function faults(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll('main *')].filter(({ shadowRoot }) => shadowRoot !== null);
    const roots: (Document | Element | ShadowRoot)[] = [document.querySelector('main') ?? document, ...figures.map(({ shadowRoot }) => shadowRoot as ShadowRoot)];
    const name = (root: unknown) => (root instanceof ShadowRoot ? root.host.id || root.host.localName : 'the text');
    const found = roots.flatMap((root) =>
      [...root.querySelectorAll('table')].flatMap((table) => {
        const squeezed = /grid|flex/.test(getComputedStyle(table.parentElement as Element).display) ? [`an item of a grid: ${table.className || table.id}`] : [];
        const outside = [...table.querySelectorAll('td, th, caption')].flatMap((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const [text, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
          // What only screen readers are told lies nowhere.
          if (text.width === 0 || box.width <= 1 || cell.closest('.for-screen-readers')) return [];
          return text.left < box.left - 1 || text.right > box.right + 1 ? [`out of its cell: ${cell.textContent?.trim()}`] : [];
        });
        return [...squeezed, ...outside].map((fault) => `${name(root)}: ${fault}`);
      }),
    );
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (sideways <= 0) return found;
    const wide = figures.filter((figure) => figure.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(({ id }) => id);
    return [...found, `scrolls sideways by ${sideways} px, ${wide}`];
  });
}

describeInBrowsers('a page with all of its figures', (open, _, site) => {
  it('has every number within its cell and scrolls sideways nowhere, at 1440, 390 and 320 pixels, in both languages', async () => {
    const { page } = await open('?lang=en', { viewport: { width: 1440, height: 900 } });
    await visitFigures(page);
    const found: string[] = [];
    for (const language of ['en', 'zh-Hans'])
      for (const width of [1440, 390, 320]) {
        await page.setViewport({ width, height: 900 });
        await page.$eval(`.switch[lang="${language}"]`, (button) => (button as HTMLElement).click());
        await page.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        found.push(...(await faults(page)).map((fault) => `${width} px, ${language}: ${fault}`));
      }
    expect(found).toEqual([]);
  });

  it('keeps them there when longer numbers come', async () => {
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
      expect(await faults(page)).toEqual([]);
    }
  });
});
