import { expect, it } from 'vitest';
import { readState, settingsOf } from '../../../web/figures/generalisation/state.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium, type Open } from '../harness.ts';
import { attribute, centreOf, frames, hasPaint, openAlone, seen, textOf, usable } from './figure.ts';
import { runInNode } from './run.ts';
import { savedOf } from './saved.ts';
import { failWorkers, watchWorkers, workersAlive } from './workers.ts';

const figure = '#generalisation';
const attributes = { iterations: '400', 'learning-rate': '0.5' };
const link = `${figure}?${new URLSearchParams(attributes)}`;
const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

/** The same run without a browser. */
async function accuracyInNode(): Promise<{ train: number; test: number }> {
  const session = await runInNode(settingsOf(readState((name) => attributes[name as keyof typeof attributes] ?? null)), Number(attributes.iterations));
  return { train: session.net.accuracy(session.data.train), test: session.net.accuracy(session.data.test) };
}

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

const probabilitiesOf = (page: TestPage) =>
  page.$$eval(`${figure} >>> #probabilities tbody td:last-child`, (cells) => cells.map((cell) => Number.parseFloat(cell.textContent ?? '')));
const largest = (values: readonly number[]) => values.indexOf(Math.max(...values));

/** Learns without end on a page that knows which of its workers are alive. */
async function learningForEver(open: Open): Promise<TestPage> {
  const { page } = await open('?lang=en');
  await watchWorkers(page);
  await page.$eval(figure, (element) => {
    element.setAttribute('iterations', '1000000');
    element.scrollIntoView();
  });
  await press(page, 'play');
  await page.waitForFunction((selector) => Number.parseInt(document.querySelector(selector)?.shadowRoot?.querySelector('#iteration-now')?.textContent ?? '', 10) > 20, {}, figure);
  return page;
}

