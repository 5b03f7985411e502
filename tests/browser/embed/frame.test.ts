import { expect, it } from 'vitest';
import { seen } from '../figures/figure.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { blog } from './host.ts';

describeInBrowsers('a figure in a frame', (open, engine, site) => {
  const inDepth = itInChromium(engine);
  const host = blog();

  it('is live and trains where the frame may do nothing but run scripts, and gets the height that it needs', async () => {
    host.show(`<script src="${site.address}resize.js"></script></head><body>
      <iframe id="one" src="${site.address}embed.html?figure=training&amp;data=xor&amp;lang=en" sandbox="allow-scripts" title="A net learns" style="width: 100%; height: 900px"></iframe>
      <iframe id="other" src="${site.address}embed.html?figure=descent" sandbox="allow-scripts" title="A walk" style="width: 100%; height: 900px"></iframe>`);
    const { page } = await open(host.address, { others: [host.address] });
    const frame = await (await page.$('#one'))?.contentFrame();
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#play:not(:disabled)') != null);
    await frame?.$eval('downhill-training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(100));
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#iterations')?.textContent?.includes('100'));
    const scrolls = () => frame?.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    await expect.poll(scrolls).toBe(0);
    await page.waitForFunction(() => {
      const [one = 0, other = 0] = [...document.querySelectorAll('iframe')].map(({ clientHeight }) => clientHeight);
      return one !== 900 && other !== 900 && one !== other;
    });
  });

  inDepth('needs of a strict page no more than its README says', async () => {
    host.show(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${site.address}; script-src ${site.address}; style-src 'unsafe-inline'; img-src data:">
      </head><body><iframe src="${site.address}embed.html?figure=loss&amp;lang=en" title="A loss" sandbox="allow-scripts" style="width: 100%; height: 200px"></iframe>
      <script src="${site.address}resize.js"></script>`);
    const { page } = await open(host.address, { others: [host.address] });
    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 400);
  });

  inDepth('runs and asks for nothing but what is of its own site', async () => {
    const elsewhere = 'http://localhost:1/';
    host.show(`</head><body><iframe src="${site.address}embed.html?figure=descent" sandbox="allow-scripts" title="A walk"></iframe>`);
    const { page } = await open(host.address, { others: [host.address, elsewhere], expectedErrors: /Content.Security.Policy|Refused to|violates|blocked|localhost:1\//i });
    const frame = await (await page.$('iframe'))?.contentFrame();
    await frame?.waitForFunction(() => document.querySelector('downhill-descent')?.shadowRoot?.querySelector('figure') != null);
    const tried = await frame?.evaluate(
      async (own, foreign) => {
        const refused: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
          if (disposition === 'enforce') refused.push(effectiveDirective);
        });
        const inline = document.createElement('script');
        inline.textContent = 'globalThis.ranInline = true';
        document.body.append(inline);
        const script = document.createElement('script');
        script.src = `${foreign}script.js`;
        const ended = new Promise<void>((resolve) => script.addEventListener('error', () => resolve()));
        document.body.append(script);
        await ended;
        const asked = async (address: string) =>
          await fetch(address).then(
            ({ ok }) => ok,
            () => false,
          );
        const answers = [await asked(`${foreign}sent`), await asked(`${own}icon.svg`)];
        return { inline: 'ranInline' in globalThis, foreign: answers[0], own: answers[1], refused: [...new Set(refused)].sort() };
      },
      site.address,
      elsewhere,
    );
    expect(tried).toEqual({ inline: false, foreign: false, own: true, refused: ['connect-src', 'script-src-elem'] });
  });

  inDepth('takes language, theme and state from the address, and says what it could not use', async () => {
    const { page } = await open('embed.html?figure=descent&lang=zh-Hans&theme=dark&start=1,2&steps=8&onclick=alert(1)');
    await page.waitForSelector('downhill-descent');
    expect(await page.$eval('downhill-descent', (figure) => (figure as HTMLElement & { state: object }).state)).toEqual({ start: '1,2', steps: '8' });
    expect(await page.$eval('[role=alert]', (line) => line.textContent)).toBe('地址中的 onclick 未采用：这幅图没有这项设置。');
    await seen(page, 'downhill-descent .tools', '重置');
    const [ink = 0] = await page.$eval('downhill-descent', (figure) => getComputedStyle(figure).color.match(/\d+/g)?.map(Number) ?? []);
    expect(ink).toBeGreaterThan(200);
  });

  inDepth('asks its question, and is its stage alone, where the address says so', async () => {
    const { page } = await open('embed.html?figure=descent&lang=en');
    await seen(page, 'downhill-descent .tools', 'Reset');
    const parts = () => page.$eval('downhill-descent', (figure) => ['question', 'stage', 'bench'].filter((part) => figure.shadowRoot?.querySelector(`[part=${part}]`)));
    expect(await parts()).toEqual(['stage', 'bench']);
    await page.goto(`${site.address}embed.html?figure=descent&lang=en&plain&question`);
    await seen(page, 'downhill-descent .ask', 'in a single step');
    expect(await parts()).toEqual(['question', 'stage']);
    expect(await page.$eval('downhill-descent', (figure) => figure.shadowRoot?.querySelector('.tools'))).toBeNull();
    expect(await page.$('[role=alert]')).toBeNull();
  });

  inDepth('says which figures there are if it is asked for none of them', async () => {
    const { page } = await open('embed.html?figure=ascent&lang=en');
    await page.waitForSelector('[role=alert]');
    expect(await page.$eval('body', (body) => body.textContent)).toContain('The address asks for a figure “ascent”, which does not exist. It can show:');
    expect(await page.$$eval('li a', (links) => links.map((link) => link.textContent))).toEqual(expect.arrayContaining(['descent', 'derivative', 'training']));
    await page.click('a[href*="figure=descent"]');
    await page.waitForSelector('downhill-descent');
  });

  inDepth('fits into 320 pixels, whichever it is', async () => {
    const { page } = await open('embed.html', { viewport: { width: 320, height: 700 } });
    await page.waitForSelector('li');
    for (const id of await page.$$eval('li a', (links) => links.map((link) => link.textContent ?? ''))) {
      await page.goto(`${site.address}embed.html?figure=${id}`);
      await page.waitForFunction((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('figure') != null, {}, `downhill-${id}`);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${id}: ${tooWide}`).toBe(`${id}: 0`);
    }
  });
});
