import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until, usable } from './figure.ts';
import { foundOn } from './tasks.ts';

const answer = '#simple-net #answer';
const loss = '#simple-net #loss';
const chapterLoss = '0.9280682858';

const number = async (page: TestPage, id: string) => Number((await textOf(page, `#simple-net #${id}`)).replaceAll('−', '-'));
const weights = async (page: TestPage) => (await attribute(page, '#simple-net', 'w'))?.split(',').map(Number) ?? [];

async function press(page: TestPage, part: string): Promise<void> {
  await usable(page, `#simple-net ${part}`);
  const { x, y } = await centreOf(page, `#simple-net ${part}`);
  await page.mouse.click(x, y);
}

/** −log(softmax(x·W)[label]), with the chapter's δ, as the book has it. */
function lossOf(w: readonly number[], x: readonly [number, number], label: number): number {
  const powers = [0, 1, 2].map((k) => Math.exp(x[0] * (w[k] as number) + x[1] * (w[k + 3] as number)));
  return -Math.log((powers[label] as number) / powers.reduce((a, b) => a + b) + 1e-7);
}

const chapterWeights = [0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093];

describeInChromium('simple-net', (open) => {
  it("has the chapter's loss and gradient, which backprop and differences agree on, in both languages", async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?bench');
    await seen(page, loss, chapterLoss);
    expect(await textOf(page, '#simple-net #outputs-table')).toMatch(/1\.054148 *0\.630717 *1\.132807/);
    expect(await number(page, 'entry')).toBeCloseTo(-0.3628101, 6);
    expect(await number(page, 'difference')).toBeLessThan(5e-8);
    for (const canvas of ['net', 'matrices', 'fall', 'gradients']) await painted(page, `#simple-net #${canvas}`);
    const { page: chinese } = await openAlone(open, '?lang=zh#simple-net?bench');
    await seen(chinese, loss, chapterLoss);
    expect(await textOf(chinese, '#simple-net #nudge')).toContain('w − h 处的 L');
  });

  it('draws what is on the bench whenever that is opened', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await painted(page, '#simple-net #net');
    for (let time = 0; time < 2; time++) {
      await page.$eval('#simple-net', (figure) => figure.setAttribute('bench', ''));
      await painted(page, '#simple-net #gradients');
      await page.$eval('#simple-net', (figure) => figure.removeAttribute('bench'));
      await page.waitForFunction(() => document.querySelector('#simple-net')?.shadowRoot?.querySelector('#gradients') === null);
    }
  });

  it('nudges the weight that is pressed, says what that does to the loss, and has the central difference on the bench', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?h=0.001&bench');
    await seen(page, answer, 'If w₁₃ grows by 0.1, the loss becomes 0.892: −0.036.');
    await press(page, '#w21');
    const after = lossOf(chapterWeights.with(3, 0.85557411 + 0.1), [0.6, 0.9], 2);
    await seen(page, answer, `If w₂₁ grows by 0.1, the loss becomes ${after.toFixed(3)}`);
    const moved = (by: number) => lossOf(chapterWeights.with(3, 0.85557411 + by), [0.6, 0.9], 2);
    expect(await number(page, 'above')).toBeCloseTo(moved(0.001), 9);
    expect(await number(page, 'below')).toBeCloseTo(moved(-0.001), 9);
    expect(await number(page, 'slope')).toBeCloseTo((moved(0.001) - moved(-0.001)) / 0.002, 6);
  });

  it('changes the weight that is dragged', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?bench');
    await seen(page, loss, chapterLoss);
    const { x, y } = await centreOf(page, '#simple-net #w21');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('#simple-net')?.getAttribute('w')?.split(',')[3] === '1.16');
    await seen(page, loss, lossOf(chapterWeights.with(3, 1.16), [0.6, 0.9], 2).toFixed(12).slice(0, 9));
  });

  it('is changed by keys, and goes downhill step by step', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await seen(page, answer, 'L = 0.928');
    await (await page.waitForSelector('#simple-net >>> #w11'))?.focus();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.up('Shift');
    await page.waitForFunction(() => document.querySelector('#simple-net')?.getAttribute('w')?.startsWith('0.57,'));
    await seen(page, answer, 'If w₁₁ grows');
    await (await page.waitForSelector('#simple-net >>> .tools button'))?.click();
    await seen(page, answer, 'L = 0.928');
    await press(page, '#step');
    await page.waitForFunction(() => document.querySelector('#simple-net')?.hasAttribute('w'));
    // W − 1·∂L/∂W of the chapter.
    const [w11 = 0, , w13 = 0] = await weights(page);
    expect(w11).toBeCloseTo(0.47355232 - 0.2192476, 6);
    expect(w13).toBeCloseTo(0.84668094 + 0.3628101, 6);
    await seen(page, answer, `L = ${lossOf(await weights(page), [0.6, 0.9], 2).toFixed(3)}`);
  });

  it('notices the weight that matters most, nudged while ∂L/∂W is covered', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?weight=w23&question');
    await page.$eval('#simple-net', (figure) => figure.setAttribute('question', ''));
    await seen(page, answer, 'If w₂₃ grows');
    const heard = await foundOn(page);
    for (const weight of ['#w13', '#w11', '#w23']) {
      await press(page, weight);
      await seen(page, answer, `If w${weight === '#w13' ? '₁₃' : weight === '#w11' ? '₁₁' : '₂₃'} grows`);
      // The reader's hand comes to rest.
      await new Promise((resolve) => setTimeout(resolve, 700));
      if (weight !== '#w23') expect(await heard()).toEqual([]);
    }
    await until(async () => (await heard()).length > 0, 'downhill-found');
    expect(await heard()).toEqual([{ figure: 'simple-net', task: 'matters-most', shown: false }]);
    await seen(page, '#simple-net .told', 'its entry of ∂L/∂W, −0.544, is the largest');
  });

  it('notices nothing where ∂L/∂W was uncovered before', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await seen(page, answer, 'L = 0.928');
    const heard = await foundOn(page);
    await press(page, '#uncover');
    await page.waitForFunction(() => document.querySelector('#simple-net')?.hasAttribute('gradient'));
    await press(page, '#uncover');
    await page.waitForFunction(() => !document.querySelector('#simple-net')?.hasAttribute('gradient'));
    await press(page, '#w23');
    await seen(page, answer, 'If w₂₃ grows');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await heard()).toEqual([]);
  });

  it('plays the solution: all six, then ∂L/∂W', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net');
    await page.$eval('#simple-net', (figure) => figure.setAttribute('question', ''));
    await seen(page, answer, 'L = 0.928');
    const heard = await foundOn(page);
    await press(page, '#show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 30_000);
    expect(await heard()).toEqual([{ figure: 'simple-net', task: 'matters-most', shown: true }]);
    await page.waitForFunction(() => document.querySelector('#simple-net')?.hasAttribute('gradient'));
    expect(await attribute(page, '#simple-net', 'weight')).toBe('w23');
  });

  it('takes the class that a finger taps for the right one', async () => {
    const { page } = await openAlone(open, '?lang=en#simple-net?bench', { viewport: { width: 390, height: 844 } });
    await seen(page, loss, chapterLoss);
    const first = await centreOf(page, '#simple-net [name=label][value="0"]');
    await page.touchscreen.tap(first.x, first.y);
    await seen(page, loss, '1.0067275751');
    const cell = await centreOf(page, '#simple-net #w22');
    await page.touchscreen.tap(cell.x, cell.y);
    await seen(page, answer, 'If w₂₂ grows');
    expect(await attribute(page, '#simple-net', 'w')).toBeNull();
  });

  it('is restored from its link, and draws new weights', async () => {
    const { page } = await open('?lang=en#simple-net?w=1,0,0,0,1,0&x=2,1&t=1&weight=w22&bench');
    await seen(page, loss, lossOf([1, 0, 0, 0, 1, 0], [2, 1], 1).toFixed(10));
    await seen(page, answer, 'If w₂₂ grows');
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
