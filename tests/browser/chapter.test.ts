import { expect, it } from 'vitest';
import { ofPuppeteer } from './driver/engines.ts';
import type { TestPage } from './driver/test-page.ts';
import { arrived, readThrough, seen, usable } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

const text = (page: TestPage, selector: string) => page.$$eval(selector, (elements) => elements.filter((each) => each.getClientRects().length > 0).map((each) => each.textContent));
const language = (page: TestPage) => page.evaluate(() => document.documentElement.lang);
const background = (page: TestPage) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** Presses what is shown of several. */
const press = async (page: TestPage, selector: string) => {
  for (const button of await page.$$(selector)) if (await button.isVisible()) return button.click();
  throw new Error(`nothing of ${selector} is to be seen`);
};

/** The page as a browser with these preferred languages gets it. */
async function preferring(page: TestPage, languages: readonly string[]): Promise<void> {
  await page.evaluateOnNewDocument((given) => Object.defineProperty(Navigator.prototype, 'languages', { get: () => given }), languages);
  await page.reload();
}

describeInChromium('the language of the page', (open) => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['en-GB', 'zh'], 'en'],
    [['fr', 'zh-TW', 'en'], 'zh-Hans'],
    [['fr'], 'en'],
  ])('is, where the browser asks for %j, %s', async (preferred, expected) => {
    const { page } = await open();
    await preferring(page, preferred);
    expect(await language(page)).toBe(expected);
  });

  it('is changed by a switch, title and all, and is kept', async () => {
    const { page } = await open('?lang=en');
    expect(await page.title()).toBe('Downhill: how a neural network learns');
    expect(await text(page, 'h1 span')).toEqual(['Downhill']);
    await press(page, '.switch[lang="zh-Hans"]');
    expect(await language(page)).toBe('zh-Hans');
    expect(await text(page, 'h1 span')).toEqual(['下山']);
    expect(await page.title()).toBe('下山：神经网络是怎样学习的');
    expect(await page.$eval('meta[name=description]', (meta) => meta.getAttribute('content'))).toContain('浏览器');
    await page.reload();
    expect(await language(page)).toBe('zh-Hans');
  });

  it('that the address asks for comes before the one that was kept', async () => {
    const { page } = await open('?lang=zh');
    await press(page, '.switch[lang="en"]');
    expect(await page.evaluate(() => location.search)).toBe('');
    await page.goto(new URL('?lang=zh-CN', await page.url()).href);
    expect(await language(page)).toBe('zh-Hans');
  });

  it('is the only one that is seen, and each text has its twin', async () => {
    const { page } = await open('?lang=zh');
    expect(await text(page, 'main [lang="en"], #contents [lang="en"]')).toEqual([]);
    const lonely = await page.$$eval('main [lang="en"], #contents [lang="en"]', (blocks) =>
      blocks
        .filter(({ className, nextElementSibling: twin }) => twin?.getAttribute('lang') !== 'zh-Hans' || twin.className !== className || !/\p{Script=Han}/u.test(twin.textContent))
        .map((each) => each.textContent),
    );
    expect(lonely).toEqual([]);
    expect(await page.$$eval('main section [lang="en"]', (blocks) => blocks.length)).toBeGreaterThan(20);
  });
});

