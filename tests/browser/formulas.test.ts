import { expect, it } from 'vitest';
import { charactersOfPages } from '../../web/page/build/formula-characters.ts';
import type { TestPage } from './driver/test-page.ts';
import { describeInBrowsers } from './harness.ts';

/** The brackets of shown formulas that reach into the glyph before them, each with its formula. */
function overlapping(page: TestPage): Promise<string[]> {
  return page.$$eval('math', (formulas) => {
    const glyph = (leaf: Element) => {
      const range = document.createRange();
      range.selectNodeContents(leaf);
      return range.getBoundingClientRect();
    };
    return formulas
      .filter((formula) => formula.getClientRects().length > 0)
      .flatMap((formula) => {
        const leaves = [...formula.querySelectorAll('mi, mn, mo')].filter((leaf) => (leaf.textContent ?? '').trim() !== '');
        return leaves.flatMap((leaf, i) => {
          const before = leaves[i - 1];
          if (leaf.textContent !== '(' || !before) return [];
          const [bracket, last] = [glyph(leaf), glyph(before)];
          const sameLine = bracket.top < last.bottom && last.top < bracket.bottom;
          // Italics lean over their box a little.
          return sameLine && bracket.left < last.right - 0.4 * bracket.width ? [`${formula.textContent}: ${(last.right - bracket.left).toFixed(1)} px`] : [];
        });
      });
  });
}

/** The height of the formula's element is that of its glyphs, stretched or not. */
function heights(page: TestPage, selector: string): Promise<number[]> {
  return page.$$eval(selector, (elements) => elements.filter((each) => each.getClientRects().length > 0).map((each) => each.getBoundingClientRect().height));
}

describeInBrowsers('a formula', (open, _, site) => {
  const pages = new Map<string, Promise<TestPage>>();
  const at = (address: string) => {
    const page = pages.get(address) ?? open(address, { kept: true }).then((opened) => opened.page);
    pages.set(address, page);
    page.catch(() => pages.delete(address));
    return page;
  };

  it.each(['?lang=en', '?lang=zh', 'exercises.html?lang=en'])('has no bracket on the letter before it: %s', async (address) => {
    const page = await at(address);
    await page.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    expect(await overlapping(page)).toEqual([]);
  });

  it("is set in the site's own font, which has each of its characters", async () => {
    const page = await at('?lang=en');
    const foreign = await page.evaluate((characters) => {
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      const width = (character: string, font: string) => {
        context.font = font;
        return context.measureText(character).width;
      };
      // A character that the font has is as wide whatever stands after it in the list.
      return [...characters].filter((each) => new Set(['monospace', 'serif', 'cursive'].map((other) => width(each, `100px "Downhill Math", ${other}`))).size > 1);
    }, `${charactersOfPages()}√∑()`);
    expect(foreign).toEqual([]);
    // What no font of the site has is seen to be foreign.
    expect(await page.$eval('math', (formula) => getComputedStyle(formula).fontFamily)).toMatch(/^"?Downhill Math/);
  });

  it('does not move when its font comes: it is there before anything is painted', async () => {
    const { page } = await open('about:blank', { others: [site.address] });
    await page.evaluateOnNewDocument(() => {
      const widths = () => [...document.querySelectorAll('math')].map((formula) => formula.getBoundingClientRect().width);
      document.addEventListener('DOMContentLoaded', () =>
        // Asked before this test has anything laid out.
        requestAnimationFrame(() => {
          // The italic faces are the figures' own, for the letters in their pictures.
          const before = [...document.fonts].filter(({ family, style }) => /Downhill Math/.test(family) && style === 'normal').map(({ status }) => status);
          const first = widths();
          void document.fonts.ready.then(() => requestAnimationFrame(() => Object.assign(globalThis, { seenBefore: before, seenWidths: [first, widths()] })));
        }),
      );
    });
    await page.goto(`${site.address}?lang=en`, { waitUntil: 'load' });
    await page.waitForFunction('globalThis.seenWidths');
    expect(await page.evaluate('globalThis.seenBefore')).toEqual(['loaded']);
    const [first = [], last = []] = (await page.evaluate('globalThis.seenWidths')) as number[][];
    expect(first.filter((width) => width > 0).length).toBeGreaterThan(50);
    expect(last).toEqual(first);
  });

  it('has the sign of a root before what the root holds', async () => {
    const page = await at('exercises.html?lang=en');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const signs = await page.$$eval('msqrt', (roots) =>
      roots.filter((root) => root.getClientRects().length > 0).map((root) => (root.firstElementChild?.getBoundingClientRect().left ?? 0) - root.getBoundingClientRect().left),
    );
    expect(signs.length).toBeGreaterThan(0);
    for (const width of signs) expect(width).toBeGreaterThan(4);
  });

  it('stretches brackets around a matrix and a fraction, and has a large sum sign on a line of its own', async () => {
    const page = await at('?lang=en');
    const [plain = 0] = await heights(page, 'mo[form=prefix][stretchy=false]');
    const matrices = await heights(page, 'mtable');
    const around = await heights(page, 'mo[form=prefix]:has(+ mtable)');
    expect(matrices.length).toBeGreaterThan(2);
    expect(around).toHaveLength(matrices.length);
    for (const [i, matrix] of matrices.entries()) {
      expect(around[i]).toBeGreaterThan(1.5 * plain);
      expect(around[i]).toBeGreaterThan(0.85 * matrix);
    }
    const [fraction = 0] = await heights(page, 'math[display=block] mo[stretchy=true] + mfrac');
    expect((await heights(page, 'math[display=block] mo[stretchy=true]:has(+ mfrac)'))[0]).toBeGreaterThan(0.85 * fraction);
    const sums = await heights(page, 'math[display=block] munder > mo');
    expect(sums.length).toBeGreaterThan(1);
    for (const sum of sums) expect(sum).toBeGreaterThan(1.15 * plain);
  });
});

describeInBrowsers('the name of a variable in a figure', (open, _, site) => {
  it.each(['?lang=en#descent?bench=', 'embed.html?figure=descent&lang=en&bench='])("is set in the site's own italics, in the figure's shadow tree too: %s", async (address) => {
    const { page } = await open(address);
    await page.waitForFunction(() => document.querySelector('downhill-descent')?.shadowRoot?.querySelector('var') != null);
    await page.waitForFunction(() => [...document.fonts].some(({ family, style, status }) => family.includes('Downhill Math') && style === 'italic' && status === 'loaded'));
    expect(site.asked.some((path) => /letters-.*\.woff2$/.test(path))).toBe(true);
    expect(await page.$eval('downhill-descent >>> var', (name) => getComputedStyle(name).fontFamily)).toMatch(/^"?Downhill Math/);
  });
});
