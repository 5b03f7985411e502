import { expect, it } from 'vitest';
import { describeInBrowsers } from '../harness.ts';
import { arrived, centreOf, until } from './figure.ts';

describeInBrowsers('what the reader did to a figure', (open) => {
  it('is taken back by Ctrl+Z and by the button, step by step', async () => {
    const { page } = await open('embed.html?figure=descent&lang=en', { viewport: { width: 800, height: 700 } });
    await arrived(page, 'downhill-descent');
    const state = () => page.$eval('downhill-descent', (figure) => ({ ...(figure as unknown as { state: Record<string, string> }).state }));
    const canUndo = () => page.$eval('downhill-descent >>> #undo', (button) => !(button as HTMLButtonElement).disabled);
    // It is told in words once it has come to rest.
    let told = '';
    const rested = () =>
      until(async () => {
        const before = told;
        told = await page.$eval('downhill-descent >>> #description', ({ textContent }) => textContent ?? '');
        return told !== before;
      }, 'the picture in words');
    await rested();
    const first = await state();
    expect(await canUndo()).toBe(false);
    await page.$eval('downhill-descent >>> .handle', (handle) => (handle as HTMLElement).focus());
    await page.keyboard.press('ArrowRight');
    await rested();
    const moved = await state();
    await page.keyboard.press('ArrowUp');
    await rested();
    expect(moved).not.toEqual(first);
    expect(await state()).not.toEqual(moved);

    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until(async () => JSON.stringify(await state()) === JSON.stringify(moved), 'the step before', 5000);
    await page.$eval('downhill-descent >>> #undo', (button) => (button as HTMLElement).click());
    await until(async () => JSON.stringify(await state()) === JSON.stringify(first), 'the first state', 5000);
    expect(await canUndo()).toBe(false);

    // A press on the picture gives no focus to the figure.
    const { x, y } = await centreOf(page, 'downhill-descent #plot');
    await page.mouse.click(x + 60, y - 40);
    await rested();
    expect(await state()).not.toEqual(first);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until(async () => JSON.stringify(await state()) === JSON.stringify(first), 'the first state again', 5000);
  });
});
