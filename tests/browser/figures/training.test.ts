import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { loadEngine } from '../../../web/engine/downhill.ts';
import { splitIdxPair } from '../../../web/engine/idx-file.ts';
import { TrainingSession } from '../../../web/engine/training-session.ts';
import { readState, settingsOf } from '../../../web/figures/training/state.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { hasPaint, seen, textOf, usable } from './figure.ts';
import { watchWorkers, workersAlive } from './workers.ts';

type Training = HTMLElement & { losses: Float32Array; iteration: number; learn(iterations: number): void };

const figure = '#training';
/** The losses of the same run, by browser. */
const runs = new Map<string, string>();

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

const iterationOf = (page: TestPage) => page.$eval(figure, (element) => (element as Training).iteration);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs `iterations` and gives the losses to the last bit. */
async function lossesAfter(page: TestPage, iterations: number): Promise<string> {
  await usable(page, `${figure} #play`);
  await page.$eval(figure, (element, count) => (element as Training).learn(count), iterations);
  await page.waitForFunction((selector, count) => document.querySelector<Training>(selector)?.losses.length === count, {}, figure, iterations);
  return bitsOf(Float32Array.from(await page.$eval(figure, (element) => Array.from((element as Training).losses))));
}

/** The same run without a browser. */
async function bitsInNode(iterations: number): Promise<string> {
  const engine = await loadEngine();
  const { images, labels } = splitIdxPair(gunzipSync(readFileSync(join(import.meta.dirname, '../../../build/data/digits.gz'))), 'digits.gz');
  const data = engine.Dataset.fromIdx(images, labels);
  const session = new TrainingSession(engine, data, settingsOf(readState(() => null)), { now: () => performance.now(), phase: () => {} });
  session.step(iterations);
  while (session.busy) session.work(8);
  return bitsOf(session.trainer.losses());
}

const bitsOf = (losses: Float32Array) => Array.from(new Uint32Array(losses.slice().buffer)).join(' ');

const pictureOf = (page: TestPage, canvas: string) => page.$eval(`${figure} >>> ${canvas}`, (element) => (element as HTMLCanvasElement).toDataURL());

describeInChromium('training', (open, browser) => {
  it('reads more than 90 % of digits that it has never seen, and its pictures change on the way', async () => {
    const { page } = await open('?lang=en#training');
    await press(page, 'play');
    const pictures = ['#loss canvas', '#accuracy canvas', '#surface', '#weights', '#answers'];
    await page.waitForFunction((selector) => (document.querySelector<Training>(selector)?.iteration ?? 0) > 300, {}, figure);
    await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('#test-accuracy')?.textContent !== '–', {}, figure);
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
    const { page } = await open('?lang=en#training');
    await press(page, 'play');
    await page.waitForFunction((selector) => (document.querySelector<Training>(selector)?.iteration ?? 0) > 20, {}, figure);
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Paused');
    await pause(300);
    const paused = await iterationOf(page);
    await pause(600);
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
    await pause(300);
    const losses = await page.$eval(figure, (element) => Array.from((element as Training).losses));
    expect(bitsOf(Float32Array.from(losses))).toBe(await bitsInNode(losses.length));
    // Its way back has come with it, from before it left.
    await page.focus(`${figure} >>> #rewind`);
    await page.keyboard.press('Home');
    await seen(page, `${figure} #iterations`, '0');
    await page.keyboard.press('End');
    await page.waitForFunction((selector, furthest) => document.querySelector<Training>(selector)?.iteration === furthest, {}, figure, losses.length);
  });

  it('gives the same losses to the last bit when it begins again with the same seed, and others with another', async () => {
    const { page } = await open('?lang=en#training');
    const first = await lossesAfter(page, 200);
    runs.set(browser, first);
    await press(page, 'again');
    await page.waitForFunction((selector) => document.querySelector<Training>(selector)?.losses.length === 0, {}, figure);
    expect(await lossesAfter(page, 200)).toBe(first);
    await press(page, 'other-weights');
    await page.waitForFunction((selector) => document.querySelector<Training>(selector)?.losses.length === 0, {}, figure);
    expect(await lossesAfter(page, 200)).not.toBe(first);
  });

  it('says so when the learning rate is far too large, and keeps the net', async () => {
    const { page } = await open('?lang=en#training?learning-rate=1e38&optimizer=adam');
    await press(page, 'play');
    await seen(page, `${figure} .notices`, 'It diverged at iteration');
    expect(await hasPaint(page, `${figure} #weights`)).toBe(true);
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
    expect(await lossesAfter(page, 5)).not.toBe('');
  });

  it('names what can be saved in the language of the reader', async () => {
    const { page } = await open('?lang=zh#training');
    await usable(page, `${figure} #play`);
    await page.$$eval(`${figure} >>> .tools button`, (buttons) => (buttons.find((button) => button.textContent === '保存') as HTMLButtonElement).click());
    await seen(page, `${figure} .unfolded`, '网络（JSON）');
    expect((await textOf(page, `${figure} .unfolded`)).replaceAll(/PNG|CSV|JSON|NPZ|npz|NumPy|mini-batch|epoch/g, '')).not.toMatch(/[a-z]{3}/i);
  });

  it('tells in both languages how it stands', async () => {
    const { page } = await open('?lang=zh#training');
    await usable(page, `${figure} #play`);
    await seen(page, `${figure} .standing`, '可以开始学习了');
    expect(await textOf(page, `${figure} .strip`)).not.toMatch(/[a-z]{4}/i);
  });
});

describe('a run in Chromium, in Firefox and in Node', () => {
  it('has the same losses to the last bit', async () => {
    const inNode = await bitsInNode(200);
    expect(runs.get('chromium')).toBe(inNode);
    expect(runs.get('firefox')).toBe(inNode);
  });
});
