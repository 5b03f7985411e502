import { expect, it } from 'vitest';
import type { FigureId } from '../../../web/figures/catalogue.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInBrowsers, describeInChromium, type Open } from '../harness.ts';
import { arrived, usable } from './figure.ts';
import { type SavedFile, savedOf } from './saved.ts';

const starts: Readonly<Record<string, readonly number[]>> = { webm: [0x1a, 0x45, 0xdf, 0xa3], zip: [0x50, 0x4b, 3, 4] };

function isFilm({ filename, bytes }: SavedFile, figure: FigureId): void {
  expect(filename).toMatch(new RegExp(`^${figure}(\\.webm|\\.mp4|-frames\\.zip)$`));
  const start = starts[filename.split('.').at(-1) ?? ''];
  if (start) expect([...bytes.subarray(0, 4)]).toEqual(start);
  expect(bytes.length).toBeGreaterThan(5000);
}

async function figureAlone(open: Open, figure: FigureId, state: string): Promise<TestPage> {
  const { page } = await open(`embed.html?figure=${figure}&lang=en${state}`, { viewport: { width: 800, height: 700 } });
  await arrived(page, `downhill-${figure}`);
  return page;
}

describeInBrowsers('a walk as a film', (open) => {
  it('is saved as a video, or else as pictures, of the size of the stage’s canvases', async () => {
    const page = await figureAlone(open, 'descent', '&steps=4');
    const [film] = await savedOf(page, 'downhill-descent', 'film');
    isFilm(film as SavedFile, 'descent');
  });
});

describeInChromium('what else moves, as a film,', (open) => {
  it.each<[FigureId]>([['valleys'], ['derivative'], ['why-loss']])('is saved by %s', async (figure) => {
    const page = await figureAlone(open, figure, '');
    if (figure === 'why-loss') await usable(page, 'downhill-why-loss #play');
    const [film] = await savedOf(page, `downhill-${figure}`, 'film');
    isFilm(film as SavedFile, figure);
  });

  it.each<[FigureId, string]>([
    ['generalisation', '&iterations=40'],
    ['race', ''],
    ['training', ''],
  ])('is saved by %s, as long as its run goes on', async (figure, state) => {
    const page = await figureAlone(open, figure, state);
    await usable(page, `downhill-${figure} #play`);
    const saved = savedOf(page, `downhill-${figure}`, 'film');
    // A film ends when the run does; a reader may end it sooner.
    if (state === '') {
      await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('#play')?.textContent?.includes('Pause'), {}, `downhill-${figure}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await page.$eval(`downhill-${figure} >>> #play`, (button) => (button as HTMLElement).click());
    }
    const [film] = await saved;
    isFilm(film as SavedFile, figure);
  });
});
