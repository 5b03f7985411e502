import { expect, it } from 'vitest';
import type { TwoLayerNet } from '../../../web/engine/api/api.ts';
import type { Work } from '../../../web/figures/base/work/sliced-work.ts';
import { readersOf } from '../../../web/figures/generalisation/readers.ts';
import { readState, settingsOf } from '../../../web/figures/generalisation/state.ts';
import { answerOf } from '../../../web/figures/learning/answer.ts';
import { partsOf } from '../../../web/figures/learning/learnt-net.ts';
import { pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium, type Open } from '../harness.ts';
import { attribute, centreOf, frames, openAlone, painted, seen, textOf, until, usable } from './figure.ts';
import { runInNode } from './run.ts';
import { savedOf } from './saved.ts';
import { failWorkers, watchWorkers, workersAlive } from './workers.ts';

const figure = '#generalisation';
const attributes = { iterations: '400', 'learning-rate': '0.5' };
const link = `${figure}?${new URLSearchParams({ ...attributes, bench: '' })}`;
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

/** Of the net that has learnt from all digits. */
const probabilitiesOf = (page: TestPage) =>
  page.$$eval(`${figure} >>> #probabilities tbody td:last-child`, (cells) => cells.map((cell) => Number.parseFloat(cell.textContent ?? '')));
const largest = (values: readonly number[]) => values.indexOf(Math.max(...values));

/** Learns without end on a page that knows which of its workers are alive. */
async function learningForEver(open: Open): Promise<TestPage> {
  const { page } = await open('?lang=en');
  await watchWorkers(page);
  await page.$eval(figure, (element) => {
    element.setAttribute('iterations', '1000000');
    element.setAttribute('bench', '');
    element.scrollIntoView();
  });
  await press(page, 'play');
  await page.waitForFunction((selector) => Number.parseInt(document.querySelector(selector)?.shadowRoot?.querySelector('#iteration-now')?.textContent ?? '', 10) > 20, {}, figure);
  return page;
}

const { train, test } = partsOf(pageDigits());

