import { expect, it, vi } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until, usable } from './figure.ts';
import { offeredBy, savedOf } from './saved.ts';
import { foundOn } from './tasks.ts';

const figure = '#training';
const fivePoints = '-0.5,0.5,0;-0.4,0.4,0;-0.5,0.3,0;0.5,-0.5,1;0.4,-0.4,1;0.5,-0.3,1';

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

const pointsOf = async (page: TestPage) => ((await attribute(page, figure, 'points')) ?? '').split(';').filter((each) => each !== '');

describeInChromium('training, part by part', (open) => {
  it('goes back along the run by keys, and on from there', async () => {
    const { page } = await openAlone(open, `?lang=en#training?data=xor&bench`);
    for (const iteration of ['1', '2', '3']) {
      await press(page, 'step');
      await seen(page, `${figure} #iterations`, iteration);
    }
    const third = await textOf(page, `${figure} #loss-now`);
    await usable(page, `${figure} #rewind`);
    await page.focus(`${figure} >>> #rewind`);
    await page.keyboard.press('Home');
    await seen(page, `${figure} #iterations`, '0');
    await page.keyboard.press('ArrowRight');
    await seen(page, `${figure} #iterations`, '1');
    for (const iteration of ['2', '3']) {
      await press(page, 'step');
      await seen(page, `${figure} #iterations`, iteration);
    }
    expect(await textOf(page, `${figure} #loss-now`)).toBe(third);
  });

  it('learns from points that a link holds, and separates them', async () => {
    const { page } = await open(`?lang=en#training?data=points&points=${fivePoints}&learning-rate=0.5&bench`);
    await press(page, 'play');
    await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('#train-accuracy')?.textContent === '100.00%', {}, figure);
    await painted(page, `${figure} #weights`);
  });

  it('takes points from the mouse', async () => {
    const { page } = await openAlone(open, '?lang=en#training?data=points');
    await seen(page, `${figure} .standing`, 'Waiting for points');
    const { x, y } = await centreOf(page, `${figure} #weights`);
    await page.mouse.move(x, y - 40);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction((selector) => document.querySelector(selector)?.hasAttribute('points'), {}, figure);
    expect((await pointsOf(page)).length).toBeGreaterThan(2);
  });

  it('takes points from a finger', async () => {
    const { page } = await openAlone(open, '?lang=en#training?data=points', { viewport: { width: 390, height: 844 } });
    await seen(page, `${figure} .standing`, 'Waiting for points');
    const { x, y } = await centreOf(page, `${figure} #weights`);
    await page.touchscreen.tap(x, y - 20);
    await page.waitForFunction((selector) => document.querySelector(selector)?.hasAttribute('points'), {}, figure);
    expect(await pointsOf(page)).toHaveLength(1);
  });

  it('says which line of the points it could not use, in both languages, and keeps the points', async () => {
    for (const [lang, words] of [
      ['en', 'Line 2 of the points (“one, two”)'],
      ['zh', '第 2 行（“one, two”）'],
    ] as const) {
      const { page } = await openAlone(open, `?lang=${lang}#training?bench&data=points&points=${fivePoints}`);
      await usable(page, `${figure} #points-text`);
      await page.$eval(`${figure} >>> #points-text`, (element) => {
        (element as HTMLTextAreaElement).value = '0,0,0\none, two';
        element.dispatchEvent(new Event('change'));
      });
      await seen(page, `${figure} .notices`, words);
      expect(await attribute(page, figure, 'points')).toBe(fivePoints);
    }
  });

  it('draws the loss on another plane when it is asked to', async () => {
    const { page } = await openAlone(open, '?lang=en#training?data=spiral&plane=random&bench');
    await press(page, 'step');
    await seen(page, `${figure} .legend`, 'of the path’s spread');
    await painted(page, `${figure} #surface`);
  });

  it('draws the loss as a landscape that is turned by the mouse and by keys, as its link says', async () => {
    const { page } = await open('?lang=en#training?data=xor&view=landscape&turn=20&tilt=300&bench');
    // No eye is that high: it is said, and the usual one taken.
    await seen(page, `${figure} .notices`, 'tilt');
    await usable(page, `${figure} #play`);
    await painted(page, `${figure} #surface`);
    const picture = () => page.$eval(`${figure} >>> #surface`, (canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await picture();
    const { x, y } = await centreOf(page, `${figure} #surface`);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 20, { steps: 4 });
    await page.mouse.up();
    expect(await attribute(page, figure, 'turn')).toBe('40');
    expect(await attribute(page, figure, 'tilt')).toBe('38');
    await vi.waitUntil(async () => (await picture()) !== before);
    await page.focus(`${figure} >>> #turn`);
    await page.keyboard.press('ArrowRight');
    expect(await attribute(page, figure, 'turn')).toBe('41');
    expect(await page.evaluate(() => location.hash)).toContain('view=landscape');
    expect(await page.$eval(`${figure} >>> #surface`, (canvas) => canvas.getAttribute('aria-label'))).toContain('landscape');
  });

  it('offers the table of the losses once there is one', async () => {
    const { page } = await openAlone(open, '?lang=en#training?data=xor&bench');
    await usable(page, `${figure} #step`);
    expect(await offeredBy(page, figure)).not.toContain('csv-loss');
    await press(page, 'step');
    await until(async () => (await offeredBy(page, figure)).includes('csv-loss'), 'the table');
    expect(String((await savedOf(page, figure, 'csv-loss'))[0]?.bytes)).toMatch(/^iteration,loss\r\n1,\d\.\d+\r\n$/);
  });

  it('says which parameters there are when a weight is chosen that the net does not have', async () => {
    const { page } = await openAlone(open, '?lang=en#training?data=xor&plane=weights&first-weight=100000');
    await seen(page, `${figure} .notices`, '100000');
  });

  it('draws the weights on the bench whenever that is opened', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    const bench = (isOpen: boolean) => page.$eval(figure, (element, opened) => element.toggleAttribute('bench', opened), isOpen);
    await press(page, 'play');
    for (let time = 0; time < 2; time++) {
      await bench(true);
      await painted(page, `${figure} #weights`);
      await bench(false);
      await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('#weights') == null, {}, figure);
    }
  });

  it('reads the reader’s own digit while it learns', async () => {
    const { page } = await openAlone(open, '?lang=en#training?drawing=47,15,47,85;53,15,53,85&full-speed');
    await press(page, 'play');
    await seen(page, `${figure} #reading`, 'It reads 1,');
    await painted(page, `${figure} #pad`);
  });
});

