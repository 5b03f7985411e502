import { expect, it } from 'vitest';
import { figureIds } from '../../../web/figures/catalogue.ts';
import { languages } from '../../../web/i18n/language.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { drawnCanvases, faultsOfTexts, recordTexts } from './drawn-texts.ts';
import { arrived, hasPaint, settled, until } from './figure.ts';

describeInChromium('the texts of a picture', (open) => {
  it.each([
    ['on a phone', 390, 844, ''],
    ['on the page', 1280, 720, ''],
    ['on a slide', 1920, 1080, 'classroom='],
  ])('do not lie on one another, and none is cut off, in either language: %s, %d × %d', async (_, width, height, classroom) => {
    const { page } = await open('embed.html', { viewport: { width, height } });
    await recordTexts(page);
    await page.goto(new URL(`./?lang=en&${classroom}`, await page.url()).href, { waitUntil: 'load' });
    const faults: string[] = [];
    let texts = 0;
    for (const figure of figureIds) {
      if (classroom) {
        await page.evaluate((id) => location.assign(`#${id}`), figure);
        await page.waitForFunction((id) => document.querySelector(`#${id}.on-slide`)?.shadowRoot?.querySelector('[part=stage]') != null, {}, figure);
      } else await arrived(page, `#${figure}`);
      for (const language of languages) {
        await page.$eval(`.switch[lang="${language}"]`, (button) => (button as HTMLElement).click());
        const canvases = await atRest(page, figure);
        texts += canvases.flatMap((canvas) => canvas.texts).length;
        const found = canvases.flatMap(faultsOfTexts);
        faults.push(...[...new Set(found)].map((fault) => `${figure}, ${language}: ${fault}`));
      }
    }
    expect(faults.join('\n')).toBe('');
    // They have been read at all.
    expect(texts).toBeGreaterThan(600);
  });

  it.each([320, 390, 1280])('do not lie on one another on the map of the valleys, %d pixels wide', async (width) => {
    const { page } = await open('embed.html', { viewport: { width, height: 720 } });
    await recordTexts(page);
    await page.goto(new URL('embed.html?figure=valleys&map=&walkers=1,1&lang=en', await page.url()).href, { waitUntil: 'load' });
    await page.waitForSelector('downhill-valleys');
    await page.$eval('downhill-valleys', (figure) => figure.setAttribute('id', 'valleys'));
    const canvases = await atRest(page, 'valleys');
    expect(canvases.flatMap((canvas) => canvas.texts)).not.toEqual([]);
    expect(canvases.flatMap(faultsOfTexts)).toEqual([]);
  });
});

/** The canvases of a stage, once each has its paint and none writes anything else. */
async function atRest(page: TestPage, figure: string) {
  const ids = await page.$$eval(`#${figure} >>> [part=stage] canvas:not([role=application])`, (all) => all.filter((canvas) => canvas.checkVisibility()).map(({ id }) => id));
  for (const id of ids) await until(() => hasPaint(page, `#${figure} #${id}`, 20), `paint on #${id} of ${figure}`);
  return settled(page, () => drawnCanvases(page, figure), { still: 12 });
}
