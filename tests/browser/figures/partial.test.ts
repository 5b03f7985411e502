import { expect, it } from 'vitest';
import { written } from '../../../web/figures/base/controls/numbers.ts';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen } from './figure.ts';

const beside = '#partial .beside';

/** With its question; gives what `downhill-found` has told since. */
async function asked(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.$eval('#partial', (figure) => {
    figure.setAttribute('question', '');
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    figure.addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  await seen(page, '#partial .ask', 'one tangent is level');
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

describeInChromium('partial', (open) => {
  it('finds the partial derivatives 6 and 8 at (3, 4)', async () => {
    const { page } = await openAlone(open, '?lang=en#partial');
    await seen(page, beside, '∂f/∂x0 = 6');
    await seen(page, beside, '∂f/∂x1 = 8');
    for (const id of ['plot', 'surface', 'slice0', 'slice1']) await painted(page, `#partial #${id}`);
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

  it('notices where the reader has put the point on a line of level tangents, and not where a link has', async () => {
    const { page } = await openAlone(open, '?lang=en#partial?point=0,3&bench');
    await seen(page, beside, '∂f/∂x1 = 6');
    const heard = await asked(page);
    // The reader does something else.
    await page.$eval('#partial', (figure) => figure.shadowRoot?.querySelector<HTMLElement>('.bench summary')?.click());
    await page.waitForFunction(() => !document.querySelector('#partial')?.hasAttribute('bench'));
    await (await page.waitForSelector('#partial >>> .handle'))?.focus();
    for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowLeft');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await attribute(page, '#partial', 'point')).toBe('-0.12,3');
    expect(await heard()).toEqual([]);
    for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight');
    await seen(page, '#partial .told', 'At (0, 3) the tangent along x₀ is level');
    expect(await heard()).toEqual([{ figure: 'partial', task: 'one-level', shown: false }]);
  });

  it.each([390, 1280])('tells what was found without moving the picture, at %d pixels', async (width) => {
    const { page } = await openAlone(open, '?lang=en#partial?point=0.02,3', { viewport: { width, height: 844 } });
    await asked(page);
    await seen(page, beside, '∂f/∂x1 = 6');
    const top = () => page.$eval('#partial >>> [part=stage]', (stage) => stage.getBoundingClientRect().top + scrollY);
    const before = await top();
    await (await page.waitForSelector('#partial >>> .handle'))?.focus();
    await page.keyboard.press('ArrowLeft');
    await seen(page, '#partial .told', 'the tangent along x₀ is level');
    expect(await top()).toBe(before);
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#partial');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await seen(page, beside, '∂f/∂x0 = 6');
    const heard = await asked(page);
    await page.$eval('#partial >>> #show-me', (button) => (button as HTMLElement).click());
    await seen(page, '#partial .told', 'Shown: At (0, 4)');
    expect(await heard()).toEqual([{ figure: 'partial', task: 'one-level', shown: true }]);
  });

  it('lets a pointer place the point on round places alone', async () => {
    const { page } = await openAlone(open, '?lang=en#partial');
    await seen(page, beside, '∂f/∂x0 = 6');
    const { x, y } = await centreOf(page, '#partial #plot');
    await page.mouse.click(x + 37, y - 23);
    const point = (await attribute(page, '#partial', 'point'))?.split(',').map(Number) ?? [];
    expect(point.length).toBe(2);
    expect(point.filter((at) => Math.abs(10 * at - Math.round(10 * at)) > 1e-9)).toEqual([]);
  });
});
