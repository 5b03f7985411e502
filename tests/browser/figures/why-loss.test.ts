import { expect, it } from 'vitest';
import { learntNet, pageDigits } from '../../lib/digits.ts';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, painted, seen, textOf, until, usable } from './figure.ts';

/** W2 from hidden unit 4 to output 7. */
const weight = 39_297;

const data = pageDigits();
const net = learntNet(data, 500);
const learnt = net.getParameters();
const digits = Uint32Array.from({ length: 100 }, (_, i) => i);
const x = data.inputs(digits);
const labels = data.labels(digits);

/** What the net answers with the weight at this value, asked directly. */
function asked(value: number): { right: number; loss: number; slope: number } {
  const parameters = learnt.slice();
  parameters[weight] = value;
  net.setParameters(parameters);
  const probabilities = net.predict(x);
  const right = labels.reduce((count, label, row) => {
    const answers = [...probabilities.subarray(10 * row, 10 * row + 10)];
    return count + (answers.indexOf(Math.max(...answers)) === label ? 1 : 0);
  }, 0);
  return { right, loss: net.loss(x, labels), slope: net.gradient(x, labels)[weight] as number };
}

const number = async (page: TestPage, id: string) => Number((await textOf(page, `#why-loss #${id}`)).replace('−', '-'));

async function expectAsAsked(page: TestPage, value: number): Promise<void> {
  const { right, loss, slope } = asked(value);
  expect(Number.parseInt(await textOf(page, '#why-loss #accuracy'), 10)).toBe(right);
  expect(await number(page, 'loss')).toBeCloseTo(loss, 4);
  expect(await number(page, 'loss-slope')).toBeCloseTo(slope, 3);
}

/** Waits until the loss is another. */
async function changed(page: TestPage, before: string): Promise<void> {
  await page.waitForFunction((loss) => document.querySelector('#why-loss')?.shadowRoot?.querySelector('#loss')?.textContent !== loss, {}, before);
}

