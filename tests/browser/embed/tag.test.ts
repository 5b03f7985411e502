import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { seen, usable } from '../figures/figure.ts';
import { describeInBrowsers } from '../harness.ts';
import { blog } from './host.ts';

describeInBrowsers('a figure in the page of another site', (open, _, site) => {
  const host = blog();
  const openBlog = (html: string) => {
    host.show(`<script type="module" src="${site.address}embed.js"></script></head><body>${html}`);
    return open(host.address, { others: [host.address] });
  };

  it('is live', async () => {
    const { page } = await openBlog('<downhill-descent id="walk" learning-rate="0.1" start="-3,4" steps="20"></downhill-descent>');
    await seen(page, '#walk .stand td', '−0.0345876451');
  });

  it('trains in a worker; several share one engine and two workers', async () => {
    const { page } = await openBlog(
      '<downhill-training id="a" data="xor"></downhill-training><downhill-training id="b" data="circle"></downhill-training><downhill-descent></downhill-descent>',
    );
    for (const id of ['#a', '#b']) {
      await page.$eval(id, (figure) => figure.scrollIntoView());
      await usable(page, `${id} #play`);
      await learn(page, id, 100);
      await seen(page, `${id} #iterations`, '100');
    }
    expect(site.asked.filter((path) => path.endsWith('.wasm')).length).toBeLessThanOrEqual(3);
    expect(site.asked.filter((path) => path.includes('worker')).length).toBeLessThanOrEqual(2);
  });
});

function learn(page: Page, figure: string, iterations: number): Promise<void> {
  return page.$eval(figure, (element, count) => (element as HTMLElement & { learn(count: number): void }).learn(count), iterations);
}
