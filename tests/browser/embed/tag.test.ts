import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { openBench, seen, usable } from '../figures/figure.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { blog } from './host.ts';

describeInBrowsers('a figure in the page of another site', (open, engine, site) => {
  const inDepth = itInChromium(engine);
  const host = blog();
  const openBlog = (html: string, expectedErrors?: RegExp) => {
    host.show(`<script type="module" src="${site.address}embed.js"></script></head><body>${html}`);
    return open(host.address, { others: [host.address], ...(expectedErrors && { expectedErrors }) });
  };

  it('is live', async () => {
    const { page } = await openBlog('<downhill-descent id="walk" learning-rate="0.1" start="-3,4" steps="20"></downhill-descent>');
    await openBench(page, '#walk');
    await seen(page, '#walk .stand td', '−0.0345876451');
  });

  inDepth('that the page adds later comes when the reader comes near it', async () => {
    const { page } = await openBlog('<main style="height: 3000px"></main>');
    await page.$eval('main', (main) => main.insertAdjacentHTML('afterend', '<div><downhill-descent></downhill-descent></div>'));
    // Far below the window nothing is loaded for it, but its room is kept.
    expect(await page.$eval('downhill-descent', (figure) => figure.clientHeight)).toBeGreaterThan(500);
    expect(site.asked.filter((path) => /descent|wasm/.test(path))).toEqual([]);
    await page.$eval('downhill-descent', (figure) => figure.scrollIntoView());
    await openBench(page, 'downhill-descent');
    await seen(page, 'downhill-descent .stand td', '−0.0345876451');
  });

  inDepth('in the shadow tree of a component comes too, in the language of the page around it, and follows that when it changes', async () => {
    const { page } = await openBlog(`<main lang="zh-CN"><article></article></main><script>
      document.querySelector('article').attachShadow({ mode: 'open' }).innerHTML = '<section><downhill-descent></downhill-descent></section>';
    </script>`);
    const reset = () =>
      page.evaluate(() => document.querySelector('article')?.shadowRoot?.querySelector('downhill-descent')?.shadowRoot?.querySelector('.tools button')?.textContent?.trim() ?? '');
    await expect.poll(reset, { timeout: 20_000 }).toBe('重置');
    await page.$eval('main', (main) => main.setAttribute('lang', 'en'));
    await expect.poll(reset).toBe('Reset');
  });

  it('keeps its run when the page moves it', async () => {
    const { page } = await openBlog('<header></header><downhill-training data="xor"></downhill-training>');
    await usable(page, 'downhill-training #play');
    await learn(page, 'downhill-training', 100);
    await seen(page, 'downhill-training #iterations', '100');
    await page.$eval('header', (header) => header.parentNode?.insertBefore(document.querySelector('downhill-training') as Element, header));
    await learn(page, 'downhill-training', 1);
    await seen(page, 'downhill-training #iterations', '101');
  });

  inDepth('tells the page what its reader is asked and finds, and keeps it on that machine alone', async () => {
    const { page } = await openBlog(`<downhill-descent plain question lang="en"></downhill-descent><script>
      document.addEventListener('downhill-found', ({ target, detail }) => { (globalThis.heard ??= []).push([target.localName, detail]); });
    </script>`);
    await usable(page, 'downhill-descent #rate');
    const tasks = () => page.$eval('downhill-descent', (figure) => (figure as HTMLElement & { tasks: readonly { id: string; text: string; found: boolean }[] }).tasks);
    expect(await tasks()).toContainEqual({ id: 'one-step', text: 'Find the learning rate that arrives at the bottom in a single step.', found: false });
    await page.$eval('downhill-descent >>> #rate', (slider) => {
      (slider as HTMLInputElement).value = '0.5';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => 'heard' in globalThis);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: unknown }).heard)).toEqual([['downhill-descent', { figure: 'descent', task: 'one-step', shown: false }]]);
    expect((await tasks()).filter(({ found }) => found).map(({ id }) => id)).toEqual(['one-step']);
    expect(await page.evaluate(() => localStorage.getItem('downhill-found'))).toBe('["descent/one-step"]');
  });

  inDepth('has its state as a property, also before it is loaded, and tells what the reader changes', async () => {
    const { page } = await openBlog(`<downhill-descent></downhill-descent><script>
      const figure = document.querySelector('downhill-descent');
      figure.state = { start: '2,1', steps: 8 };
      document.addEventListener('downhill-change', ({ target, detail }) => { (globalThis.heard ??= []).push([target === figure, detail]); });
    </script>`);
    await page.waitForSelector('downhill-descent[start="2,1"][steps="8"]');
    const handle = await page.waitForSelector('downhill-descent >>> .handle');
    await handle?.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction('globalThis.heard?.length === 1');
    expect(await page.evaluate('heard')).toEqual([[true, { figure: 'descent', state: { start: '2.1,1', steps: '8' } }]]);
    const refused = await page.$eval('downhill-descent', (figure) => {
      try {
        (figure as HTMLElement & { state: object }).state = { stride: 3 };
      } catch (error) {
        return String(error);
      }
      return '';
    });
    expect(refused).toMatch(/^RangeError: state names stride, but <downhill-descent> has .*learning-rate/);
    expect(await page.$eval('downhill-descent', (figure) => figure.getAttribute('start'))).toBe('2.1,1');
  });

  inDepth('needs of a strict page no more than the README says', async () => {
    const policy = `default-src 'none'; script-src ${site.address} 'wasm-unsafe-eval'; connect-src ${site.address}; worker-src blob: ${site.address}; style-src 'unsafe-inline'; font-src ${site.address}; img-src data:`;
    host.show(`<meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="${site.address}embed.js"></script></head><body>
      <downhill-training data="xor"></downhill-training>`);
    const { page } = await open(host.address, { others: [host.address] });
    await usable(page, 'downhill-training #play');
    await learn(page, 'downhill-training', 100);
    await seen(page, 'downhill-training #iterations', '100');
  });

  inDepth('shows what its author put into the tag while it is not there, and says so if it cannot come', async () => {
    const { page } = await openBlog(
      '<main style="height: 3000px"></main><downhill-descent lang="en"><b>A walk downhill</b></downhill-descent>',
      /descent|Failed to load|error loading|Cross-Origin Request Blocked/i,
    );
    expect(await page.$eval('downhill-descent b', (text) => text.checkVisibility())).toBe(true);
    await page.setOfflineMode(true);
    await page.$eval('downhill-descent', (figure) => figure.scrollIntoView());
    await page.waitForSelector('downhill-descent [role=alert]');
    expect(await page.$eval('downhill-descent', (figure) => figure.textContent)).toContain('This figure did not load. Reload the page to try again.');
  });

  inDepth('trains in a worker; several share one engine and two workers', async () => {
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

function learn(page: TestPage, figure: string, iterations: number): Promise<void> {
  return page.$eval(figure, (element, count) => (element as HTMLElement & { learn(count: number): void }).learn(count), iterations);
}
