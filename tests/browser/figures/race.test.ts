import { expect, it } from 'vitest';
import { written } from '../../../web/figures/base/controls/numbers.ts';
import { pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium, type Open } from '../harness.ts';
import { centreOf, frames, openAlone, painted, seen, settled, textOf, until, usable } from './figure.ts';
import { foundOn } from './tasks.ts';
import { failWorkers, watchWorkers, workersAlive } from './workers.ts';

const figure = '#race';
const naive = `${figure} #naive .done`;

/** So many weights has the naive lane at least. */
async function counted(page: TestPage, least: number): Promise<void> {
  await page.waitForFunction((atLeast) => Number.parseInt(document.querySelector('#race')?.shadowRoot?.querySelector('#naive .done')?.textContent ?? '', 10) >= atLeast, {}, least);
}

const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, hours: 3600, days: 86_400 };

/** What the stage says that one gradient takes by the naive way, in seconds, once the race has told it. */
async function gradientSeconds(page: TestPage): Promise<number> {
  await seen(page, `${figure} #answer`, 'Here, one gradient takes the naive way');
  const [, count = '', unit = ''] = /naive way ([\d.]+)\s(\w+)/.exec(await textOf(page, `${figure} #answer`)) ?? [];
  return Number(count) * (secondsOf[unit] ?? Number.NaN);
}

