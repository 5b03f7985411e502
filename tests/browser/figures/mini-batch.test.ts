import { expect, it } from 'vitest';
import { learntNet, pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, seen, textOf } from './figure.ts';

/** Of each digit, for the figure's net. */
const losses = (() => {
  using data = pageDigits();
  using net = learntNet(data, 500);
  return engine.sampleLosses(net, data);
})();
const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
const sigma = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / losses.length);

const number = async (page: TestPage, id: string) => Number(await textOf(page, `#mini-batch #${id}`));

describeInChromium('mini-batch', (open) => {
  it('has a width of σ/√n around the loss of all digits, half as wide with four times as many', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch');
    await seen(page, '#mini-batch #all', '0.9');
    expect(await number(page, 'all')).toBeCloseTo(mean, 4);
    expect(await number(page, 'mean')).toBeCloseTo(mean, 2);
    expect((await number(page, 'expected')) / (sigma / Math.sqrt(100))).toBeCloseTo(1, 2);
    const hundred = await number(page, 'measured');
    expect(Math.abs(hundred / (sigma / Math.sqrt(100)) - 1)).toBeLessThan(0.15);
    expect(await hasPaint(page, '#mini-batch #histogram')).toBe(true);
    expect(await hasPaint(page, '#mini-batch #widths')).toBe(true);

    await page.$eval('#mini-batch', (figure) => figure.setAttribute('batch-size', '400'));
    await page.waitForFunction((before) => document.querySelector('#mini-batch')?.shadowRoot?.querySelector('#measured')?.textContent !== before, {}, String(hundred));
    expect(Math.abs((await number(page, 'measured')) / hundred - 0.5)).toBeLessThan(0.075);
  });

  it('takes the batch size from the ring, which the mouse and the keys move', async () => {
    const { page } = await openAlone(open, '?lang=en#mini-batch?batch-size=400');
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
    const { page } = await open('?lang=zh#mini-batch?batch-size=25&seed=7&iterations=60', { viewport: { width: 390, height: 844 } });
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
