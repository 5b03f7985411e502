import { expect, it } from 'vitest';
import { learntNet, pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, painted, seen, textOf, until, usable } from './figure.ts';

/** Of each digit, for the figure's net. */
const losses = (() => {
  using data = pageDigits();
  using net = learntNet(data, 500);
  return engine.sampleLosses(net, data);
})();
const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
const sigma = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / losses.length);

const number = async (page: TestPage, id: string) => Number(await textOf(page, `#mini-batch #${id}`));

async function press(page: TestPage, selector: string): Promise<void> {
  await usable(page, `#mini-batch ${selector}`);
  await page.$eval(`#mini-batch >>> ${selector}`, (button) => (button as HTMLElement).click());
}

/** The question is asked, and what `downhill-found` tells is heard. */
async function ask(page: TestPage): Promise<void> {
  await page.$eval('#mini-batch', (figure) => {
    const found: unknown[] = [];
    Object.assign(globalThis, { found });
    figure.addEventListener('downhill-found', (event) => found.push((event as CustomEvent).detail));
    figure.setAttribute('question', '');
  });
}

const heard = (page: TestPage) => page.evaluate(() => (globalThis as unknown as { found: unknown[] }).found);

describeInChromium('mini-batch', (open) => {
  it('shows the digits of one mini-batch and its loss first, and then a thousand', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch');
    await seen(page, '#mini-batch .answer', 'is the loss of this mini-batch of 100 digits');
    await painted(page, '#mini-batch #batch');
    await painted(page, '#mini-batch #histogram');
    expect(Math.abs((await number(page, 'answer')) - mean)).toBeLessThan((5 * sigma) / 10);
    await press(page, '#thousand');
    await seen(page, '#mini-batch .answer', 'is the width of the histogram');
    expect(Math.abs((await number(page, 'answer')) / (sigma / 10) - 1)).toBeLessThan(0.15);
    expect(await attribute(page, '#mini-batch', 'seed')).toBe('2');
  });

  it('draws on the bench whenever that is unfolded', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch');
    await seen(page, '#mini-batch .answer', 'is the loss of');
    for (let k = 0; k < 2; k++) {
      await page.$eval('#mini-batch', (figure) => figure.setAttribute('bench', ''));
      await painted(page, '#mini-batch #widths');
      await page.$eval('#mini-batch', (figure) => figure.removeAttribute('bench'));
      await until(async () => !(await hasPaint(page, '#mini-batch #widths')), 'a bench that is folded');
    }
  });

  it('notices that the reader has made it half as wide, keeps what was drawn before, and counts no link', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch?draw=thousand&batch-size=100');
    await ask(page);
    await seen(page, '#mini-batch .answer', 'is the width of the histogram');
    await page.$eval('#mini-batch', (figure) => figure.setAttribute('batch-size', '400'));
    await seen(page, '#mini-batch .answer', 'mini-batches of 400');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard(page)).toEqual([]);
    await press(page, '.preset:nth-of-type(3)');
    await seen(page, '#mini-batch .answer', 'mini-batches of 100');
    await new Promise((resolve) => setTimeout(resolve, 900));
    await page.$eval('#mini-batch >>> .typed', (element) => {
      const typed = element as HTMLInputElement;
      typed.value = '400';
      typed.dispatchEvent(new Event('change'));
    });
    await seen(page, '#mini-batch .told', 'From 100 digits to 400');
    await seen(page, '#mini-batch .earlier', 'n = 100: width 0.06');
    expect(await heard(page)).toEqual([{ figure: 'mini-batch', task: 'half-width', shown: false }]);
    await press(page, '#clear');
    await until(async () => (await textOf(page, '#mini-batch .earlier')) === '', 'nothing that was drawn before');
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await ask(page);
    await seen(page, '#mini-batch .answer', 'is the loss of');
    await press(page, '#show-me');
    await seen(page, '#mini-batch .told', 'Shown: From 100 digits to 400');
    expect(await heard(page)).toEqual([{ figure: 'mini-batch', task: 'half-width', shown: true }]);
  });

  it('has a width of σ/√n around the loss of all digits, half as wide with four times as many', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch?bench');
    await seen(page, '#mini-batch #all', '0.9');
    expect(await number(page, 'all')).toBeCloseTo(mean, 4);
    expect(await number(page, 'mean')).toBeCloseTo(mean, 2);
    expect((await number(page, 'expected')) / (sigma / Math.sqrt(100))).toBeCloseTo(1, 2);
    const hundred = await number(page, 'measured');
    expect(Math.abs(hundred / (sigma / Math.sqrt(100)) - 1)).toBeLessThan(0.15);
    await painted(page, '#mini-batch #histogram');
    await painted(page, '#mini-batch #widths');

    await page.$eval('#mini-batch', (figure) => figure.setAttribute('batch-size', '400'));
    await page.waitForFunction((before) => document.querySelector('#mini-batch')?.shadowRoot?.querySelector('#measured')?.textContent !== before, {}, String(hundred));
    expect(Math.abs((await number(page, 'measured')) / hundred - 0.5)).toBeLessThan(0.075);
  });

  it('takes the batch size from the ring, which the mouse and the keys move', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch?batch-size=400&bench');
    await seen(page, '#mini-batch #all', '0.9');
    // The axis has three decades: a hundred pixels are about one.
    const { x, y } = await centreOf(page, '#mini-batch #ring');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 100, y, { steps: 5 });
    await page.mouse.up();
    const dragged = Number(await attribute(page, '#mini-batch', 'batch-size'));
    expect(dragged).toBeGreaterThan(10);
    expect(dragged).toBeLessThan(200);

    await (await page.waitForSelector('#mini-batch >>> #ring'))?.focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('#mini-batch')?.getAttribute('batch-size') === '1');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('#mini-batch')?.getAttribute('batch-size') === '2');
  });

  it('is as a link says, in Chinese, and draws again where a finger taps', async () => {
    const { page } = await open('?lang=zh#mini-batch?batch-size=25&seed=7&iterations=60&bench', { viewport: { width: 390, height: 844 } });
    await seen(page, '#mini-batch #all', '0.9');
    expect(await textOf(page, '#mini-batch .notices')).toContain('iterations 的值“60”无效');
    expect(await textOf(page, '#mini-batch .read-out')).toContain('预期的宽度');
    expect((await number(page, 'expected')) / (sigma / 5)).toBeCloseTo(1, 2);
    const [all, measured] = [await number(page, 'all'), await number(page, 'measured')];
    const { x, y } = await centreOf(page, '#mini-batch #again');
    await page.touchscreen.tap(x, y);
    await page.waitForFunction(() => document.querySelector('#mini-batch')?.getAttribute('seed') === '8');
    await page.waitForFunction((before) => document.querySelector('#mini-batch')?.shadowRoot?.querySelector('#measured')?.textContent !== before, {}, String(measured));
    expect(await number(page, 'all')).toBe(all);
    expect(Math.abs((await number(page, 'measured')) / (sigma / 5) - 1)).toBeLessThan(0.15);
  });
});
