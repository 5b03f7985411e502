import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../.scripts/policy.mjs';
import { type Nginx, startNginx } from '../hosting/nginx.ts';
import { painted } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

const assets = readdirSync(join(import.meta.dirname, '../../dist/site/assets'));
const asset = (ending: string) => `assets/${assets.find((name) => name.endsWith(ending))}`;

describe('nginx, set up as the README says', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx();
  });
  afterAll(() => nginx?.stop());
  const ask = (path: string, headers = {}) => fetch(new URL(path, nginx.address), { headers });

  it.each([
    ['', 'text/html; charset=utf-8'],
    ['embed.js', 'application/javascript; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
    ['manifest.webmanifest', 'application/manifest+json'],
    [asset('.wasm'), 'application/wasm'],
    [asset('.css'), 'text/css'],
  ])('sends /%s as %s, packed', async (path, type) => {
    const { headers } = await ask(path);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('sends the digits as they are, since they are packed already', async () => {
    const { headers } = await ask(asset('.gz'));
    expect(headers.get('content-encoding')).toBeNull();
  });

  it('lets a browser keep what has a hash in its name, and ask for the rest', async () => {
    expect((await ask(asset('.js'))).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['', 'embed.js', 'service-worker.js']) expect((await ask(path)).headers.get('cache-control')).toBe('no-cache');
    const tag = (await ask('')).headers.get('etag') ?? '';
    expect((await ask('', { 'If-None-Match': tag })).status).toBe(304);
  });

  it('sends the policy of the page, but none beside that of embed.html, and lets other pages embed figures', async () => {
    const { headers } = await ask('');
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect((await ask('embed.html?figure=descent')).headers.get('content-security-policy')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});

describeInChromium('the site under a sub-folder of nginx', (open) => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx({ under: 'courses/2026/downhill' });
  });
  afterAll(() => nginx?.stop());

  it('computes on the page and trains in a worker', async () => {
    const { page } = await open(`${nginx.address}courses/2026/downhill/?lang=en`, { others: [`${nginx.address}courses/2026/downhill/`] });
    await painted(page, '#valleys #plot');
    await page.$eval('#training', (figure) => figure.scrollIntoView());
    await page.waitForFunction(() => document.querySelector('#training')?.shadowRoot?.querySelector('#play:not(:disabled)') != null);
    await page.$eval('#training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(50));
    await page.waitForFunction(() => document.querySelector('#training')?.shadowRoot?.querySelector('#iterations')?.textContent?.includes('50'));
  });
});
