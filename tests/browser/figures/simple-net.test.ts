import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, seen, textOf } from './figure.ts';

const loss = '#simple-net #loss';
const chapterLoss = '0.9280682858';

const number = async (page: TestPage, id: string) => Number((await textOf(page, `#simple-net #${id}`)).replaceAll('−', '-'));
const weights = async (page: TestPage) => (await attribute(page, '#simple-net', 'w'))?.split(',').map(Number) ?? [];

/** −log(softmax(x·W)[label]), with the chapter's δ, as the book has it. */
function lossOf(w: readonly number[], x: readonly [number, number], label: number): number {
  const powers = [0, 1, 2].map((k) => Math.exp(x[0] * (w[k] as number) + x[1] * (w[k + 3] as number)));
  return -Math.log((powers[label] as number) / powers.reduce((a, b) => a + b) + 1e-7);
}

describeInChromium('simple-net', (open) => {
  it("has the chapter's loss and gradient, which backprop and differences agree on, in both languages", async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await seen(page, loss, chapterLoss);
    expect(await textOf(page, '#simple-net #outputs-table')).toMatch(/1\.054148 *0\.630717 *1\.132807/);
    expect(await number(page, 'entry')).toBeCloseTo(-0.3628101, 6);
    expect(await number(page, 'difference')).toBeLessThan(5e-8);
    expect(await hasPaint(page, '#simple-net #matrices')).toBe(true);
    expect(await hasPaint(page, '#simple-net #outputs')).toBe(true);
    const { page: chinese } = await openAlone(open, '?lang=zh#simple-net');
    await seen(chinese, loss, chapterLoss);
    expect(await textOf(chinese, '#simple-net #nudge')).toContain('增大前的损失');
  });

  it('nudges the weight under the mouse, and says what that does to the loss', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?h=0.001');
    await seen(page, loss, chapterLoss);
    const { x, y } = await centreOf(page, '#simple-net #w21');
    await page.mouse.move(x, y);
    await seen(page, '#simple-net #nudge caption', 'w21');
    const w = [0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093];
    const nudged = w.with(3, 0.85557411 + 0.001);
    expect(await number(page, 'after')).toBeCloseTo(lossOf(nudged, [0.6, 0.9], 2), 9);
    expect(await number(page, 'slope')).toBeCloseTo(0.3288714, 3);
    await page.mouse.down();
    await page.mouse.move(x, y - 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('#simple-net')?.getAttribute('w')?.split(',')[3] === '1.16');
    expect(await number(page, 'before')).toBeCloseTo(lossOf(w.with(3, 1.16), [0.6, 0.9], 2), 9);
  });

  it('is changed by keys, and goes one step downhill', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await seen(page, loss, chapterLoss);
    await (await page.waitForSelector('#simple-net >>> #w11'))?.focus();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.up('Shift');
    await page.waitForFunction(() => document.querySelector('#simple-net')?.getAttribute('w')?.startsWith('0.57,'));
    await seen(page, '#simple-net #nudge caption', 'w11');
    await (await page.waitForSelector('#simple-net >>> .tools button'))?.click();
    await seen(page, loss, chapterLoss);
    await (await page.waitForSelector('#simple-net >>> #step'))?.click();
    await page.waitForFunction(() => document.querySelector('#simple-net')?.hasAttribute('w'));
    // W − 1·∂L/∂W of the chapter.
    const [w11 = 0, , w13 = 0] = await weights(page);
    expect(w11).toBeCloseTo(0.47355232 - 0.2192476, 6);
    expect(w13).toBeCloseTo(0.84668094 + 0.3628101, 6);
  });

  it('takes the class that a finger taps for the right one', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net', { viewport: { width: 390, height: 844 } });
    await seen(page, loss, chapterLoss);
    const first = await centreOf(page, '#simple-net [name=label][value="0"]');
    await page.touchscreen.tap(first.x, first.y);
    await seen(page, loss, '1.0067275751');
    const cell = await centreOf(page, '#simple-net #w22');
    await page.touchscreen.tap(cell.x, cell.y);
    await seen(page, '#simple-net #nudge caption', 'w22');
    expect(await attribute(page, '#simple-net', 'w')).toBeNull();
  });

  it('is restored from its link, and draws new weights', async () => {
    const { page } = await open('?lang=en#simple-net?w=1,0,0,0,1,0&x=2,1&t=1&weight=w22');
    await seen(page, loss, lossOf([1, 0, 0, 0, 1, 0], [2, 1], 1).toFixed(10));
    await seen(page, '#simple-net #nudge caption', 'w22');
    await (await page.waitForSelector('#simple-net >>> #draw'))?.click();
    await page.waitForFunction(() => document.querySelector('#simple-net')?.getAttribute('w') !== '1,0,0,0,1,0');
    const w = await weights(page);
    await seen(page, loss, lossOf(w, [2, 1], 1).toFixed(12).slice(0, 9));
  });

  it('says which part of a link it could not use', async () => {
    const { page } = await open('?lang=en#simple-net?w=1,2,3');
    await seen(page, '#simple-net .notices', 'w is given as “1,2,3”, but must be 6 numbers from -5 to 5');
  });
});
