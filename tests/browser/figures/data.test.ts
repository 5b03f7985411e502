import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Paint, paintOn } from '../../../web/figures/data/painting.ts';
import { oneMore } from '../../../web/figures/data/tasks.ts';
import { answerOf } from '../../../web/figures/learning/answer.ts';
import { learnt, partsOf } from '../../../web/figures/learning/learnt-net.ts';
import { learntNet, pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until, usable } from './figure.ts';

/** The asset itself, read without the engine. */
const asset = gunzipSync(readFileSync(join(import.meta.dirname, '../../../build/data/digits.gz')));
const count = asset.readUInt32BE(4);
const pixels = asset.subarray(16, 16 + count * 784);
const labels = asset.subarray(16 + count * 784 + 8);

const figure = '#data';
const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
const numbersOf = (page: TestPage, selector: string) =>
  page.$$eval(`${figure} >>> ${selector}`, (cells) => cells.map((cell) => Number(cell.textContent?.replaceAll(/[^\d]/g, ''))));

/** Training and test part of each class, as the table tells them. */
async function classesOf(page: TestPage): Promise<{ train: number[]; test: number[] }> {
  const cells = await numbersOf(page, '#classes tbody td:not(.bar)');
  return { train: cells.filter((_, i) => i % 2 === 0), test: cells.filter((_, i) => i % 2 === 1) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A 5 of the test part that one pixel makes a 4. */
const nearlyFour = 3337;

/** That pixel, found by trying all. */
function onePixel(): Paint {
  const data = pageDigits();
  const net = learntNet(partsOf(data).train, learnt.iterations);
  const original = data.pixels(Uint32Array.of(nearlyFour));
  const work = oneMore(original, { ink: [], paper: [] }, 5, (digits) => net.predict(engine.inputsOfPixels(digits)));
  let step = work.next();
  while (!step.done) step = work.next();
  expect(answerOf(engine, net, paintOn(original, step.value)).digit).toBe(4);
  return step.value;
}

/** What `downhill-found` tells from now on. */
async function listen(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

/** Where a pixel of the digit is seen. */
async function placeOf(page: TestPage, pixel: number): Promise<{ x: number; y: number }> {
  const { x, y } = await centreOf(page, `${figure} #digit`);
  const width = await page.$eval(`${figure} >>> #digit`, (canvas) => canvas.getBoundingClientRect().width);
  const along = (at: number) => ((at + 0.5) / 28 - 0.5) * width;
  return { x: x + along(pixel % 28), y: y + along(Math.floor(pixel / 28)) };
}

describeInChromium('data', (open) => {
  it('is painted on until the net reads another digit, and made again what it was', async () => {
    const { ink, paper } = onePixel();
    const [pixel = 0] = [...ink, ...paper];
    const { page } = await openAlone(open, `?lang=en#data?digit=${nearlyFour}`);
    await page.$eval(figure, (element) => element.setAttribute('question', ''));
    await seen(page, `${figure} #says`, 'It reads 5');
    const heard = await listen(page);
    await press(page, ink.length > 0 ? 'ink' : 'paper');
    const { x, y } = await placeOf(page, pixel);
    await page.mouse.click(x, y);
    await seen(page, `${figure} #says`, 'It reads 4');
    await seen(page, `${figure} #says`, '1 pixel changed.');
    expect(await attribute(page, figure, ink.length > 0 ? 'ink' : 'paper')).toBe(String(pixel));
    await seen(page, `${figure} .told`, 'for the net');
    expect(await heard()).toEqual(['few', 'fewer'].map((task) => ({ figure: 'data', task, shown: false })));
    await press(page, 'restore-all');
    await seen(page, `${figure} #says`, 'It reads 5');
    await seen(page, `${figure} #says`, '0 pixels changed.');

    // By keys: the pixel where the mouse was last is still the chosen one.
    await page.focus(`${figure} >>> #digit`);
    await page.keyboard.press(' ');
    await seen(page, `${figure} #says`, 'It reads 4');
    await press(page, 'restore');
    await page.focus(`${figure} >>> #digit`);
    await page.keyboard.press('Enter');
    await seen(page, `${figure} #says`, 'It reads 5');
  });

  it('finds nothing in what a link has painted', async () => {
    const { ink, paper } = onePixel();
    const { page } = await openAlone(open, `?lang=en#data?digit=${nearlyFour}&ink=${ink}&paper=${paper}`);
    await page.$eval(figure, (element) => element.setAttribute('question', ''));
    await seen(page, `${figure} #says`, 'It reads 4');
    const heard = await listen(page);
    const { x, y } = await placeOf(page, 0);
    await page.mouse.click(x, y);
    await seen(page, `${figure} #says`, '2 pixels changed.');
    // The reader's hand comes to rest.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await heard()).toEqual([]);
    // Another digit comes without paint.
    await page.focus(`${figure} >>> #wall`);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((selector) => !document.querySelector(selector)?.hasAttribute('ink'), {}, figure);
    await seen(page, `${figure} #says`, '0 pixels changed.');
  });

  it('shows how: the first test digit, a 4, becomes a 6 with 13 pixels', async () => {
    const { page } = await openAlone(open, '?lang=en#data');
    await page.$eval(figure, (element) => element.setAttribute('question', ''));
    await seen(page, `${figure} #says`, 'It reads 5');
    const heard = await listen(page);
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 60_000);
    expect(await heard()).toEqual([{ figure: 'data', task: 'few', shown: true }]);
    await seen(page, `${figure} .told`, 'Shown: With 13 pixels of 784 changed, the net reads 6 where it read 4.');
    expect(await attribute(page, figure, 'digit')).toBe('7890');
    await usable(page, `${figure} #show-me`);
    await press(page, 'next-task');
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 1, 'downhill-found for the second question', 60_000);
    expect((await heard())[1]).toEqual({ figure: 'data', task: 'fewer', shown: true });
  });

  it('draws what is on its bench each time that is opened', async () => {
    const { page } = await openAlone(open, '?lang=en#data');
    await painted(page, `${figure} #digit`);
    expect(await page.$$(`${figure} >>> #numbers`)).toHaveLength(0);
    for (let time = 0; time < 2; time++) {
      await page.$eval(figure, (element) => element.setAttribute('bench', ''));
      await painted(page, `${figure} #numbers`);
      await page.$eval(figure, (element) => element.removeAttribute('bench'));
      await page.waitForFunction((selector) => !document.querySelector(selector)?.shadowRoot?.querySelector('#numbers'), {}, figure);
    }
  });

  it('tells of the digits what is in the asset: labels, pixels, how many of each class, how many zeros', async () => {
    const { page } = await openAlone(open, '?lang=en#data?digit=4217&row=13&column=12&bench');
    await seen(page, `${figure} #number`, '4,217');
    const digit = pixels.subarray(4217 * 784, 4218 * 784);
    expect(await textOf(page, `${figure} #label`)).toBe(String(labels[4217]));
    expect(await textOf(page, `${figure} #pixel`)).toBe(String(digit[13 * 28 + 12]));
    const zeros = digit.filter((pixel) => pixel === 0).length;
    expect(await textOf(page, `${figure} #zeros`)).toBe(`${zeros} (${percent(zeros / 784)})`);
    const share = pixels.filter((pixel) => pixel === 0).length / pixels.length;
    expect(share).toBeCloseTo(0.81, 2);
    expect(await textOf(page, `${figure} #zeros-all`)).toBe(percent(share));
    const { train, test } = await classesOf(page);
    expect(count).toBe(10_000);
    expect([sum(train), sum(test)]).toEqual([8000, 2000]);
    expect(train.map((trained, k) => trained + (test[k] ?? 0))).toEqual(Array.from({ length: 10 }, (_, k) => labels.filter((label) => label === k).length));
    // On the canvas in the type of the figure, not in that of the page around it.
    expect(await page.$eval(`${figure} >>> #numbers`, (canvas) => (canvas as HTMLCanvasElement).getContext('2d')?.font.endsWith(getComputedStyle(canvas).fontFamily))).toBe(true);
    for (const canvas of ['#wall', '#numbers', '#digit']) await painted(page, `${figure} ${canvas}`);
  });

  it('chooses a digit by the mouse, by the keys, and one of a single class', async () => {
    const { page } = await openAlone(open, '?lang=en#data?digit=0&bench');
    await seen(page, `${figure} #number`, '0');
    const { x, y } = await centreOf(page, `${figure} #wall`);
    await page.mouse.click(x, y);
    await page.waitForFunction((selector) => document.querySelector(selector)?.getAttribute('digit') !== '0', {}, figure);
    const clicked = Number(await attribute(page, figure, 'digit'));
    await seen(page, `${figure} #label`, String(labels[clicked]));
    await page.focus(`${figure} >>> #wall`);
    await page.keyboard.press('End');
    await seen(page, `${figure} #number`, '9,999');
    await page.keyboard.press('ArrowLeft');
    await seen(page, `${figure} #number`, '9,998');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await seen(page, `${figure} #number`, '1');
    await page.select(`${figure} >>> #only`, '7');
    await seen(page, `${figure} #label`, '7');
    await page.focus(`${figure} >>> #wall`);
    await page.keyboard.press('End');
    await page.waitForFunction((selector, last) => document.querySelector(selector)?.getAttribute('digit') === String(last), {}, figure, labels.lastIndexOf(7));
  });

  it('divides the digits where the reader drags the divider, and otherwise with another seed', async () => {
    const { page } = await openAlone(open, '?lang=en#data?bench');
    await seen(page, `${figure} #train-size`, '8,000');
    const before = await classesOf(page);
    await page.$eval(`${figure} >>> #another-split`, (button) => (button as HTMLButtonElement).click());
    await page.waitForFunction((selector) => document.querySelector(selector)?.getAttribute('seed') === '2', {}, figure);
    const other = await classesOf(page);
    expect(sum(other.test)).toBe(2000);
    expect(other.test).not.toEqual(before.test);
    await page.focus(`${figure} >>> #divider`);
    await page.keyboard.press('ArrowLeft');
    await seen(page, `${figure} #train-size`, '7,900');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    await seen(page, `${figure} #test-size`, '3,100');
    expect(await attribute(page, figure, 'test-fraction')).toBe('0.31');
    const { x, y } = await centreOf(page, `${figure} #divider`);
    await page.mouse.click(x, y);
    await seen(page, `${figure} #test-size`, '5,000');
  });

  it('reads the pixel under a finger, in Chinese, on a phone', async () => {
    const { page } = await openAlone(open, '?lang=zh#data?bench', { viewport: { width: 390, height: 844 } });
    await seen(page, `${figure} #part`, '训练数据');
    const { x, y } = await centreOf(page, `${figure} #numbers`);
    await page.touchscreen.tap(x + 30, y - 60);
    await page.waitForFunction((selector) => document.querySelector(selector)?.hasAttribute('row'), {}, figure);
    const [digit, row, column] = await page.$eval(figure, (element) => [
      Number(element.getAttribute('digit') ?? 18),
      Number(element.getAttribute('row')),
      Number(element.getAttribute('column')),
    ]);
    await seen(page, `${figure} #pixel`, String(pixels[(digit ?? 0) * 784 + (row ?? 0) * 28 + (column ?? 0)]));
    expect(await textOf(page, `${figure} dl`)).not.toMatch(/[a-z]{3}/i);
  });

  it('offers to try again when the digits do not arrive, and says which part of a link it could not use', async () => {
    const { page } = await open('?lang=en#data?only=eleven');
    await seen(page, `${figure} .notices`, 'only is given as “eleven”');
    const { page: other } = await open('?lang=en');
    // The page's own fetch answers: requests that a browser holds back for a test do not mix well with those of workers.
    await other.evaluate(() => {
      const passOn = globalThis.fetch;
      let refusals = 1;
      globalThis.fetch = async (...request) => (/digits/.test(String(request[0])) && refusals-- > 0 ? new Response('', { status: 404 }) : passOn(...request));
    });
    await other.$eval(figure, (element) => {
      element.setAttribute('bench', '');
      element.scrollIntoView();
    });
    await seen(other, `${figure} .notices`, '404');
    await usable(other, `${figure} #retry`);
    await other.$eval(`${figure} >>> #retry`, (button) => (button as HTMLButtonElement).click());
    await seen(other, `${figure} #zeros-all`, '80.84%');
  });
});