/** What `downhill-found` tells from now on. */
async function listen(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

/** Once both nets have learnt. */
async function learnt(page: TestPage): Promise<void> {
  await page.$eval(figure, (element) => element.setAttribute('question', ''));
  await seen(page, `${figure} #says`, 'On the pad is a test digit, label');
}

/** Strokes in units of the pad. */
async function draw(page: TestPage, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
  const { x, y } = await centreOf(page, `${figure} #pad`);
  const width = await page.$eval(`${figure} >>> #pad`, (pad) => pad.getBoundingClientRect().width);
  const place = ([across, down]: readonly [number, number]) => [x + (across / 100 - 0.5) * width, y + (down / 100 - 0.5) * width] as const;
  for (const [first, ...others] of strokes) {
    if (!first) continue;
    await page.mouse.move(...place(first));
    await page.mouse.down();
    for (const each of others) await page.mouse.move(...place(each), { steps: 5 });
    await page.mouse.up();
  }
}

/** Of a work, at once. */
function made<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What the two nets read. */
const answersOf = (page: TestPage) => page.$$eval(`${figure} >>> .reader strong`, (answers) => answers.map((answer) => Number(answer.textContent)));

/** The first test digits that the net of all digits reads, and that of 100 does not. */
function testDigitsApart(count: number): { digit: number; label: number }[] {
  const { few, all } = made(readersOf(engine, train));
  const labelled = Array.from({ length: 200 }, (_, digit) => ({ digit, label: test.labels(Uint32Array.of(digit))[0] as number }));
  const reads = (net: TwoLayerNet, digit: number) => answerOf(engine, net, test.pixels(Uint32Array.of(digit))).digit;
  return labelled.filter(({ digit, label }) => reads(few, digit) !== label && reads(all, digit) === label).slice(0, count);
}

/** The rows of a test digit, dark part after dark part, as strokes of a pen. */
function strokesOf(digit: number): (readonly [number, number])[][] {
  const pixels = test.pixels(Uint32Array.of(digit));
  const dark = (row: number, column: number) => (pixels[row * 28 + column] ?? 0) > 127;
  const unit = 100 / 28;
  const strokes: (readonly [number, number])[][] = [];
  for (let row = 0; row < 28; row++)
    for (let column = 0; column < 28; column++) {
      if (!dark(row, column) || (column > 0 && dark(row, column - 1))) continue;
      let end = column;
      while (end < 27 && dark(row, end + 1)) end++;
      const [from, to] = [column + 1, Math.max(column + 1, end)].map((at) => Math.round(at * unit)) as [number, number];
      const down = Math.round((row + 0.5) * unit);
      strokes.push([
        [from, down],
        [to, down],
      ]);
    }
  return strokes;
}

describeInChromium('generalisation', (open) => {
  it('shows the untrained net’s accuracies and a test digit before anything is pressed', async () => {
    const { page } = await openAlone(open, `?lang=en${figure}`);
    await seen(page, `${figure} .gap`, 'Gap');
    await learnt(page);
    expect(await answersOf(page)).toEqual([4, 4]);
    for (const canvas of ['#gap', '#pad']) await painted(page, `${figure} ${canvas}`);
    expect(await textOf(page, `${figure} [part="stage"]`)).not.toMatch(/–|not run|…/);
  });

  it('finds a digit that is named first, then drawn, and that the net of all digits alone reads', async () => {
    const { page } = await openAlone(open, `?lang=en${figure}`);
    await learnt(page);
    const heard = await listen(page);
    // A copy by a pen is not read as the original is, each time.
    for (const { digit, label } of testDigitsApart(12)) {
      await page.$eval(`${figure} >>> [data-meant="${label}"]`, (button) => (button as HTMLButtonElement).click());
      await seen(page, `${figure} #says`, `Now draw this digit on the pad: ${label}.`);
      await draw(page, strokesOf(digit));
      await seen(page, `${figure} #says`, `You meant ${label}:`);
      if ((await textOf(page, `${figure} #says`)).includes('the net from all reads it')) break;
      await page.$eval(`${figure} >>> [data-meant="${label}"]`, (button) => (button as HTMLButtonElement).click());
    }
    await seen(page, `${figure} #says`, 'the net from 100 digits misreads it, the net from all reads it');
    await seen(page, `${figure} .told`, 'that is what more data buys');
    expect(await heard()).toEqual([{ figure: 'generalisation', task: 'apart', shown: false }]);
  });

  it('leads on when both nets read what is drawn, and counts nothing that is named afterwards', async () => {
    const { page } = await openAlone(open, `?lang=en${figure}`);
    await learnt(page);
    const heard = await listen(page);
    const one = [
      [
        [50, 20],
        [50, 80],
      ],
    ] as const;
    await draw(page, one);
    await seen(page, `${figure} #says`, 'Which digit did you mean?');
    for (let time = 0; time < 3; time++) {
      await page.$eval(figure, (element) => element.removeAttribute('meant'));
      await page.$eval(`${figure} >>> [data-meant="1"]`, (button) => (button as HTMLButtonElement).click());
      await page.waitForFunction((selector) => !document.querySelector(selector)?.hasAttribute('drawing'), {}, figure);
      await draw(page, one);
      await seen(page, `${figure} #says`, 'You meant 1: both nets read it.');
      // The reader's hand comes to rest.
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await seen(page, `${figure} .told`, 'Try an 8 or a 5');
    expect(await heard()).toEqual([]);
  });

  it('shows how: a test digit, named', async () => {
    const { page } = await openAlone(open, `?lang=en${figure}`);
    await learnt(page);
    const heard = await listen(page);
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 60_000);
    expect(await heard()).toEqual([{ figure: 'generalisation', task: 'apart', shown: true }]);
    await seen(page, `${figure} .told`, 'Shown: The net that saw 100 digits takes your 5 for 2');
    expect(await answersOf(page)).toEqual([2, 5]);
  });

  it('learns 100 digits by heart, and tells by how much better it reads them than others', async () => {
    const { page } = await openAlone(open, `?lang=en${link}&drawing=50,20,50,80`);
    await seen(page, `${figure} #says`, 'Two nets are learning');
    const guessed = await probabilitiesOf(page);
    expect(guessed.filter((probability) => probability < 5 || probability > 20)).toEqual([]);
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
    // Those that nobody sees are drawn a little later.
    for (const canvas of ['#gap', '#confusion', '#examples', '#mistakes', '#pad', '#seen', '#by-heart']) await painted(page, `${figure} ${canvas}`);

    // The stroke of the link is a one.
    await seen(page, `${figure} #says`, 'Which digit did you mean?');
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
    const { page } = await openAlone(open, `?lang=en${figure}?iterations=100000&learning-rate=0.5&bench`);
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
    await seen(page, `${figure} #says`, 'On the pad is a test digit, label 4.');
    const { x, y } = await centreOf(page, `${figure} #pad`);
    await page.mouse.move(x - 60, y - 80);
    await page.mouse.down();
    await page.mouse.move(x + 60, y - 80, { steps: 6 });
    await seen(page, `${figure} #says`, 'Which digit did you mean?');
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
    await seen(page, `${figure} #says`, 'On the pad is a test digit, label 4.');
  });

  it('is drawn on by a finger, in Chinese, on a phone', async () => {
    const { page } = await openAlone(open, `?lang=zh${figure}`, { viewport: { width: 390, height: 844 } });
    await seen(page, `${figure} .standing`, '还没有训练');
    const { x, y } = await centreOf(page, `${figure} #pad`);
    await page.touchscreen.touchStart(x, y - 60);
    for (let k = -5; k <= 6; k++) await page.touchscreen.touchMove(x, y + 10 * k);
    await page.touchscreen.touchEnd();
    await page.waitForFunction((selector) => (document.querySelector(selector)?.getAttribute('drawing')?.split(',').length ?? 0) > 4, {}, figure);
    await seen(page, `${figure} #says`, '你想写的是哪个数字？');
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
    await failWorkers(page, 'out of memory');
    await seen(page, `${figure} .notices`, 'The training in the background has stopped (out of memory)');
    await painted(page, `${figure} #confusion`);
    const before = await textOf(page, `${figure} #iteration-now`);
    await press(page, 'restart');
    await page.waitForFunction((selector, then) => document.querySelector(selector)?.shadowRoot?.querySelector('#iteration-now')?.textContent !== then, {}, figure, before);
    expect(await textOf(page, `${figure} .notices`)).not.toContain('stopped');
  });
});
