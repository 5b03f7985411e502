import { expect, it } from 'vitest';
import { lines } from '../../../web/figures/errata/lines.ts';
import { mistakes } from '../../../web/figures/errata/state.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until, usable } from './figure.ts';
import { foundOn } from './tasks.ts';

const numbers = '#errata #numbers td';

/** The cells of the table of numbers: right and wrong of each row. */
const rows = (page: TestPage) =>
  page.$$eval('#errata >>> #numbers tbody tr', (all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.replaceAll('−', '-') ?? '')));

/** Chooses a mistake as a link does, and waits for its numbers. */
async function choose(page: TestPage, mistake: string, number: string): Promise<string[][]> {
  await page.$eval('#errata', (figure, wanted) => figure.setAttribute('mistake', wanted), mistake);
  await seen(page, numbers, number);
  return rows(page);
}

/** Presses the button of one of the two programs, by its lines; gives which mistake was asked. */
async function answer(page: TestPage, form: 'right' | 'wrong'): Promise<string> {
  await usable(page, '#errata #pick-1');
  const shown = await page.$$eval('#errata >>> .panel', (panels) => panels.map((panel) => panel.querySelector('.lines')?.textContent ?? ''));
  const mistake = mistakes.find((each) => shown.includes(lines[each].right) && shown.includes(lines[each].wrong));
  if (!mistake) throw new Error(`no mistake has ${shown.join(' and ')}`);
  await page.$eval(`#errata >>> #pick-${shown.indexOf(lines[mistake][form]) + 1}`, (button) => (button as HTMLButtonElement).click());
  await usable(page, '#errata #next');
  return mistake;
}

const goOn = (page: TestPage) => page.$eval('#errata >>> #next', (button) => (button as HTMLButtonElement).click());

async function asked(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.$eval('#errata', (figure) => figure.setAttribute('question', ''));
  await usable(page, '#errata #pick-1');
  return foundOn(page);
}