describeInChromium('training, its question', (open) => {
  const listen = async (page: TestPage) => {
    await page.$eval(figure, (element) => element.setAttribute('question', ''));
    return foundOn(page);
  };
  const iterations = async (page: TestPage, count: number) =>
    page.waitForFunction((selector, wanted) => Number(document.querySelector(selector)?.shadowRoot?.querySelector('#iterations')?.textContent) >= wanted, {}, figure, count);

  it('is found by hand: three rates from the start, each of which stays as a curve and in the table', async () => {
    const { page } = await openAlone(open, '?lang=en#training?full-speed');
    const heard = await listen(page);
    for (const [rate, before, enough] of [
      ['1', undefined, 200],
      ['0-1', 'η = 1:', 800],
      ['0-01', 'η = 0.1:', 800],
    ] as const) {
      await press(page, `rate-${rate}`);
      await page.waitForFunction((selector, wanted) => document.querySelector(selector)?.getAttribute('learning-rate') === wanted.replace('-', '.'), {}, figure, rate);
      // Only then is another run there.
      if (before) await seen(page, `${figure} .ghosts`, before);
      await iterations(page, enough);
    }
    await until(async () => (await heard()).length > 0, 'downhill-found', 30_000);
    expect(await heard()).toEqual([{ figure: 'training', task: 'first', shown: false }]);
    await seen(page, `${figure} .told`, 'η = 1 was first, with 160 iterations. η = 0.1 took 720.');
    await seen(page, `${figure} .ghosts`, 'η = 1: 80% by 160');
    await page.$eval(figure, (element) => element.setAttribute('bench', ''));
    await seen(page, `${figure} #runs`, 'η = 0.1');
  });

  it('is played, which is no find of the reader’s', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    const heard = await listen(page);
    await usable(page, `${figure} #play`);
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 60_000);
    expect(await heard()).toEqual([{ figure: 'training', task: 'first', shown: true }]);
    await seen(page, `${figure} .told`, 'Shown: η = 1 was first');
    await press(page, 'next-task');
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 1, 'downhill-found', 60_000);
    expect((await heard())[1]).toEqual({ figure: 'training', task: 'too-large', shown: true });
    await seen(page, `${figure} .told`, 'Shown: No: ');
  });

  it('begins slowly, and ends after 10,000 iterations', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    await press(page, 'play');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(Number(await textOf(page, `${figure} #iterations`))).toBeLessThanOrEqual(100);
    await page.$eval(figure, (element) => element.setAttribute('full-speed', ''));
    await page.waitForFunction(
      (selector) => document.querySelector(selector)?.shadowRoot?.querySelector('.standing')?.textContent?.includes('ended') === true,
      { timeout: 100_000 },
      figure,
    );
    expect(await textOf(page, `${figure} #iterations`)).toBe('10000');
    expect(await textOf(page, `${figure} #crossing`)).toBe('80% by 720');
  });
});
