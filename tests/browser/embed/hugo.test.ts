import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../../.scripts/serve.mjs';
import { openBench, painted, seen } from '../figures/figure.ts';
import { describeInChromium } from '../harness.ts';

describeInChromium('a blog made by Hugo', (open, _, site) => {
  let folder: string;
  let host: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'downhill-hugo-'));
    const source = join(folder, 'source');
    // Hugo writes into the folder that it reads.
    cpSync(join(import.meta.dirname, '../../hugo'), source, { recursive: true });
    const post = join(source, 'content/posts/walk.md');
    writeFileSync(post, readFileSync(post, 'utf8').replaceAll('SITE/', site.address));
    execFileSync('hugo', ['--quiet', '--source', source, '--destination', join(folder, 'site')]);
    host = await serve(join(folder, 'site'), { policy: null });
  });
  afterAll(async () => {
    await host?.close();
    rmSync(folder, { recursive: true });
  });

  it('shows what stands within the shortcode, alive and with its state, and leaves out what does not', async () => {
    const { page } = await open(new URL('posts/walk/', host.address).href, { others: [host.address] });
    await painted(page, 'downhill-descent #plot');
    await openBench(page, 'downhill-descent');
    await seen(page, 'downhill-descent .stand td', '−0.0345876451');
    await page.$eval('downhill-simple-net', (figure) => figure.scrollIntoView());
    await seen(page, 'li>downhill-simple-net .tools', '重置');
    expect(await page.$$eval('downhill-loss', (figures) => figures.length)).toBe(0);
    await page.$eval('iframe', (frame) => frame.scrollIntoView());
    const frame = await (await page.$('iframe'))?.contentFrame();
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#play:not(:disabled)') != null);
    await frame?.$eval('downhill-training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(50));
    await frame?.waitForFunction(() => document.querySelector('downhill-training')?.shadowRoot?.querySelector('#iterations')?.textContent?.includes('50'));
  });
});
