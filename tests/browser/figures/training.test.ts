import { expect, it, vi } from 'vitest';
import { readState, settingsOf } from '../../../web/figures/training/state.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { frames, hasPaint, openAlone, painted, seen, settled, textOf, usable } from './figure.ts';
import { bitsOf, lossesAfter, runInNode, type Training } from './run.ts';
import { watchWorkers, workersAlive } from './workers.ts';

const figure = '#training';

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

const iterationOf = (page: TestPage) => page.$eval(figure, (element) => (element as Training).iteration);
/** The losses of the same run without a browser. */
const bitsInNode = async (iterations: number) => bitsOf((await runInNode(settingsOf(readState(() => null)), iterations)).trainer.losses());

const pictureOf = (page: TestPage, canvas: string) => page.$eval(`${figure} >>> ${canvas}`, (element) => (element as HTMLCanvasElement).toDataURL());

describeInChromium('training', (open) => {
  it('reads more than 90 % of digits that it has never seen, and its pictures change on the way', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    await press(page, 'play');
    await page.$eval(figure, (element) => element.setAttribute('bench', ''));
    const pictures = ['#loss', '#accuracy', '#surface', '#weights', '#answers'];
    await page.waitForFunction((selector) => (document.querySelector<Training>(selector)?.iteration ?? 0) > 300, {}, figure);
    await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('#test-accuracy')?.textContent?.endsWith('%') === true, {}, figure);
    for (const each of pictures) await vi.waitUntil(() => hasPaint(page, `${figure} ${each}`), { timeout: 30_000, interval: 200 });
    const before = await Promise.all(pictures.map((each) => pictureOf(page, each)));
    await page.waitForFunction(
      (selector) => Number.parseFloat(document.querySelector(selector)?.shadowRoot?.querySelector('#test-accuracy')?.textContent ?? '') > 90,
      { timeout: 100_000 },
      figure,
    );
    for (const [i, each] of pictures.entries()) await vi.waitUntil(async () => (await pictureOf(page, each)) !== before[i], { timeout: 20_000, interval: 200 });
  });

  it('stands still once it is paused', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    await press(page, 'play');
    await page.waitForFunction((selector) => (document.querySelector<Training>(selector)?.iteration ?? 0) > 20, {}, figure);
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Paused');
    const paused = await settled(page, () => iterationOf(page));
    await frames(page, 40);
    expect(await iterationOf(page)).toBe(paused);
  });

  it('holds no worker while it is off screen, and comes back as if it had never left', async () => {
    const { page } = await open('?lang=en');
    await watchWorkers(page);
    const scroll = (selector: string) => page.$eval(selector, (element) => element.scrollIntoView({ behavior: 'instant' }));
    await scroll(figure);
    await press(page, 'play');
    await page.waitForFunction((selector) => (document.querySelector<Training>(selector)?.iteration ?? 0) > 100, {}, figure);
    await scroll('#opening');
    await workersAlive(page, 0);
    const left = await iterationOf(page);
    await scroll(figure);
    await page.waitForFunction((selector, then) => (document.querySelector<Training>(selector)?.iteration ?? 0) > then, {}, figure, left);
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Paused');
    const losses = await settled(page, () => page.$eval(figure, (element) => Array.from((element as Training).losses)));
    expect(bitsOf(Float32Array.from(losses))).toBe(await bitsInNode(losses.length));
    // Its way back has come with it, from before it left.
    await page.$eval(figure, (element) => element.setAttribute('bench', ''));
    await usable(page, `${figure} #rewind`);
    await page.focus(`${figure} >>> #rewind`);
    await page.keyboard.press('Home');
    await seen(page, `${figure} #iterations`, '0');
    await page.keyboard.press('End');
    await page.waitForFunction((selector, furthest) => document.querySelector<Training>(selector)?.iteration === furthest, {}, figure, losses.length);
  });

  it('gives the same losses to the last bit when it begins again with the same seed, and others with another', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    const first = await lossesAfter(page, figure, 200);
    await press(page, 'again');
    await page.waitForFunction((selector) => document.querySelector<Training>(selector)?.losses.length === 0, {}, figure);
    expect(await lossesAfter(page, figure, 200)).toBe(first);
    await page.$eval(figure, (element) => element.setAttribute('bench', ''));
    await press(page, 'other-weights');
    await page.waitForFunction((selector) => document.querySelector<Training>(selector)?.losses.length === 0, {}, figure);
    expect(await lossesAfter(page, figure, 200)).not.toBe(first);
  });

  it('says so when the learning rate is far too large, and keeps the net', async () => {
    const { page } = await openAlone(open, '?lang=en#training?learning-rate=1e38&optimizer=adam&bench');
    await press(page, 'play');
    await seen(page, `${figure} .notices`, 'It diverged at iteration');
    await painted(page, `${figure} #weights`);
  });

  it('offers to try again when the digits do not arrive', async () => {
    const { page } = await open('?lang=en');
    // The page's own fetch answers: requests that a browser holds back for a test do not mix well with those of workers.
    await page.evaluate(() => {
      const passOn = globalThis.fetch;
      let refusals = 1;
      globalThis.fetch = async (...request) => (/digits/.test(String(request[0])) && refusals-- > 0 ? new Response('', { status: 404 }) : passOn(...request));
    });
    await page.$eval(figure, (element) => element.scrollIntoView());
    await seen(page, `${figure} .notices`, '404');
    await press(page, 'retry');
    await usable(page, `${figure} #play`);
    expect(await lossesAfter(page, figure, 5)).not.toBe('');
  });

  it('names what can be saved in the language of the reader', async () => {
    const { page } = await openAlone(open, '?lang=zh#training');
    await usable(page, `${figure} #play`);
    await page.$$eval(`${figure} >>> .tools button`, (buttons) => (buttons.find((button) => button.textContent === '保存') as HTMLButtonElement).click());
    await seen(page, `${figure} .unfolded`, '网络（JSON）');
    expect((await textOf(page, `${figure} .unfolded`)).replaceAll(/PNG|SVG|CSV|JSON|NPZ|npz|NumPy|mini-batch|epoch/g, '')).not.toMatch(/[a-z]{3}/i);
  });

  it('tells in both languages how it stands', async () => {
    const { page } = await openAlone(open, '?lang=zh#training');
    await usable(page, `${figure} #play`);
    await seen(page, `${figure} .standing`, '可以开始学习了');
    expect(await textOf(page, `${figure} .strip`)).not.toMatch(/[a-z]{4}/i);
  });
});