describeInChromium('errata', (open) => {
  it('shows two programs and what they give, and names them once the reader has said which is right', async () => {
    const { page } = await openAlone(open, '?lang=en#errata');
    await painted(page, '#errata #right');
    await painted(page, '#errata #wrong');
    await seen(page, '#errata #answer', 'Which program is right? 0 of 13 spotted.');
    expect(await textOf(page, '#errata .stage')).not.toMatch(/in the post|One gradient for all points/);
    expect(await answer(page, 'right')).toBe('quiver');
    await seen(page, '#errata #answer', 'Spotted. One gradient for all points.');
    expect(await page.$$eval('#errata >>> h3', (names) => names.map(({ textContent }) => textContent).toSorted())).toEqual(['As in the post', 'Right']);
    // The keyboard's place is at what comes next.
    await page.waitForFunction(() => document.querySelector('#errata')?.shadowRoot?.activeElement?.id === 'next');
    await page.keyboard.press('Enter');
    await seen(page, '#errata #answer', '1 of 13 spotted');
    await answer(page, 'wrong');
    await seen(page, '#errata #answer', 'It was the other one. Labels of two dimensions.');
  });

  it('notices that all thirteen are spotted, of which a wrong one comes again', { timeout: 120_000 }, async () => {
    const { page } = await openAlone(open, '?lang=en#errata');
    const heard = await asked(page);
    const order = [await answer(page, 'wrong')];
    for (let k = 0; k < mistakes.length; k++) {
      expect(await heard()).toEqual([]);
      await goOn(page);
      order.push(await answer(page, 'right'));
    }
    expect(order.at(-1)).toBe(order[0]);
    expect(new Set(order).size).toBe(mistakes.length);
    await until(async () => (await heard()).length > 0, 'downhill-found');
    expect(await heard()).toEqual([{ figure: 'errata', task: 'all', shown: false }]);
    await seen(page, '#errata .told', 'All thirteen are spotted, with 14 answers.');
  });

  it('plays the solution, and then asks what it had asked before', { timeout: 240_000 }, async () => {
    const { page } = await openAlone(open, '?lang=en#errata');
    const heard = await asked(page);
    await answer(page, 'right');
    await goOn(page);
    await seen(page, '#errata #answer', '1 of 13 spotted');
    await page.$eval('#errata >>> #show-me', (button) => (button as HTMLButtonElement).click());
    await until(async () => (await heard()).length > 0, 'downhill-found', 180_000);
    expect(await heard()).toEqual([{ figure: 'errata', task: 'all', shown: true }]);
    await seen(page, '#errata #answer', 'Which program is right? 1 of 13 spotted.');
  });

  it('leads from a mistake that a link names to the questions', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=softmax-of-batch');
    await seen(page, '#errata #answer', 'softmax over the whole batch.');
    await goOn(page);
    await seen(page, '#errata #answer', 'Which program is right? 0 of 13 spotted.');
    expect(await attribute(page, '#errata', 'mistake')).toBeNull();
  });

  it('shows that of 324 arrows only two are not 0, in both languages', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=quiver&bench');
    await seen(page, numbers, '323');
    expect(await rows(page)).toEqual([
      ['323', '2'],
      ['(4.5, 4.5)', '(0, 0)'],
    ]);
    await painted(page, '#errata #right');
    await painted(page, '#errata #wrong');
    expect(await textOf(page, '#errata #mistake-quiver')).toContain('4.4');
    const { page: chinese } = await openAlone(open, '?lang=zh#errata?mistake=quiver&bench');
    await seen(chinese, numbers, '323');
    expect(await textOf(chinese, '#errata #what')).toContain('324 支箭头里有 322 支为 0');
  });

  it('runs both forms of each mistake on the same data', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=quiver&bench');
    await seen(page, numbers, '323');
    // What NumPy gives for an array of integers; see tests/native/errata/errata_test.cpp.
    expect(await choose(page, 'integer-gradient', '25000')).toEqual([
      ['(6, 8)', '(25000, 35000)'],
      ['(0, -4)', '(0, -15000)'],
    ]);
    // Each step of 0.1 leaves 0.8 of both coordinates of x0² + x1²; x1 made from x0 becomes x0 − 0.2·x1.
    let [x0, x1] = [-3, 4];
    for (let step = 0; step < 20; step++) [x0, x1] = [0.8 * x0, x0 - 0.2 * x1];
    const point = (a: number, b: number) => `(${a.toPrecision(4)}, ${b.toPrecision(4)})`;
    const [crossed] = await choose(page, 'crossed-update', '0.003323');
    expect(crossed).toEqual([point(-3 * 0.8 ** 20, 4 * 0.8 ** 20), point(x0, x1)]);
    const [overwritten] = await choose(page, 'overwritten-start', '(−3, 4)');
    expect(overwritten).toEqual(['(-3, 4)', point(-3 * 0.8 ** 20, 4 * 0.8 ** 20)]);
    expect(await choose(page, 'missing-last-point', '(−0.1875, 0.25)')).toEqual([
      ['5', '4'],
      ['(-0.1875, 0.25)', '(-0.375, 0.5)'],
    ]);
    const [[ofRows, ofBatch] = []] = await choose(page, 'softmax-of-batch', '1, 1, 1');
    expect(ofRows).toBe('1, 1, 1');
    expect((ofBatch ?? '').split(', ').reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(1, 2);
    const [row, column, picks] = await choose(page, 'label-shape', '9');
    expect(row?.[0]).toBe(row?.[1]);
    expect(column?.[0]).not.toBe(column?.[1]);
    expect(picks).toEqual(['3', '9']);
    expect((await choose(page, 'gradient-of-wrong-matrix', '784 × 50'))[1]).toEqual(['50 × 10', '784 × 50']);
    expect(await textOf(page, '#errata .said-by-python')).toContain('shapes (50,10) (784,50) (50,10)');
  });

  it('says what Python says where nothing can run', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=log-divided&bench');
    await seen(page, numbers, '0.510825');
    expect(await textOf(page, '#errata .said-by-python')).toContain("unsupported operand type(s) for /: 'numpy.ufunc' and 'float'");
    await choose(page, 'network-called', '2.');
    expect(await textOf(page, '#errata .said-by-python')).toContain("'TwoLayerNet' object is not callable");
  });

  it('trains a net with the mistake and one without, on real digits', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=summed-loss&bench');
    await seen(page, numbers, '%');
    const [, , accuracy] = await rows(page);
    const [right = 0, wrong = 1] = (accuracy ?? []).map((text) => Number.parseFloat(text));
    expect(right).toBeGreaterThan(75);
    // A step 100 times too long learns no more than to guess.
    expect(wrong).toBeLessThan(30);
    await painted(page, '#errata #wrong');
    const [entries] = await choose(page, 'loss-inside-loop', '4000');
    expect(entries).toEqual(['1000', '4000']);
  });

  it('is gone through by mouse and by keys, and the mistake is switched off and on', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=quiver&bench');
    await seen(page, numbers, '323');
    await (await page.waitForSelector('#errata >>> #mistake-softmax-of-batch'))?.click();
    await seen(page, numbers, '1, 1, 1');
    expect(await attribute(page, '#errata', 'mistake')).toBe('softmax-of-batch');
    await page.keyboard.press('Home');
    await seen(page, '#errata [aria-selected=true]', 'Labels of two dimensions');
    await page.keyboard.press('ArrowDown');
    await seen(page, '#errata [aria-selected=true]', 'One gradient for all points');
    // The sections are the engine's: it knows each of the mistakes.
    expect(await page.$$eval('#errata >>> .section', (all) => all.filter((section) => section.textContent?.startsWith('4.')).length)).toBe(mistakes.length);
    await (await page.waitForSelector('#errata >>> .check input'))?.click();
    await page.waitForFunction(() => document.querySelector('#errata')?.getAttribute('form') === 'right');
    expect(await rows(page)).toEqual([['323'], ['(4.5, 4.5)']]);
  });

  it('shows the mistake that a finger taps', async () => {
    const { page } = await openAlone(open, '?lang=en#errata?mistake=quiver&form=right&bench', { viewport: { width: 390, height: 844 } });
    await seen(page, numbers, '323');
    const { x, y } = await centreOf(page, '#errata #mistake-missing-last-point');
    await page.touchscreen.tap(x, y);
    await seen(page, numbers, '(−0.1875, 0.25)');
    // Long lines scroll by themselves.
    expect(await page.$eval('#errata >>> .errata', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    const check = await centreOf(page, '#errata .check input');
    await page.touchscreen.tap(check.x, check.y);
    await seen(page, numbers, '(−0.375, 0.5)');
  });

  it('says which part of a link it could not use', async () => {
    const { page } = await open('?lang=en#errata?mistake=typo');
    await seen(page, '#errata .notices', 'mistake is given as “typo”');
  });
});