/** By the slider, as a thumb does. */
async function guess(page: TestPage, seconds: number): Promise<void> {
  await page.$eval(
    `${figure} >>> #guess`,
    (element, wanted) => {
      const slider = element as HTMLInputElement;
      slider.value = String(Math.round((400 * Math.log(wanted)) / Math.log(315_576_000)));
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    seconds,
  );
}

async function asked(open: Open, link: string): Promise<{ page: TestPage; heard: () => Promise<unknown[]> }> {
  const { page } = await openAlone(open, link);
  await page.$eval(figure, (element) => element.setAttribute('question', ''));
  await usable(page, `${figure} #play`);
  return { page, heard: await foundOn(page) };
}

describeInChromium('race', (open) => {
  it('shows three runners before they start, and again on the way', async () => {
    const { page } = await openAlone(open, '?lang=en#race');
    await painted(page, `${figure} #track`);
    await seen(page, `${figure} #answer`, 'Guess, then start.');
    await usable(page, `${figure} #play`);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await gradientSeconds(page);
    await painted(page, `${figure} #track`);
  });

  it('notices a guess within a factor of 2, but neither a wrong one nor one of a link', async () => {
    const { page, heard } = await asked(open, '?lang=en#race?guess=700000');
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await until(async () => /one gradient takes|You guessed/.test(await textOf(page, `${figure} #answer`)), 'a measure', 60_000);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await heard()).toEqual([]);
    await guess(page, 3600);
    const training = 10_000 * (await gradientSeconds(page));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await heard()).toEqual([]);
    await guess(page, training);
    await until(async () => (await heard()).length > 0, 'downhill-found');
    expect(await heard()).toEqual([{ figure: 'race', task: 'ten-thousand', shown: false }]);
    await seen(page, `${figure} #answer`, 'You guessed');
  });

  it('judges a guess that was made before the start, once the race has told enough', async () => {
    const { page, heard } = await asked(open, '?lang=en#race');
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    const training = 10_000 * (await gradientSeconds(page));
    await page.$eval(`${figure} >>> #again`, (button) => (button as HTMLButtonElement).click());
    await seen(page, `${figure} #answer`, 'Guess, then start.');
    await guess(page, training);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await heard()).toEqual([]);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await until(async () => (await heard()).length > 0, 'downhill-found', 60_000);
    expect(await heard()).toEqual([{ figure: 'race', task: 'ten-thousand', shown: false }]);
  });

  it('plays the solution: one gradient, ten, … ten thousand', async () => {
    const { page, heard } = await asked(open, '?lang=en#race');
    await page.$eval(`${figure} >>> #show-me`, (button) => (button as HTMLButtonElement).click());
    await until(async () => (await heard()).length > 0, 'downhill-found', 90_000);
    expect(await heard()).toEqual([{ figure: 'race', task: 'ten-thousand', shown: true }]);
    await seen(page, `${figure} .told`, 'Shown: You guessed');
  });

  it('really runs three lanes, which agree to 1e-6 and as the library does', async () => {
    const { page } = await openAlone(open, '?lang=en#race?bench');
    await usable(page, `${figure} #play`);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await counted(page, 12);
    await page.waitForFunction(() => /\d/.test(document.querySelector('#race')?.shadowRoot?.querySelector('#incremental .rate')?.textContent ?? ''));
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await seen(page, `${figure} #play`, 'Start');
    // One more pull tells what was done until then.
    const agreement = await settled(page, () => textOf(page, `${figure} #agreement`));
    const [, count = '', largest = ''] = /the ([\d,]+) entries.*at most (.*)\./.exec(agreement) ?? [];
    const batch = Uint32Array.from({ length: 100 }, (_, i) => i);
    const net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 50, outputSize: 10, seed: 1 });
    const digits = pageDigits();
    const [inputs, labels] = [digits.inputs(batch), digits.labels(batch)];
    // W2 comes after W1 and b1.
    const parameters = Uint32Array.from({ length: Number(count.replace(',', '')) }, (_, i) => 784 * 50 + 50 + i);
    const [slow, quick, back] = [net.numericalGradient(inputs, labels, { method: 'naive', parameters }), net.numericalGradient(inputs, labels), net.gradient(inputs, labels)];
    const distances = Array.from(parameters, (parameter, i) => {
      const three = [slow[i], quick[parameter], back[parameter]] as number[];
      return Math.max(...three) - Math.min(...three);
    });
    net.delete();
    expect(largest).toBe(written(Math.max(...distances), 2));
    expect(Math.max(...distances)).toBeLessThan(1e-6);
    await painted(page, `${figure} #gradient`);
    await painted(page, `${figure} #difference`);
  });

  it('starts, stands still and goes on by keys', async () => {
    const { page } = await openAlone(open, '?lang=en#race?bench');
    await usable(page, `${figure} #play`);
    await page.focus(`${figure} >>> #play`);
    await page.keyboard.press('Enter');
    await counted(page, 2);
    await page.keyboard.press('Enter');
    await seen(page, `${figure} #play`, 'Start');
    const stood = await settled(page, () => textOf(page, naive));
    await frames(page, 40);
    expect(await textOf(page, naive)).toBe(stood);
    await page.keyboard.press('Enter');
    await counted(page, Number.parseInt(stood, 10) + 1);
  });

  it('takes net and batch from its link, and starts at the tap of a finger, in Chinese, on a phone', async () => {
    const { page } = await open('?lang=zh-Hans#race?batch-size=20&hidden-size=20&seed=-1&bench', { viewport: { width: 390, height: 844, hasTouch: true } });
    await usable(page, `${figure} #play`);
    // No seed is below 0: it is said, and the usual one taken.
    await seen(page, `${figure} figure`, 'seed');
    const { x, y } = await centreOf(page, `${figure} #play`);
    await page.touchscreen.tap(x, y);
    await seen(page, naive, '/15,910');
    await seen(page, `${figure} #play`, '暂停');
    await seen(page, `${figure} figcaption`, '同样 20 个数字');
  });

  it('holds no worker while it is out of sight, goes on where it was, and again after its worker has died', async () => {
    const { page } = await open('?lang=en');
    await watchWorkers(page);
    await page.$eval(figure, (element) => element.setAttribute('bench', ''));
    await page.$eval(figure, (element) => element.scrollIntoView({ behavior: 'instant' }));
    await usable(page, `${figure} #play`);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await counted(page, 3);
    await page.evaluate(() => document.querySelector('#opening')?.scrollIntoView({ behavior: 'instant' }));
    await workersAlive(page, 0);
    const before = Number.parseInt(await textOf(page, naive), 10);
    await page.$eval(figure, (element) => element.scrollIntoView({ behavior: 'instant' }));
    await workersAlive(page, 1);
    await counted(page, before + 1);

    await failWorkers(page, 'out of memory');
    await seen(page, `${figure} .notices`, 'The race has stopped (out of memory)');
    await seen(page, `${figure} #play`, 'Start');
    expect(Number.parseInt(await textOf(page, naive), 10)).toBeGreaterThan(before);
    await page.$eval(`${figure} >>> #play`, (button) => (button as HTMLButtonElement).click());
    await workersAlive(page, 1);
    await counted(page, before + 1);
    expect(await textOf(page, `${figure} .notices`)).not.toContain('stopped');
  });
});
