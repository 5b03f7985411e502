import { expect, it } from 'vitest';
import { openBench, seen, usable } from '../figures/figure.ts';
import { describeInChromium } from '../harness.ts';
import { blog } from './host.ts';

describeInChromium('the dialog to take a figure along', (open, _, site) => {
  const host = blog();

  it('opens and closes by keys, gives three texts with the state as it is, and what it gives works on another page', async () => {
    const { page } = await open('?lang=en#descent?start=2,1&learning-rate=0.3&steps=8');
    await usable(page, '#descent #embed');
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('steps') === '8');
    await (await page.$('#descent >>> #embed'))?.focus();
    await page.keyboard.press('Enter');
    await usable(page, '#descent dialog[open]');
    const [tag = '', frame = '', link = ''] = await page.$$eval('#descent >>> dialog textarea', (areas) => areas.map(({ value }) => value));
    expect(tag).toContain(`<script type="module" src="${site.address}embed.js"></script>`);
    expect(tag).toContain('start="2,1" learning-rate="0.3" steps="8"');
    expect(link).toBe(`${site.address}?lang=en#descent?start=2,1&learning-rate=0.3&steps=8`);
    await (await page.$('#descent >>> dialog [data-copy=tag]'))?.click();
    await seen(page, '#descent dialog [role=status]', 'Copied.');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => {
      const root = document.querySelector('#descent')?.shadowRoot;
      return root?.activeElement?.id === 'embed' && !root.querySelector('dialog');
    });

    host.show(`</head><body>${tag}${frame}`);
    const { page: elsewhere } = await open(host.address, { others: [host.address] });
    // Eight steps of 0.3 on x0² + x1², each of which leaves 0.4 of both coordinates: 2 · 0.4⁸.
    await openBench(elsewhere, 'downhill-descent');
    await seen(elsewhere, 'downhill-descent .stand td', '0.00131072');
    await elsewhere.$eval('iframe', (element) => element.scrollIntoView());
    const framed = await (await elsewhere.$('iframe'))?.contentFrame();
    await framed?.waitForSelector('downhill-descent[start="2,1"][learning-rate="0.3"][steps="8"]');
  });

  it('gives the figure with its question, or its stage alone, as its boxes say', async () => {
    const { page } = await open('?lang=en#descent');
    await usable(page, '#descent #embed');
    await (await page.$('#descent >>> #embed'))?.click();
    await usable(page, '#descent dialog[open]');
    const texts = () => page.$$eval('#descent >>> dialog textarea', (areas) => areas.map(({ value }) => value).slice(0, 2));
    const heightOf = (frame: string | undefined) => Number(/height: (\d+)px/.exec(frame ?? '')?.[1]);
    const [asked, askedFrame] = await texts();
    // As in the chapter.
    expect(asked).toContain('<downhill-descent lang="en" question></downhill-descent>');
    expect(askedFrame).toContain('?figure=descent&amp;lang=en&amp;question=');
    const [plain, question] = await page.$$('#descent >>> dialog [type=checkbox]');
    await plain?.click();
    await expect.poll(texts).toEqual([expect.stringContaining('<downhill-descent lang="en" plain question>'), expect.stringContaining('&amp;plain=&amp;question="')]);
    expect(heightOf((await texts())[1])).toBeLessThan(heightOf(askedFrame));
    await question?.click();
    await expect.poll(texts).toEqual([expect.stringContaining('<downhill-descent lang="en" plain>'), expect.stringContaining('&amp;plain="')]);
  });

  it('is in the language of the figure, and on another page links to the chapter of the site', async () => {
    host.show(`<script type="module" src="${site.address}embed.js"></script></head><body><downhill-descent lang="zh-Hans" theme="dark" steps="8"></downhill-descent>`);
    const { page } = await open(host.address, { others: [host.address] });
    await usable(page, 'downhill-descent #embed');
    await (await page.$('downhill-descent >>> #embed'))?.click();
    await seen(page, 'downhill-descent dialog h3', '把这幅图带走');
    const [tag, , link] = await page.$$eval('downhill-descent >>> dialog textarea', (areas) => areas.map(({ value }) => value));
    expect(tag).toContain('<downhill-descent lang="zh-Hans" theme="dark" steps="8"></downhill-descent>');
    expect(link).toBe(`${site.address}?lang=zh-Hans#descent?steps=8`);
  });
});
