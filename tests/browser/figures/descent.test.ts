import { expect, it, vi } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, frames, openAlone, openBench, painted, seen, textOf, until, usable } from './figure.ts';
import { foundOn, notMarked } from './tasks.ts';

const stand = '#descent .stand tbody';
const verdicts = '#descent .verdicts';

describeInChromium('descent', (open) => {
  it("ends where the chapter's walk ends", async () => {
    const { page } = await openAlone(open, '?lang=en#descent?bench');
    await seen(page, `${stand} td`, '−0.0345876451');
    expect(await textOf(page, stand)).toContain('0.0461168602');
    await painted(page, '#descent #plot');
    await painted(page, '#descent #curve');
  });

  it("says what becomes of the chapter's three rates, in both languages", async () => {
    const link = '#descent?compare=sgd:10;sgd:1e-10&steps=100&bench';
    const { page } = await openAlone(open, `?lang=en${link}`);
    await seen(page, verdicts, 'Diverged at step 1');
    expect(await textOf(page, verdicts)).toContain('leaves the picture at step 1');
    expect(await textOf(page, verdicts)).toContain('hardly moves');
    expect(await textOf(page, stand)).toContain('−2.99999994');
    for (const left of [2, 1]) {
      await (await page.waitForSelector('#descent >>> .run-head button'))?.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction((count) => document.querySelector('#descent')?.shadowRoot?.querySelectorAll('.run').length === count, {}, left);
      expect(await page.$eval('#descent', (figure) => figure.shadowRoot?.activeElement?.id)).toBe('optimizer-0');
    }
    const { page: chinese } = await open(`?lang=zh${link}`);
    await seen(chinese, verdicts, '在第 1 步发散');
    expect(await textOf(chinese, verdicts)).toContain('几乎没动');
  });

  it('starts where the mouse drags the ring', async () => {
    const { page } = await openAlone(open, '?lang=en#descent?bench');
    await seen(page, `${stand} td`, '−0.0345876451');
    const { x, y } = await centreOf(page, '#descent .handle');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 30, { steps: 5 });
    await page.mouse.up();
    const [x0 = 0, x1 = 0] = (await attribute(page, '#descent', 'start'))?.split(',').map(Number) ?? [];
    expect(x0).toBeGreaterThan(-3);
    expect(x1).toBeLessThan(4);
    const end = await page.$$eval('#descent >>> .stand td', (cells) => cells.map((cell) => Number(cell.textContent?.replaceAll('−', '-'))));
    // Each step of 0.1 leaves 0.8 of both coordinates.
    expect(end[0]).toBeCloseTo(x0 * 0.8 ** 20, 8);
    expect(end[1]).toBeCloseTo(x1 * 0.8 ** 20, 8);
  });

  it('makes one update and one draw of one move of the pointer, of the start as of the plane, and of another size', async () => {
    // At a step of its own: a walk that is played is drawn in each frame.
    const { page } = await openAlone(open, '?lang=en#descent?bench=&at=20');
    await seen(page, `${stand} td`, '−0.0345876451');
    await until(async () => (await textOf(page, '#descent #description')) !== '', 'a description');
    const { x, y } = await centreOf(page, '#descent #plot');
    const once = { updates: 1, draws: 1 };
    const start = await attribute(page, '#descent', 'start');
    await page.mouse.move(x, y);
    await page.mouse.down();
    expect(await counted(page, () => page.mouse.move(x + 40, y - 30))).toEqual(once);
    await page.mouse.up();
    expect(await attribute(page, '#descent', 'start')).not.toBe(start);

    await page.$eval('#descent >>> .view [aria-pressed]', (hand) => (hand as HTMLButtonElement).click());
    await page.mouse.move(x, y);
    await page.mouse.down();
    const moved = await counted(page, () => page.mouse.move(x + 40, y - 30));
    expect(moved.updates).toBe(1);
    // Once more where it has come to rest: its contours are fine then.
    expect(moved.draws).toBeLessThanOrEqual(2);
    await page.mouse.up();
    expect(await attribute(page, '#descent', 'x0')).not.toBeNull();

    // An attribute of the body might as well mean another theme.
    const narrow = () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('body { inline-size: 30rem }');
      document.adoptedStyleSheets.push(sheet);
    };
    const narrowed = await counted(page, () => page.evaluate(narrow));
    expect(narrowed.updates).toBe(1);
    expect(narrowed.draws).toBeLessThanOrEqual(2);
  });

  it('is scrubbed by keys', async () => {
    const { page } = await openAlone(open, '?lang=en#descent?bench');
    await seen(page, `${stand} td`, '−0.0345876451');
    await (await page.waitForSelector('#descent >>> #at'))?.focus();
    await page.keyboard.press('Home');
    await seen(page, `${stand} td`, '25');
    await page.keyboard.press('ArrowRight');
    await seen(page, `${stand} td`, '16');
    expect(await attribute(page, '#descent', 'at')).toBe('1');
    const back = await page.waitForSelector('#descent >>> .player .icon');
    await back?.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await seen(page, '#descent .player output', 'Step 0 of 20');
    expect(await page.$eval('#descent', (figure) => figure.shadowRoot?.activeElement?.ariaLabel)).toBe('One step back');
  });

  it('starts where a finger taps the plot', async () => {
    const { page } = await openAlone(open, '?lang=en#descent?bench', { viewport: { width: 390, height: 844 } });
    await seen(page, `${stand} td`, '−0.0345876451');
    // All nine digits have room.
    expect(await page.$$eval('#descent >>> .stand td', (cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length)).toBe(0);
    const { x, y } = await centreOf(page, '#descent #plot');
    await page.touchscreen.tap(x + 40, y - 40);
    await page.waitForFunction(() => document.querySelector('#descent')?.hasAttribute('start'));
    const [x0 = 0, x1 = 0] = (await attribute(page, '#descent', 'start'))?.split(',').map(Number) ?? [];
    expect(x0).toBeGreaterThan(0);
    expect(x1).toBeGreaterThan(0);

    // Also after it has dragged the start there.
    const handle = await centreOf(page, '#descent .handle');
    await page.touchscreen.touchStart(handle.x, handle.y);
    for (let k = 1; k <= 4; k++) await page.touchscreen.touchMove(handle.x - 10 * k, handle.y);
    await page.touchscreen.touchEnd();
    await page.waitForFunction((before: number) => Number(document.querySelector('#descent')?.getAttribute('start')?.split(',')[0]) < before, {}, x0);
    const before = await attribute(page, '#descent', 'start');
    const middle = await centreOf(page, '#descent #plot');
    // Chromium takes no tap that follows a drag at once; how long that lasts, it does not tell.
    await vi.waitUntil(
      async () => {
        await page.touchscreen.tap(middle.x - 60, middle.y + 40);
        return (await attribute(page, '#descent', 'start')) !== before;
      },
      { timeout: 20_000, interval: 300 },
    );
    const [left = 0, low = 0] = (await attribute(page, '#descent', 'start'))?.split(',').map(Number) ?? [];
    expect(left).toBeLessThan(0);
    expect(low).toBeLessThan(0);
  });

  it('goes back to where it was when it is reset', async () => {
    const { page } = await open('?lang=en#descent?bench');
    await seen(page, `${stand} td`, '−0.0345876451');
    await (await page.waitForSelector('#descent >>> .handle'))?.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('#descent')?.getAttribute('start') === '-2.9,4');
    await (await page.waitForSelector('#descent >>> .tools button'))?.click();
    await openBench(page, '#descent');
    await seen(page, `${stand} td`, '−0.0345876451');
    expect(await attribute(page, '#descent', 'start')).toBeNull();
    // Another function has a start of its own, also for whoever comes by the link.
    await page.select('#descent >>> #choice', 'x0^2/20 + x1^2');
    await page.waitForFunction(() => location.hash.includes('f='));
    const end = await textOf(page, `${stand} td`);
    await page.reload();
    await seen(page, '#descent .verdicts', 'f went from');
    expect(await textOf(page, `${stand} td`)).toBe(end);
  });

  it('notices the rate that arrives in one step, and keeps the rates before it to be compared with', async () => {
    const { page } = await openAlone(open, '?lang=en#descent');
    await page.$eval('#descent', (figure) => figure.setAttribute('question', ''));
    await seen(page, verdicts, 'f went from');
    const heard = await foundOn(page);
    for (const rate of [0.3, 0.95, 0.5]) {
      await setRate(page, rate);
      // The reader's hand comes to rest.
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await until(async () => (await heard()).length > 0, 'downhill-found');
    expect(await heard()).toEqual([{ figure: 'descent', task: 'one-step', shown: false }]);
    expect(await textOf(page, '#descent .ghosts')).toMatch(/η = 0\.3: f = .*η = 0\.95: f = 0\.37/);
    expect(await textOf(page, '#descent .ghosts')).not.toContain('η = 0.5');
    // From another start they are other walks.
    await page.$eval('#descent', (figure) => figure.setAttribute('start', '2,2'));
    await page.waitForFunction(() => document.querySelector('#descent')?.shadowRoot?.querySelector('.ghosts') === null);
  });

  it('plays the solution of each question, which is no find of the reader’s', async () => {
    const { page } = await openAlone(open, '?lang=en#descent');
    await page.$eval('#descent', (figure) => figure.setAttribute('question', ''));
    await seen(page, verdicts, 'f went from');
    const heard = await foundOn(page);
    const all = ['one-step', 'jumps', 'first-to-fly'].map((task) => ({ figure: 'descent', task, shown: true }));
    for (let count = 1; count <= all.length; count++) {
      await press(page, '#show-me');
      await until(async () => (await heard()).length === count, `find ${count}`);
      expect(await heard()).toEqual(all.slice(0, count));
      await seen(page, '#descent .told', 'Shown:');
      await notMarked(page, '#descent');
      await press(page, '#next-task');
    }
  });

  it('says which part of a link it could not use', async () => {
    const { page } = await open('?lang=en#descent?learning-rate=fast&bench');
    await seen(page, '#descent .notices', 'learning-rate is given as “fast”');
    await page.$eval('#descent', (figure) => figure.setAttribute('f', 'log(x0)'));
    await seen(page, '#descent .notices', 'Choose one where f is defined');
    await seen(page, `${stand} td`, '…');
  });
});

