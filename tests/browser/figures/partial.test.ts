import { expect, it } from 'vitest';
import { written } from '../../../web/figures/base/controls/numbers.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, seen } from './figure.ts';

const beside = '#partial .beside';

describeInChromium('partial', (open) => {
  it('finds the partial derivatives 6 and 8 at (3, 4)', async () => {
    const { page } = await openAlone(open, '?lang=en#partial');
    await seen(page, beside, '∂f/∂x0 = 6');
    await seen(page, beside, '∂f/∂x1 = 8');
    for (const id of ['plot', 'slice0', 'slice1']) expect(await hasPaint(page, `#partial #${id}`)).toBe(true);
    await page.$eval('#partial', (figure) => figure.setAttribute('x0', '-1e308,1e308'));
    await seen(page, '#partial .notices', 'must be two numbers from -1000000 to 1000000');
    // The handle of a point that the view does not show waits at its edge, and the page becomes no wider.
    await page.$eval('#partial', (figure) => figure.setAttribute('point', '100,4'));
    await seen(page, beside, '∂f/∂x0 = 200');
    await page.waitForFunction(() => {
      const root = document.querySelector('#partial')?.shadowRoot;
      const [handle, plot] = ['.handle', '#plot'].map((selector) => root?.querySelector(selector)?.getBoundingClientRect());
      return handle && plot && handle.left < plot.right && handle.right >= plot.right - 22;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  });

  it('slices where the mouse drags the point, and where keys move it', async () => {
    const { page } = await openAlone(open, '?lang=zh#partial?point=1,-2');
    await seen(page, beside, '∂f/∂x1 = −4');
    const { x, y } = await centreOf(page, '#partial .handle');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y, { steps: 5 });
    await page.mouse.up();
    const dragged = Number((await attribute(page, '#partial', 'point'))?.split(',')[0]);
    expect(dragged).toBeLessThan(1);
    await (await page.waitForSelector('#partial >>> .handle'))?.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number((await attribute(page, '#partial', 'point'))?.split(',')[0])).toBeGreaterThan(dragged);
  });

  it('slices where a finger taps, tells it in Chinese, and comes back by reset', async () => {
    const { page } = await openAlone(open, '?lang=zh-Hans#partial', { viewport: { width: 390, height: 844, hasTouch: true } });
    await seen(page, beside, '∂f/∂x0 = 6');
    const { x, y } = await centreOf(page, '#partial #plot');
    await page.touchscreen.tap(x - 30, y);
    await page.waitForFunction(() => document.querySelector('#partial')?.hasAttribute('point'));
    const [x0 = 0] = ((await attribute(page, '#partial', 'point')) ?? '').split(',').map(Number);
    await seen(page, beside, `∂f/∂x0 = ${written(2 * x0)}`);
    await seen(page, '#partial #description', '偏导数');
    await page.$$eval('#partial >>> .tools button', (buttons) => (buttons.find((button) => button.textContent === '重置') as HTMLButtonElement).click());
    await seen(page, beside, '∂f/∂x0 = 6');
  });
});