describeInChromium('why-loss', (open) => {
  it('has an accuracy without a slope, above a loss with one', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss?bench');
    await seen(page, '#why-loss #accuracy', 'of 100');
    await expectAsAsked(page, learnt[weight] as number);
    expect(await number(page, 'accuracy-slope')).toBe(0);
    expect(await number(page, 'loss-slope')).not.toBe(0);
    for (const canvas of ['#sweep', '#tips', '#map']) await painted(page, `#why-loss ${canvas}`);
    expect(await textOf(page, '#why-loss .answer')).toContain('it says nothing. The loss says: make the weight');
    expect(await textOf(page, '#why-loss .tips')).toMatch(/this \d is read as \d to its left and as \d to its right/);
  });

  it('says what the net answers at each weight that the mouse and the keys give it', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss');
    await seen(page, '#why-loss #accuracy', 'of 100');
    let before = await textOf(page, '#why-loss #loss');
    const { x: left, y: top } = await centreOf(page, '#why-loss #ring');
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(left + 120, top, { steps: 5 });
    await page.mouse.up();
    await changed(page, before);
    const dragged = Number(await attribute(page, '#why-loss', 'value'));
    expect(dragged).toBeGreaterThan(1);
    await expectAsAsked(page, dragged);

    before = await textOf(page, '#why-loss #loss');
    await (await page.waitForSelector('#why-loss >>> #ring'))?.focus();
    await page.keyboard.press('Home');
    await changed(page, before);
    const lowest = Number(await attribute(page, '#why-loss', 'value'));
    expect(lowest).toBeLessThan(-3);
    await expectAsAsked(page, lowest);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((value) => Number(document.querySelector('#why-loss')?.getAttribute('value')) > value, {}, lowest);
  });

  it('is as a link says, in Chinese, and turns the weight that a finger taps', async () => {
    const { page } = await open('?lang=zh#why-loss?value=1.5&span=none&bench', { viewport: { width: 390, height: 844 } });
    await seen(page, '#why-loss #accuracy', '/100');
    await expectAsAsked(page, 1.5);
    expect(await textOf(page, '#why-loss .notices')).toContain('span 的值“none”无效');
    const map = await centreOf(page, '#why-loss #map');
    await page.touchscreen.tap(map.x, map.y);
    await page.waitForFunction(() => document.querySelector('#why-loss')?.hasAttribute('weight'));
    const chosen = Number(await attribute(page, '#why-loss', 'weight'));
    expect(chosen).toBeGreaterThanOrEqual(39_250);
    expect(chosen).toBeLessThan(39_750);
    expect(await attribute(page, '#why-loss', 'value')).toBeNull();
    const plot = await centreOf(page, '#why-loss #sweep');
    await page.touchscreen.tap(plot.x + 60, plot.y);
    await page.waitForFunction(() => Number(document.querySelector('#why-loss')?.getAttribute('value')) > 0.5);
  });

  it('draws on the bench whenever that is unfolded', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss');
    await seen(page, '#why-loss #accuracy', 'of 100');
    for (let k = 0; k < 2; k++) {
      await page.$eval('#why-loss', (figure) => figure.setAttribute('bench', ''));
      await painted(page, '#why-loss #map');
      await page.$eval('#why-loss', (figure) => figure.removeAttribute('bench'));
      await until(async () => !(await hasPaint(page, '#why-loss #map')), 'a bench that is folded');
    }
  });

  it('sweeps the weight from end to end, and stops where the reader says so', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss');
    await press(page, '#play');
    await seen(page, '#why-loss #play', 'Stop');
    await page.waitForFunction(() => Number(document.querySelector('#why-loss')?.getAttribute('value')) > -3);
    await press(page, '#play');
    await seen(page, '#why-loss #play', 'Sweep');
    expect(Number(await attribute(page, '#why-loss', 'value'))).toBeLessThan(3.9);
  });

  it('notices a stretch without a step that keys have passed, but neither a link nor a sweep across steps', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss?value=-2.2');
    await ask(page);
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await press(page, '#play');
    await page.waitForFunction(() => Number(document.querySelector('#why-loss')?.getAttribute('value')) > 3);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await page.$eval('#why-loss', (figure) => figure.setAttribute('value', '-2.2'));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard(page)).toEqual([]);
    await page.focus('#why-loss >>> #ring');
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowLeft');
    await seen(page, '#why-loss .told', 'to −2.2 the net reads 64 of the hundred digits all the way');
    expect(await heard(page)).toEqual([{ figure: 'why-loss', task: 'plateau', shown: false }]);
  });

  it('notices a sweep that the reader stops before the first step', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss');
    await ask(page);
    await press(page, '#play');
    // In the page: a word from here might come too late.
    await page.$eval('#why-loss', async (figure) => {
      while (!(Number(figure.getAttribute('value') ?? Number.NaN) > -3.6)) await new Promise((resolve) => requestAnimationFrame(resolve));
      figure.shadowRoot?.querySelector<HTMLElement>('#play')?.click();
    });
    await seen(page, '#why-loss .told', 'the net reads 64 of the hundred digits all the way');
    expect(await heard(page)).toEqual([{ figure: 'why-loss', task: 'plateau', shown: false }]);
  });

  it('notices a whole sweep in which there is no step, also where its end is shown at once', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss?weight=39460&span=0.3');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await ask(page);
    await press(page, '#play');
    await seen(page, '#why-loss .told', 'to 0.575 the net reads 68 of the hundred digits all the way');
    expect(await heard(page)).toEqual([{ figure: 'why-loss', task: 'plateau', shown: false }]);
  });

  it('notices a drag once it is released', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss?value=-2.3');
    await ask(page);
    await painted(page, '#why-loss #sweep');
    const { x, y } = await centreOf(page, '#why-loss #ring');
    await page.mouse.move(x, y);
    await page.mouse.down();
    // The plot is some 500 pixels wide, and the weight goes over eight: less than one and a half to the left.
    await page.mouse.move(x - 70, y, { steps: 8 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard(page)).toEqual([]);
    await page.mouse.up();
    await seen(page, '#why-loss .told', 'the net reads 64 of the hundred digits');
    expect(await heard(page)).toEqual([{ figure: 'why-loss', task: 'plateau', shown: false }]);
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#why-loss');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await ask(page);
    await seen(page, '#why-loss #accuracy', 'of 100');
    await press(page, '#show-me');
    await seen(page, '#why-loss .told', 'Shown: From');
    expect(await heard(page)).toEqual([{ figure: 'why-loss', task: 'plateau', shown: true }]);
  });
});

async function press(page: TestPage, selector: string): Promise<void> {
  await usable(page, `#why-loss ${selector}`);
  await page.$eval(`#why-loss >>> ${selector}`, (button) => (button as HTMLElement).click());
}

/** The question is asked, and what `downhill-found` tells is heard. */
async function ask(page: TestPage): Promise<void> {
  await page.$eval('#why-loss', (figure) => {
    const found: unknown[] = [];
    Object.assign(globalThis, { found });
    figure.addEventListener('downhill-found', (event) => found.push((event as CustomEvent).detail));
    figure.setAttribute('question', '');
  });
}

const heard = (page: TestPage) => page.evaluate(() => (globalThis as unknown as { found: unknown[] }).found);
