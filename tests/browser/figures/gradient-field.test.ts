import { expect, it } from 'vitest';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInBrowsers, describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf } from './figure.ts';

const probe = '#gradient-field #probe-table';
const arrow = '#gradient-field .answer';
const drops = '#gradient-field .drops';

const pass = 'f=(x0^2-1)^2%2Bx1^2';

/** With its question; gives what `downhill-found` has told since. */
async function asked(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.$eval('#gradient-field', (figure) => {
    figure.setAttribute('question', '');
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    figure.addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  await seen(page, '#gradient-field .ask', 'saddle');
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

describeInChromium('gradient-field', (open) => {
  it("has the chapter's gradients, numerical and exact", async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field?probe=0,2&bench');
    await seen(page, probe, '4');
    expect(
      await page.$$eval('#gradient-field >>> #probe-table td', (cells) => cells.map((cell) => Math.round(Number(cell.textContent?.replaceAll('−', '-')) * 1e6) / 1e6 + 0)),
    ).toEqual([0, 0, 0, 4, 4]);
    const largest = await page.$eval('#gradient-field >>> .worst output', (output) => Number(output.textContent?.replaceAll('−', '-')));
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(1e-8);
    await painted(page, '#gradient-field #plot');
  });

  it('drops a point where the mouse presses, and it flows to the minimum', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field');
    await seen(page, arrow, '−∇f = (−3, −2)');
    const { x, y } = await centreOf(page, '#gradient-field #plot');
    await page.mouse.click(x + 80, y - 50);
    await seen(page, drops, 'flows to');
    const [x0 = 0, x1 = 0] = (await attribute(page, '#gradient-field', 'drops'))?.split(',').map(Number) ?? [];
    expect(x0).toBeGreaterThan(0);
    expect(x1).toBeGreaterThan(0);
    const f = await page.$eval('#gradient-field >>> .drops td:last-child', (cell) => Number(cell.textContent?.replaceAll('−', '-')));
    expect(f).toBeLessThan(1e-3);
  });

  it('drops a point at the ring by a key', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field?probe=1,1');
    await seen(page, arrow, '(−2, −2)');
    await (await page.waitForSelector('#gradient-field >>> .handle'))?.focus();
    await page.keyboard.press('d');
    await page.waitForFunction(() => document.querySelector('#gradient-field')?.getAttribute('drops') === '1,1');
    await (await page.waitForSelector('#gradient-field >>> .drops button:last-of-type'))?.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('#gradient-field')?.hasAttribute('drops'));
    expect(await page.$eval('#gradient-field', (figure) => figure.shadowRoot?.activeElement?.textContent)).toContain('Drop a point here');
  });

  it('drops a point where a finger taps', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field', { viewport: { width: 390, height: 844 } });
    await seen(page, arrow, '(−3, −2)');
    const { x, y } = await centreOf(page, '#gradient-field #plot');
    await page.touchscreen.tap(x - 50, y + 50);
    await page.waitForFunction(() => document.querySelector('#gradient-field')?.getAttribute('drops')?.startsWith('-'));
  });

  it('shows f as the reader types it, and where it makes no sense', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field?f=x0^2/20%2Bx1^2&probe=10,1&bench');
    await seen(page, probe, '1');
    expect(
      await page.$$eval('#gradient-field >>> #probe-table td', (cells) => cells.map((cell) => Math.round(Number(cell.textContent?.replaceAll('−', '-')) * 1e6) / 1e6 + 0)),
    ).toEqual([0, 1, 1, 2, 2]);
    const field = await page.waitForSelector('#gradient-field >>> #expression');
    await field?.click({ count: 3 });
    await page.keyboard.type('x0^2 + (x1');
    await page.keyboard.press('Enter');
    await seen(page, '#gradient-field .notices', 'cannot be used as f');
    expect(await textOf(page, '#gradient-field .notices')).toContain('^');
    await painted(page, '#gradient-field #plot');
  });

  it('knows a function of the catalogue as the label has it, and keeps it as it was typed', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field?f=x0*x1&bench');
    await seen(page, '#gradient-field select', 'my own');
    const field = await page.waitForSelector('#gradient-field >>> #expression');
    await field?.click({ count: 3 });
    await page.keyboard.type('f(x₀, x₁) = x₀²/20 + x₁²');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#gradient-field')?.getAttribute('f') === 'f(x₀, x₁) = x₀²/20 + x₁²');
    await page.waitForFunction(
      () => document.querySelector('#gradient-field')?.shadowRoot?.querySelector<HTMLSelectElement>('#choice')?.selectedOptions[0]?.textContent === 'long valley',
    );
    expect(await page.$eval('#gradient-field >>> .notices', (notices) => notices.textContent?.trim())).toBe('');
  });

  it('is zoomed by its buttons, and shown whole again', async () => {
    const { page } = await openAlone(open, '?lang=zh#gradient-field');
    await seen(page, arrow, '(−3, −2)');
    await (await page.waitForSelector('#gradient-field >>> button[aria-label="放大"]'))?.click();
    await page.waitForFunction(() => document.querySelector('#gradient-field')?.hasAttribute('x0'));
    await page.$eval('#gradient-field', (figure) => figure.setAttribute('f', '1/2x0'));
    await seen(page, '#gradient-field .notices', '两种读法');
    await (await page.waitForSelector('#gradient-field >>> .view button:nth-child(3)'))?.click();
    await page.waitForFunction(() => !document.querySelector('#gradient-field')?.hasAttribute('x0'));
  });

  it('notices a drop of the reader’s that comes to rest on the saddle, once it is there, and not that of a link', async () => {
    const { page } = await openAlone(open, `?lang=en#gradient-field?${pass}&drops=0,1.5&probe=0.05,1.5`);
    await seen(page, drops, '(0, 1.5)');
    const heard = await asked(page);
    const ring = await page.waitForSelector('#gradient-field >>> .handle');
    await ring?.focus();
    await page.keyboard.press('d');
    await seen(page, drops, '(0.05, 1.5)');
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(await heard()).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('d');
    await seen(page, '#gradient-field .told', 'level, but not low');
    expect(await heard()).toEqual([{ figure: 'gradient-field', task: 'saddle', shown: false }]);
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await seen(page, arrow, '(−3, −2)');
    const heard = await asked(page);
    await page.$eval('#gradient-field >>> #show-me', (button) => (button as HTMLElement).click());
    await seen(page, '#gradient-field .told', 'Shown: From (0, 1.5)');
    expect(await heard()).toEqual([{ figure: 'gradient-field', task: 'saddle', shown: true }]);
    expect(await page.$eval('#gradient-field >>> #choice', (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent)).toBe('two valleys and a pass');
  });

  it('lets a pointer drop on round places alone', async () => {
    const { page } = await openAlone(open, `?lang=en#gradient-field?${pass}`);
    await seen(page, arrow, '−∇f');
    const { x, y } = await centreOf(page, '#gradient-field #plot');
    for (const by of [37, 38, 41]) await page.mouse.click(x + by, y - by);
    const dropped = (await attribute(page, '#gradient-field', 'drops'))?.split(/[;,]/).map(Number) ?? [];
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.filter((at) => Math.abs(20 * at - Math.round(20 * at)) > 1e-9)).toEqual([]);
  });
});

describeInBrowsers('a drop of gradient-field', (open) => {
  it('falls where the mouse presses, to which the ring has followed it', async () => {
    const { page } = await openAlone(open, '?lang=en#gradient-field');
    await seen(page, arrow, '−∇f = (−3, −2)');
    const { x, y } = await centreOf(page, '#gradient-field #plot');
    for (const away of [60, 70, 80]) await page.mouse.move(x - away, y - 50);
    await seen(page, arrow, '−∇f = (');
    await page.mouse.down();
    await page.mouse.up();
    await seen(page, drops, 'flows to');
    const [x0 = 0, x1 = 0] = (await attribute(page, '#gradient-field', 'drops'))?.split(',').map(Number) ?? [];
    expect([Math.sign(x0), Math.sign(x1)]).toEqual([-1, 1]);
  });
});
