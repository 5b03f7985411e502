import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, seen, textOf, usable } from './figure.ts';

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

describeInChromium('data', (open) => {
  it('tells of the digits what is in the asset: labels, pixels, how many of each class, how many zeros', async () => {
    const { page } = await openAlone(open, '?lang=en#data?digit=4217&row=13&column=12');
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
    for (const canvas of ['#wall', '#numbers', '#digit']) expect(await hasPaint(page, `${figure} ${canvas}`)).toBe(true);
  });

  it('chooses a digit by the mouse, by the keys, and one of a single class', async () => {
    const { page } = await openAlone(open, '?lang=en#data?digit=0');
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
    const { page } = await openAlone(open, '?lang=en#data');
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
    const { page } = await openAlone(open, '?lang=zh#data', { viewport: { width: 390, height: 844 } });
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
    await other.$eval(figure, (element) => element.scrollIntoView());
    await seen(other, `${figure} .notices`, '404');
    await usable(other, `${figure} #retry`);
    await other.$eval(`${figure} >>> #retry`, (button) => (button as HTMLButtonElement).click());
    await seen(other, `${figure} #zeros-all`, '80.84%');
  });
});
