import { expect, it } from 'vitest';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, usable } from './figure.ts';

const squared = '#loss #squared-error';
const cross = '#loss #cross-entropy';

/** The outputs that the reader has set. */
const outputs = async (page: TestPage) => (await attribute(page, '#loss', 'y'))?.split(',').map(Number) ?? [];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describeInChromium('loss', (open) => {
  it("has the chapter's two losses of its two answers, in both languages", async () => {
    const { page } = await openAlone(open, '?lang=en#loss?bench');
    await seen(page, cross, '0.510825');
    expect(await textOf(page, squared)).toBe('0.0975');
    expect(await textOf(page, '#loss .terms tfoot')).toMatch(/Sum 1 1 0\.0975 0\.5108/);
    await painted(page, '#loss #bars');
    await painted(page, '#loss #curves');
    await (await page.waitForSelector('#loss >>> [data-answer=wrong]'))?.click();
    await seen(page, cross, '2.30258');
    expect(await textOf(page, squared)).toBe('0.5975');
    const { page: chinese } = await openAlone(open, '?lang=zh#loss');
    await seen(chinese, cross, '0.510825');
    expect(await textOf(chinese, '#loss .losses')).toContain('交叉熵误差');
  });

  it('shows the largest loss that δ allows, when the right bar is at 0', async () => {
    const { page } = await openAlone(open, '?lang=en#loss');
    await seen(page, cross, '0.510825');
    await (await page.waitForSelector('#loss >>> #bar2'))?.focus();
    await page.keyboard.press('Home');
    await seen(page, cross, '16.1181');
    expect(Number(await textOf(page, squared))).toBeLessThan(1);
    const y = await outputs(page);
    // 0.1 of the 0.4 that the others had before.
    expect(y[0]).toBeCloseTo(0.25, 5);
    expect(sum(y)).toBeCloseTo(1, 5);
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => document.querySelector('#loss')?.getAttribute('y')?.split(',')[2] === '0.01');
    // −log(0.01 + 1e-7)
    await seen(page, cross, '4.60516');
  });

  it('sets the bar that the mouse drags, and the others keep their proportions', async () => {
    const { page } = await openAlone(open, '?lang=en#loss');
    await seen(page, cross, '0.510825');
    const { x, y } = await centreOf(page, '#loss #bar7');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 120, { steps: 5 });
    await page.mouse.up();
    const now = await outputs(page);
    expect(now[7]).toBeGreaterThan(0.3);
    expect(sum(now)).toBeCloseTo(1, 5);
    expect((now[2] ?? 0) / (now[0] ?? 1)).toBeCloseTo(6, 3);
  });

  it('takes the digit that a finger taps for the right answer, and the bar to where it taps', async () => {
    const { page } = await openAlone(open, '?lang=en#loss', { viewport: { width: 390, height: 844 } });
    await seen(page, cross, '0.510825');
    const digit = await centreOf(page, '#loss .classes label:nth-of-type(8)');
    await page.touchscreen.tap(digit.x, digit.y);
    // −log(0.1 + 1e-7), and one-hot 7
    await seen(page, cross, '2.30258');
    expect(await attribute(page, '#loss', 'label')).toBe('7');
    const plot = await centreOf(page, '#loss #bars');
    await page.touchscreen.tap(plot.x + 5, plot.y);
    await page.waitForFunction(() => document.querySelector('#loss')?.hasAttribute('y'));
    expect(Math.max(...(await outputs(page)))).toBeGreaterThan(0.35);
  });

  it('is as a link says, and says what it could not use', async () => {
    const { page } = await open('?lang=en#loss?y=0.5,0.5,0,0,0,0,0,0,0,0&label=1');
    await seen(page, cross, '0.693147');
    // ½(0.5² + 0.5²)
    expect(await textOf(page, squared)).toBe('0.25');
    const { page: wrong } = await open('?lang=en#loss?y=0.5,0.6');
    await seen(wrong, '#loss .notices', 'y is given as “0.5,0.6”, but must be 10 numbers');
    await seen(wrong, cross, '0.510825');
  });

  it('keeps answers beside the one that is shown, brings one back, and clears them', async () => {
    const { page } = await openAlone(open, '?lang=en#loss');
    await seen(page, cross, '0.510825');
    await press(page, '#keep');
    await press(page, '[data-answer=wrong]');
    await seen(page, cross, '2.30258');
    expect(await textOf(page, '#loss .losses tbody')).toMatch(/A: 2 0\.0975 0\.5108/);
    await press(page, '.losses button');
    await seen(page, cross, '0.510825');
    await press(page, '#clear');
    await page.waitForFunction(() => !document.querySelector('#loss')?.hasAttribute('kept'));
    expect(await textOf(page, '#loss .losses tbody')).not.toContain('A: 2');
  });

  it('notices two kept answers of equal squared error that cost differently, but not those of a link', async () => {
    const mild = '2:0.034444,0.017222,0.206667,0,0.017222,0.034444,0,0.69,0,0';
    const even = `2:${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => (k === 2 ? 0 : 0.111111)).join()}`;
    const { page } = await openAlone(open, `?lang=en#loss?kept=${mild};${even}`);
    await ask(page);
    await seen(page, '#loss .losses', '0.5556');
    await press(page, '#clear');
    await page.waitForFunction(() => !document.querySelector('#loss')?.hasAttribute('kept'));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard(page)).toEqual([]);
    await page.focus('#loss >>> #bar7');
    for (let k = 0; k < 5; k++) await page.keyboard.press('PageUp');
    for (let k = 0; k < 9; k++) await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => document.querySelector('#loss')?.getAttribute('y')?.split(',')[7] === '0.69');
    await press(page, '#keep');
    await press(page, '[data-answer=even]');
    await page.focus('#loss >>> #bar2');
    await page.keyboard.press('Home');
    await seen(page, cross, '16.1181');
    await press(page, '#keep');
    await seen(page, '#loss .told', 'Squared errors of 0.554 and 0.556');
    expect(await heard(page)).toEqual([{ figure: 'loss', task: 'equal-errors', shown: false }]);
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#loss');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await ask(page);
    await seen(page, cross, '0.510825');
    await press(page, '#show-me');
    await seen(page, '#loss .told', 'Shown: Squared errors of 0.554 and 0.556');
    expect(await heard(page)).toEqual([{ figure: 'loss', task: 'equal-errors', shown: true }]);
  });
});

async function press(page: TestPage, selector: string): Promise<void> {
  await usable(page, `#loss ${selector}`);
  await page.$eval(`#loss >>> ${selector}`, (button) => (button as HTMLElement).click());
}

/** The question is asked, and what `downhill-found` tells is heard. */
async function ask(page: TestPage): Promise<void> {
  await page.$eval('#loss', (figure) => {
    const found: unknown[] = [];
    Object.assign(globalThis, { found });
    figure.addEventListener('downhill-found', (event) => found.push((event as CustomEvent).detail));
    figure.setAttribute('question', '');
  });
}

const heard = (page: TestPage) => page.evaluate(() => (globalThis as unknown as { found: unknown[] }).found);