describeInChromium('the theme of the page', (open) => {
  it('is changed by a switch, and is kept', async () => {
    const { page } = await open('?theme=light');
    const light = await background(page);
    await press(page, '.theme');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    expect(await page.$eval('.theme', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    await page.reload();
    expect(await background(page)).toBe(dark);
    await press(page, '.theme');
    expect(await background(page)).toBe(light);
  });

  it('is what the address asks for', async () => {
    const { page } = await open('?theme=dark');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });
});

describeInChromium('the list of contents', (open) => {
  it('marks the section that is read', async () => {
    const { page } = await open('?lang=en', { viewport: { width: 1440, height: 900 } });
    await press(page, '#contents a[href="#4.4.1"]');
    await page.waitForFunction(() => document.querySelector('#contents [aria-current]')?.getAttribute('href') === '#4.4.1');
    expect(await page.$$eval('#contents [aria-current]', (links) => links.length)).toBe(1);
  });

  it('is folded on a phone, opens by its button and folds when a link is followed', async () => {
    const { page } = await open('?lang=en', { viewport: { width: 390, height: 844 } });
    expect(await text(page, '#contents')).toEqual([]);
    await press(page, '.open-contents');
    expect(await text(page, '#contents')).toHaveLength(1);
    await press(page, '#contents a[href="#4.3"]');
    await page.waitForFunction(() => document.querySelector('#contents')?.getClientRects().length === 0);
    expect(await page.evaluate(() => location.hash)).toBe('#4.3');
  });

  it('marks a section once a task of its figure is found, counts all that was found, and forgets it at the press of its button', async () => {
    const { page } = await open('?lang=en', { viewport: { width: 1440, height: 900 } });
    expect(await text(page, '#contents .mark, #contents .found')).toEqual([]);
    await arrived(page, '#descent');
    await usable(page, '#descent #rate');
    // With half of the slope one step arrives.
    await page.$eval('#descent >>> #rate', (slider) => {
      (slider as HTMLInputElement).value = '0.5';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForSelector('#contents a[href="#4.4.1"] .mark');
    expect(await page.$$eval('#contents .mark', (marks) => marks.length)).toBe(1);
    expect(await page.$eval('#contents .mark', (mark) => [...mark.querySelectorAll<HTMLElement>('[aria-hidden], [lang=en]')].map((part) => part.textContent))).toEqual([
      '✓',
      '1 found',
    ]);
    await seen(page, '#descent .tick', '✓');
    await page.reload();
    await page.waitForSelector('#contents a[href="#4.4.1"] .mark');
    await press(page, '#contents .found button');
    await page.waitForFunction(() => document.querySelector('#contents .mark') === null);
    expect(await text(page, '#contents .found')).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('downhill-found'))).toBeNull();
  });

  it('comes after a link, the first to be reached by keyboard, that leads past it', async () => {
    const { page } = await open('?lang=en');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });
});

describeInChromium('the text', (open) => {
  it('has its formulas as MathML that is drawn', async () => {
    const { page } = await open('?lang=en');
    const sizes = await page.$$eval('main math', (all) => all.filter((each) => each.getClientRects().length > 0).map((each) => each.getBoundingClientRect().height));
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThan(5);
    expect(await page.$$eval('main merror', (all) => all.length)).toBe(0);
  });

  it('can be read where a figure does not load, and says so', async () => {
    const { page } = await open('?lang=en', { expectedErrors: /Failed to load|dynamically imported|NetworkError|NS_ERROR/ });
    await ofPuppeteer(page).setRequestInterception(true);
    ofPuppeteer(page).on('request', (request) => void (request.url().includes('/valleys-') ? request.abort() : request.continue()));
    await page.reload();
    const notice = await page.waitForSelector('#opening .figure-notice [lang=en]');
    expect(await notice?.evaluate((element) => element.textContent)).toMatch(/^This figure did not load\..+\(.+\)$/);
    expect(await text(page, '#opening > downhill-valleys + div')).toHaveLength(1);
  });

  it.each([
    [390, '?lang=en', '#valleys #map'],
    [1024, '?lang=zh', '#valleys #map'],
    [390, '?lang=en#errata?mistake=summed-loss', '#errata #answer'],
    [320, '?lang=en#generalisation', '#generalisation #play'],
  ])('stays where it is while figures load: at %d pixels, %s', async (width, address, arrived) => {
    const { page } = await open(address, { viewport: { width, height: 844 } });
    await usable(page, arrived);
    if (address === '?lang=en') await readThrough(page);
    expect(await shiftOf(page)).toBeLessThan(0.02);
  });
});

/** The sum of all layout shifts since the page was opened. */
function shiftOf(page: TestPage): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
