import { expect, it } from 'vitest';
import type { TestPage } from './driver/test-page.ts';
import { describeIn } from './harness.ts';

/** Until the figure shows its numbers, and says nothing of its own accord. */
async function ready(page: TestPage, tag: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const root = document.querySelector(name)?.shadowRoot;
      const buttons = [...(root?.querySelectorAll<HTMLButtonElement>('button.primary, #step, #draw') ?? [])];
      const cells = [...(root?.querySelectorAll('td, dd') ?? [])];
      return (
        root?.querySelector('figure') != null &&
        buttons.every(({ disabled }) => !disabled) &&
        cells.every(({ textContent }) => !textContent?.includes('…')) &&
        root.querySelector('.said')?.textContent?.trim() === ''
      );
    },
    {},
    tag,
  );
}

/** The heights that the figure has from the press of its first button on, until so many frames have shown something new. */
function heightsWhileRunning(page: TestPage, tag: string, frames: number): Promise<number[]> {
  return page.$eval(
    tag,
    async (element, wanted) => {
      const root = element.shadowRoot as ShadowRoot;
      const figure = root.querySelector('figure') as HTMLElement;
      const heights = [figure.offsetHeight];
      const button = () => root.querySelector('#play') as HTMLElement;
      let text = '';
      button().click();
      for (let changed = 0; changed < wanted; ) {
        await new Promise(requestAnimationFrame);
        heights.push(figure.offsetHeight);
        const now = figure.textContent ?? '';
        if (now !== text) changed++;
        text = now;
      }
      button().click();
      await new Promise(requestAnimationFrame);
      return [...new Set([...heights, figure.offsetHeight])];
    },
    frames,
  );
}

const narrow = [390, 'en'] as const;
const everySize = [narrow, [320, 'zh-Hans'], [1440, 'en']] as const;

describeIn(['chromium', 'webkit'], 'the height of a figure that runs', (open, engine, site) => {
  it.each(engine === 'chromium' ? everySize : [narrow])('stays the same: at %d pixels, in %s', { timeout: 400_000 }, async (width, language) => {
    const { page } = await open('embed.html', { viewport: { width, height: 1600 } });
    for (const id of ['race', 'training', 'generalisation']) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=${language}`);
      await ready(page, `downhill-${id}`);
      expect(`${id}: ${await heightsWhileRunning(page, `downhill-${id}`, 20)}`).toMatch(/: \d+$/);
    }
  });
});