describeInChromium('generalisation', (open) => {
  it('learns 100 digits by heart, and tells by how much better it reads them than others', async () => {
    const { page } = await openAlone(open, `?lang=en${link}&drawing=50,20,50,80`);
    await seen(page, `${figure} #says`, 'it guesses');
    const guessed = await probabilitiesOf(page);
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Done after 400 iterations');
    const { train, test } = await accuracyInNode();
    expect(train).toBeGreaterThan(0.95);
    expect(train - test).toBeGreaterThan(0.1);
    expect(await textOf(page, `${figure} #train-accuracy`)).toBe(percent(train));
    expect(await textOf(page, `${figure} #test-accuracy`)).toBe(percent(test));
    expect(await textOf(page, `${figure} #gap-now`)).toBe(percent(train - test));
    expect(await textOf(page, `${figure} #runs [data-size="100"]`)).toContain(percent(train - test));

    // Every test digit is in one cell, the right ones on the diagonal.
    const rows = String((await savedOf(page, figure, 'csv-confusion'))[0]?.bytes)
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',').slice(1).map(Number));
    expect(rows.flat().reduce((sum, count) => sum + count)).toBe(2000);
    expect(rows.reduce((sum, row, k) => sum + (row[k] ?? 0), 0) / 2000).toBeCloseTo(test, 12);
    for (const canvas of ['#gap', '#confusion', '#examples', '#mistakes', '#pad', '#seen']) expect(await hasPaint(page, `${figure} ${canvas}`)).toBe(true);

    // The stroke of the link is a one.
    const probabilities = await probabilitiesOf(page);
    expect(probabilities).not.toEqual(guessed);
    expect(probabilities.reduce((sum, probability) => sum + probability)).toBeCloseTo(100, 0);
    expect(largest(probabilities)).toBe(1);

    // The cell of 4 read as 9 is chosen first; the keys lead to 4 read as 4.
    await seen(page, `${figure} #cell`, `Label 4 read as 9: ${rows[4]?.[9]}`);
    await page.focus(`${figure} >>> #confusion`);
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowLeft');
    await seen(page, `${figure} #cell`, `Label 4 read as 4: ${rows[4]?.[4]}`);
    expect(await attribute(page, figure, 'answer')).toBe('4');
  });

  it('trains on more digits after the first hundred, one size after the other', async () => {
    const { page } = await openAlone(open, `?lang=en${figure}?iterations=100000&learning-rate=0.5`);
    // Begun anew with other weights, it is one run and no longer the first of four.
    await press(page, 'in-turn');
    await seen(page, `${figure} .standing`, 'Learning from');
    await press(page, 'other-weights');
    await seen(page, `${figure} .standing`, 'Not trained yet');
    await page.$eval(figure, (element) => element.setAttribute('iterations', '60'));
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Done after 60 iterations');
    await frames(page, 20);
    expect(await attribute(page, figure, 'train-size')).toBeNull();
    await press(page, 'in-turn');
    await page.waitForFunction((selector) => document.querySelector(selector)?.getAttribute('train-size') === 'all', {}, figure);
    await seen(page, `${figure} .standing`, 'Done after 60 iterations');
    const rows = await page.$$eval(`${figure} >>> #runs tbody tr`, (elements) => elements.map((row) => row.querySelectorAll('td').length));
    expect(rows).toEqual([4, 4, 4, 4]);
  });

  it('changes its mind while the mouse draws, and lets the keys draw, undo and clear', async () => {
    const { page } = await openAlone(open, `?lang=en${link}`);
    await press(page, 'play');
    await seen(page, `${figure} .standing`, 'Done after 400 iterations');
    const { x, y } = await centreOf(page, `${figure} #pad`);
    await page.mouse.move(x - 60, y - 80);
    await page.mouse.down();
    await page.mouse.move(x + 60, y - 80, { steps: 6 });
    await seen(page, `${figure} #says`, 'It says');
    const first = await probabilitiesOf(page);
    await page.mouse.move(x, y + 100, { steps: 6 });
    await page.waitForFunction(
      (selector, before) => {
        const cells = [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll('#probabilities tbody td:last-child') ?? [])];
        return cells.map((cell) => Number.parseFloat(cell.textContent ?? '')).join() !== before;
      },
      {},
      figure,
      first.join(),
    );
    expect(await attribute(page, figure, 'drawing')).toBeNull();
    await page.mouse.up();
    await page.waitForFunction((selector) => document.querySelector(selector)?.hasAttribute('drawing'), {}, figure);
    const drawing = await attribute(page, figure, 'drawing');

    await page.focus(`${figure} >>> #pad`);
    await page.keyboard.press(' ');
    for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press(' ');
    await page.waitForFunction((selector) => document.querySelector(selector)?.getAttribute('drawing')?.includes(';'), {}, figure);
    expect((await attribute(page, figure, 'drawing'))?.startsWith(`${drawing};`)).toBe(true);
    await page.keyboard.press('Backspace');
    expect(await attribute(page, figure, 'drawing')).toBe(drawing);
    await page.keyboard.press('Delete');
    expect(await attribute(page, figure, 'drawing')).toBeNull();
    await seen(page, `${figure} #says`, 'Nothing is drawn');
  });

  it('is drawn on by a finger, in Chinese, on a phone', async () => {
    const { page } = await openAlone(open, `?lang=zh${figure}`, { viewport: { width: 390, height: 844 } });
    await seen(page, `${figure} .standing`, '还没有训练');
    const { x, y } = await centreOf(page, `${figure} #pad`);
    await page.touchscreen.touchStart(x, y - 60);
    for (let k = -5; k <= 6; k++) await page.touchscreen.touchMove(x, y + 10 * k);
    await page.touchscreen.touchEnd();
    await page.waitForFunction((selector) => (document.querySelector(selector)?.getAttribute('drawing')?.split(',').length ?? 0) > 4, {}, figure);
    await seen(page, `${figure} #says`, '在乱猜');
    const words = await textOf(page, `${figure} figure`);
    expect(words.replaceAll(/Backspace|Delete|epoch|seed|NumPy/g, '')).not.toMatch(/[a-z]{4}/i);
  });

  it('says which part of a link it could not use', async () => {
    const { page } = await open(`?lang=en${figure}?train-size=many`);
    await seen(page, `${figure} .notices`, 'train-size is given as “many”');
  });

  it('holds no worker while it is off screen, and goes on where it was', async () => {
    const page = await learningForEver(open);
    await workersAlive(page, 1);
    await page.evaluate(() => document.querySelector('#opening')?.scrollIntoView());
    await workersAlive(page, 0);
    const before = await textOf(page, `${figure} #iteration-now`);
    await page.$eval(figure, (element) => element.scrollIntoView());
    await page.waitForFunction((selector, then) => document.querySelector(selector)?.shadowRoot?.querySelector('#iteration-now')?.textContent !== then, {}, figure, before);
    const number = (text: string) => Number(text.replaceAll(',', ''));
    expect(number(await textOf(page, `${figure} #iteration-now`))).toBeGreaterThan(number(before));
  });

  it('keeps the net when its worker dies, and goes on from there when it is told to', async () => {
    const page = await learningForEver(open);
    await page.$eval(figure, (element) => element.setAttribute('drawing', '50,20,50,80'));
    await seen(page, `${figure} #says`, 'It says');
    await failWorkers(page, 'out of memory');
    await seen(page, `${figure} .notices`, 'The training in the background has stopped (out of memory)');
    expect(await textOf(page, `${figure} #says`)).toContain('It says');
    const before = await textOf(page, `${figure} #iteration-now`);
    await press(page, 'restart');
    await page.waitForFunction((selector, then) => document.querySelector(selector)?.shadowRoot?.querySelector('#iteration-now')?.textContent !== then, {}, figure, before);
    expect(await textOf(page, `${figure} .notices`)).not.toContain('stopped');
  });
});