async function press(page: TestPage, button: string): Promise<void> {
  await usable(page, `#descent ${button}`);
  await page.$eval(`#descent >>> ${button}`, (element) => (element as HTMLButtonElement).click());
}

/** By the slider, as a thumb does. */
async function setRate(page: TestPage, rate: number): Promise<void> {
  await page.$eval(
    '#descent >>> #rate',
    (element, wanted) => {
      const slider = element as HTMLInputElement;
      slider.value = String(wanted);
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    rate,
  );
}

interface Counted extends HTMLElement {
  counts: { updates: number; draws: number };
  performUpdate(): void;
}

/** How often the figure is updated and its plot drawn for what is done, once it has come to rest. */
async function counted(page: TestPage, act: () => Promise<unknown>): Promise<Counted['counts']> {
  // What is told half a second after a change is an update of its own.
  await frames(page, 60);
  await page.$eval('#descent', (element) => {
    const figure = element as Counted;
    const context = figure.shadowRoot?.querySelector<HTMLCanvasElement>('#plot')?.getContext('2d');
    if (!context) throw new Error('no plot');
    const { counts } = Object.assign(figure, { counts: { updates: 0, draws: 0 } });
    const [{ performUpdate }, { clearRect }] = [Object.getPrototypeOf(figure), Object.getPrototypeOf(context)];
    figure.performUpdate = () => {
      counts.updates++;
      performUpdate.call(figure);
    };
    context.clearRect = (...rect) => {
      counts.draws++;
      clearRect.apply(context, rect);
    };
  });
  await act();
  await frames(page, 6);
  return page.$eval('#descent', (figure) => (figure as Counted).counts);
}
