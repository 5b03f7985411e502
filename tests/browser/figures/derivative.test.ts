import { expect, it } from 'vitest';
import { describeInChromium } from '../harness.ts';
import { attribute, centreOf, hasPaint, openAlone, seen, textOf } from './figure.ts';

const readOut = '#derivative .read-out';
const chapterSlope = '0.1999999999990898';

describeInChromium('derivative', (open) => {
  it("finds the chapter's slope at 5, in both languages", async () => {
    const { page } = await openAlone(open, '?lang=en#derivative');
    await seen(page, readOut, chapterSlope);
    expect(await hasPaint(page, '#derivative #plot')).toBe(true);
    expect(await hasPaint(page, '#derivative #errors')).toBe(true);
    const { page: chinese } = await openAlone(open, '?lang=zh#derivative');
    await seen(chinese, readOut, '割线（数值）');
    expect(await textOf(chinese, readOut)).toContain(chapterSlope);
  });

  it('moves x where the mouse drags the ring', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative');
    await seen(page, readOut, chapterSlope);
    const { x, y } = await centreOf(page, '#derivative #place');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 5 });
    await page.mouse.up();
    expect(Number(await attribute(page, '#derivative', 'x'))).toBeGreaterThan(5);
    // A number that lies beyond what is shown is shown all the same.
    await page.$eval('#derivative >>> #x ~ .typed', (element) => {
      const input = element as HTMLInputElement;
      input.value = '45';
      input.dispatchEvent(new Event('change'));
    });
    expect(await attribute(page, '#derivative', 'range')).toBe('35,55');
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
    await seen(page, readOut, chapterSlope);
    await (await page.waitForSelector('#derivative >>> #step'))?.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.querySelector('#derivative')?.hasAttribute('h'));
    expect(Number(await attribute(page, '#derivative', 'h'))).toBeLessThan(1e-4);
  });

  it('moves x where a finger taps the curve', async () => {
    const { page } = await openAlone(open, '?lang=en#derivative', { viewport: { width: 390, height: 844 } });
    await seen(page, readOut, chapterSlope);
    const { x, y } = await centreOf(page, '#derivative #plot');
    await page.touchscreen.tap(x + 40, y);
    await page.waitForFunction(() => document.querySelector('#derivative')?.hasAttribute('x'));
    expect(Number(await attribute(page, '#derivative', 'x'))).toBeGreaterThan(10);
  });

  it('takes f, h and the scheme from a link, and says what it could not use', async () => {
    const { page } = await open('?lang=en#derivative?scheme=forward&x=3&h=0.5&f=x^2');
    // (3.5² − 3²) / 0.5
    await seen(page, readOut, '6.5');
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
    const { page } = await openAlone(open, '?lang=en#derivative?f=x*(2');
    await seen(page, '#derivative .notices', 'cannot be used as f');
    await seen(page, '#derivative .notices pre', '^');
    await seen(page, '#derivative .read-out', '0.1999999999990898');
    await (await page.waitForSelector('#derivative >>> #place'))?.focus();
    await page.keyboard.press('End');
    // f′(20) = 0.5, as the point moves although the formula is wrong.
    await seen(page, '#derivative .read-out', '0.5');
  });
});
