import axe from 'axe-core';
import { expect, it } from 'vitest';
import { ofPuppeteer } from './driver/engines.ts';
import { describeInChromium } from './harness.ts';

describeInChromium('the exercises', (open) => {
  it('are in one language at a time, every part with its twin, the answers folded, without a fault that axe finds', async () => {
    const { page } = await open('exercises.html?lang=zh-Hans');
    const seen = (lang: string) => page.$$eval(`main [lang="${lang}"]`, (texts) => texts.filter((text) => text.checkVisibility()).length);
    const all = (lang: string) => page.$$eval(`main [lang="${lang}"]`, (texts) => texts.length);
    expect(await all('en')).toBe(await all('zh-Hans'));
    expect(await seen('en')).toBe(0);
    const chinese = await seen('zh-Hans');
    await page.click('.switch[lang=en]');
    expect(await seen('en')).toBe(chinese);
    expect(await seen('zh-Hans')).toBe(0);
    expect(await page.title()).toBe('Downhill: exercises');
    expect(await page.$$eval('.sheet details', (details) => details.filter(({ open: unfolded }) => unfolded).length)).toBe(0);
    expect(await page.$$eval('.answers', (answers) => answers.filter((each) => each.checkVisibility()).length)).toBe(0);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
      return (await scanner.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    expect(violations).toEqual([]);
  });

  it('of one section stand alone and are printed alone, and a section without any is said to be none', async () => {
    const { page } = await open('exercises.html?lang=en&section=4.4.1');
    const sheets = () => page.$$eval('.sheet', (all) => all.filter((sheet) => sheet.checkVisibility()).map(({ id }) => id));
    await expect.poll(sheets).toEqual(['4.4.1']);
    await page.goto(new URL('?lang=en&section=5.1', await page.url()).href);
    await page.waitForSelector('.figure-notice');
    expect(await page.$eval('.figure-notice [lang=en]', (notice) => notice.textContent)).toContain('no sheet for “5.1”');
    expect((await sheets()).length).toBe(12);
    const printed = await page.evaluate(() => {
      let shown: string[] = [];
      window.print = () => {
        shown = [...document.querySelectorAll<HTMLElement>('.sheet')].filter((sheet) => sheet.checkVisibility()).map(({ id }) => id);
      };
      document.querySelector<HTMLElement>('.print[value="4.2.5"]')?.click();
      dispatchEvent(new Event('afterprint'));
      return shown;
    });
    expect(printed).toEqual(['4.2.5']);
    expect((await sheets()).length).toBe(12);
  });

  it('mark what was found in the figures of a section', async () => {
    const { page } = await open('exercises.html?lang=en', { viewport: { width: 1440, height: 900 } });
    await page.evaluate(() => localStorage.setItem('downhill-found', '["descent/one-step","descent/jumps","errata/gone"]'));
    await page.reload();
    await page.waitForSelector('#contents .mark');
    expect(await page.$$eval('#contents a:has(.mark)', (links) => links.map((link) => [link.hash, link.querySelector('[aria-hidden]')?.textContent]))).toEqual([['#4.4.1', '✓ 2']]);
  });

  it('are printed with room to write, and all answers on pages of their own after them', async () => {
    const { page } = await open('exercises.html?lang=en');
    await ofPuppeteer(page).emulateMediaType('print');
    const inPrint = await page.$$eval('main > section', (sections) =>
      sections.map((section) => ({
        answers: section.className === 'answers',
        visible: section.checkVisibility(),
        breaks: getComputedStyle(section).breakBefore,
        unfolded: [...section.querySelectorAll('details')].some((details) => details.checkVisibility()),
      })),
    );
    expect(inPrint.map(({ answers }) => answers)).toEqual([...Array(12).fill(false), ...Array(12).fill(true)]);
    expect(inPrint.every(({ visible, unfolded }) => visible && !unfolded)).toBe(true);
    expect(inPrint.slice(1).every(({ breaks }) => breaks === 'page')).toBe(true);
    const pagesOf = async () =>
      (
        Buffer.from(await ofPuppeteer(page).pdf({ format: 'A4' }))
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g) ?? []
      ).length;
    expect(await pagesOf()).toBeGreaterThanOrEqual(24);
    await page.goto(new URL('?lang=en&section=4.4.1', await page.url()).href);
    await page.waitForSelector('[data-one-sheet]');
    expect(await pagesOf()).toBe(2);
  });
});
