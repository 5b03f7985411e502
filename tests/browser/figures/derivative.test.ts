import { expect, it } from 'vitest';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, openAlone, painted, seen, textOf, until, usable } from './figure.ts';

const answer = '#derivative .answer';
const slopes = '#derivative .slopes';
const chapter = '#derivative?f=0.01*x^2%2B0.1*x&bench';
const chapterSlope = '0.1999999999990898';

/** With its question; gives what `downhill-found` has told since. */
async function asked(page: TestPage): Promise<() => Promise<unknown[]>> {
  await page.$eval('#derivative', (figure) => {
    figure.setAttribute('question', '');
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    figure.addEventListener('downhill-found', (event) => heard.push((event as CustomEvent).detail));
  });
  await seen(page, '#derivative .ask', 'with 64 bits');
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

describeInChromium('derivative', (open) => {
  it("finds the chapter's slope at 5, and says why its parabola has no V, in both languages", async () => {
    const { page } = await openAlone(open, `?lang=en${chapter}`);
    await seen(page, slopes, chapterSlope);
    await painted(page, '#derivative #plot');
    await painted(page, '#derivative #errors');
    expect(await textOf(page, '#derivative .no-v')).toContain('there is no V');
    const { page: chinese } = await openAlone(open, `?lang=zh${chapter}`);
    // Once h has walked down to where it is.
    await seen(chinese, slopes, chapterSlope);
    expect(await textOf(chinese, slopes)).toContain('割线（数值）');
  });

  it('lets h walk from 1 down to where it is once, when the figure is seen, without changing its state', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative');
    await seen(page, answer, 'With h = 0.0001');
    const told = await page.$eval('#derivative', async (old) => {
      const figure = document.createElement('downhill-derivative');
      figure.lang = 'en';
      old.replaceWith(figure);
      const shown: string[] = [];
      for (let frame = 0; frame < 240; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const [, h] = /h = (\S+) .* by \d/.exec(figure.shadowRoot?.querySelector('.answer')?.textContent?.replaceAll(/\s+/g, ' ') ?? '') ?? [];
        if (h && shown.at(-1) !== h) shown.push(h);
      }
      return { shown, h: figure.getAttribute('h') };
    });
    const walked = told.shown.map(Number);
    const from = walked.indexOf(Math.max(...walked));
    expect(walked[from]).toBeGreaterThan(0.5);
    expect(walked.slice(from)).toEqual(walked.slice(from).toSorted((a, b) => b - a));
    expect(walked.length).toBeGreaterThan(4);
    expect(walked.at(-1)).toBe(1e-4);
    expect(told.h).toBeNull();
  });

  it('shows the two values that are subtracted, and what they share', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?h=1e-9');
    // Once h has walked down to its place.
    await until(
      async () => (await page.$$eval('#derivative >>> .same', (parts) => parts.map(({ textContent }) => textContent))).join() === '0.84147098,0.84147098',
      'the eight digits that both share',
    );
  });

  it('moves x where the mouse drags the ring', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?bench');
    await seen(page, slopes, '0.5403023');
    const { x, y } = await centreOf(page, '#derivative #place');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 5 });
    await page.mouse.up();
    expect(Number(await attribute(page, '#derivative', 'x'))).toBeGreaterThan(1);
    // A number that lies beyond what is shown is shown all the same.
    await page.$eval('#derivative >>> #x ~ .typed', (element) => {
      const input = element as HTMLInputElement;
      input.value = '45';
      input.dispatchEvent(new Event('change'));
    });
    expect(await attribute(page, '#derivative', 'range')).toBe('42,48');
    // One that is not allowed is not used, and reset takes it away.
    const typed = await page.$eval('#derivative', (figure) => {
      const input = figure.shadowRoot?.querySelector<HTMLInputElement>('#h ~ .typed');
      if (input) input.value = '7';
      input?.dispatchEvent(new Event('change'));
      const unused = input?.validity.valid === false;
      figure.shadowRoot?.querySelector<HTMLButtonElement>('.tools button')?.click();
      return { unused, afterReset: input?.value };
    });
    expect(typed).toEqual({ unused: true, afterReset: '0.0001' });
    expect(await attribute(page, '#derivative', 'h')).toBeNull();
  });

  it('changes h by keys', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative');
    await seen(page, answer, 'by');
    await (await page.waitForSelector('#derivative >>> #step'))?.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.querySelector('#derivative')?.hasAttribute('h'));
    expect(Number(await attribute(page, '#derivative', 'h'))).toBeLessThan(1e-4);
  });

  it('moves x where a finger taps the curve', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative', { viewport: { width: 390, height: 844 } });
    await seen(page, answer, '9');
    const { x, y } = await centreOf(page, '#derivative #plot');
    await page.touchscreen.tap(x + 60, y);
    await page.waitForFunction(() => document.querySelector('#derivative')?.hasAttribute('x'));
    expect(Number(await attribute(page, '#derivative', 'x'))).toBeGreaterThan(1.5);
  });

  it('finds the bottom of the V where the reader has gone there, and not where a link has', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?h=0.00001');
    await seen(page, answer, 'With h = 0.00001');
    const heard = await asked(page);
    // The reader does something else.
    await (await page.waitForSelector('#derivative >>> #place'))?.focus();
    await page.keyboard.press('ArrowRight');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard()).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await (await page.waitForSelector('#derivative >>> #step'))?.focus();
    await page.keyboard.press('PageUp');
    await seen(page, answer, 'With h = 0.0001');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await heard()).toEqual([]);
    await page.keyboard.press('PageDown');
    await seen(page, '#derivative .told', 'here the two lines cross');
    expect(await heard()).toEqual([{ figure: 'derivative', task: 'bottom-64', shown: false }]);
  });

  it('shows how, and tells the page that it was shown', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?f=x^2');
    await ofPuppeteer(page).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await seen(page, answer, 'by');
    const heard = await asked(page);
    await usable(page, '#derivative #show-me');
    await page.$eval('#derivative >>> #show-me', (button) => (button as HTMLElement).click());
    await seen(page, '#derivative .told', 'Shown: h = 0.00001');
    expect(await heard()).toEqual([{ figure: 'derivative', task: 'bottom-64', shown: true }]);
    expect(await attribute(page, '#derivative', 'f')).toBeNull();
    for (const button of ['next-task', 'show-me']) {
      await usable(page, `#derivative #${button}`);
      await page.$eval(`#derivative >>> #${button}`, (each) => (each as HTMLElement).click());
    }
    await seen(page, '#derivative .told', 'Shown: With 32 bits h = 0.01');
    expect((await heard()).at(-1)).toEqual({ figure: 'derivative', task: 'bottom-32', shown: true });
  });

  it('takes f, h and the scheme from a link, and says what it could not use', async () => {
    const { page } = await open('?lang=en#derivative?scheme=forward&x=3&h=0.5&f=x^2&bench');
    // (3.5² − 3²) / 0.5
    await seen(page, slopes, '6.5');
    const { page: wrong } = await open('?lang=en#derivative?h=small');
    await seen(wrong, '#derivative .notices', 'h is given as “small”');
    // 1/x has no slope at 0, and h can be set there all the same.
    await wrong.$eval('#derivative', (figure) => figure.setAttribute('f', '1/x'));
    await wrong.$eval('#derivative', (figure) => figure.setAttribute('x', '0'));
    await seen(wrong, '#derivative .notices', 'no finite slope');
    await (await wrong.waitForSelector('#derivative >>> #step'))?.focus();
    await wrong.keyboard.press('End');
    await wrong.waitForFunction(() => document.querySelector('#derivative')?.getAttribute('h') === '1');
  });

  it('says why f has no value where it has none, in both languages', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?f=x^(1/3)&x=8&range=-20,20');
    await seen(page, '#derivative .notices', 'f has no value in part of what is shown, as at x = −20: (-20)^0.3333333333 is not a number');
    await seen(page, '#derivative .notices', 'write cbrt(...)');
    const { page: chinese } = await openAlone(open, '?lang=zh#derivative?f=√x&x=8&range=-20,20');
    await seen(chinese, '#derivative .notices', '例如在 x = −20 处：sqrt(-20) 没有值：负数没有平方根。');
  });

  it('says where a formula makes no sense, and goes on with the last one that did', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative?f=x*(2&bench');
    await seen(page, '#derivative .notices', 'cannot be used as f');
    await seen(page, '#derivative .notices pre', '^');
    await seen(page, slopes, '0.5403023');
    await (await page.waitForSelector('#derivative >>> #place'))?.focus();
    await page.keyboard.press('End');
    // cos(4), as the point moves although the formula is wrong.
    await seen(page, slopes, '−0.6536436');
  });
});
