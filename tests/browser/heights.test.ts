import { expect, it } from 'vitest';
import { figureIds } from '../../web/figures/lazy.ts';
import type { TestPage } from './driver/test-page.ts';
import { describeIn, describeInChromium } from './harness.ts';

/** What else these controls show: another mistake, another picture, more controls, the points of one's own. */
const opens: Readonly<Record<string, string>> = { errata: '#wrong, [role=tab]', training: '#data, #plane, #view', descent: '.runs button' };

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

/** Puts each control of the figure to what it has to offer; gives those at which its height was another, with both. A notice may take its room. */
function heightsInUse(page: TestPage, tag: string, skipped: string): Promise<string[]> {
  return page.$eval(
    tag,
    async (element, but) => {
      const root = element.shadowRoot as ShadowRoot;
      const rendered = async () => {
        // As the figure's update comes with a frame, and its pictures with the next.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      };
      const figure = root.querySelector('figure') as HTMLElement;
      const height = () => Math.round(figure.getBoundingClientRect().height - (root.querySelector<HTMLElement>('.notices')?.offsetHeight ?? 0));
      const all = <Kind extends Element>(selector: string) => [...root.querySelectorAll<Kind>(selector)].filter((each) => !(but && each.matches(but)));
      const before = height();
      const found: string[] = [];
      const use = async (name: string, act: () => void) => {
        act();
        await rendered();
        const now = height();
        if (Math.abs(now - before) > 1) found.push(`${name}: ${before} → ${now}`);
      };
      const set = (control: HTMLInputElement | HTMLSelectElement, value: string) => () => {
        control.value = value;
        for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      };
      const reset = () => root.querySelector<HTMLElement>('.tools button')?.click();
      for (const slider of all<HTMLInputElement>('input[type=range]')) {
        const [lowest, highest] = [Number(slider.min), Number(slider.max)];
        for (const share of [0, 0.13, 0.5, 1]) if (!slider.disabled) await use(`${slider.id} at ${share}`, set(slider, String(lowest + share * (highest - lowest))));
        await use(`${slider.id} reset`, reset);
      }
      for (const choice of all<HTMLSelectElement>('select')) {
        for (const { value } of choice.options) await use(`${choice.id} ${value}`, set(choice, value));
        await use(`${choice.id} reset`, reset);
      }
      for (const button of all<HTMLElement>('button.preset, input[type=radio], input[type=checkbox]'))
        await use(button.id || button.textContent || 'a choice', () => button.click());
      await use('reset', reset);
      for (const handle of all<HTMLElement>('.handle')) {
        for (const key of ['ArrowRight', 'ArrowUp', 'PageDown', 'Home', 'End']) {
          await use(`${handle.id} ${key}`, () => handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })));
        }
      }
      await use('reset at the end', reset);
      return found;
    },
    skipped,
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

describeInChromium('the height of a figure', (open, _, site) => {
  it.each([
    [320, 'en'],
    [390, 'zh-Hans'],
    [768, 'en'],
    [1440, 'en'],
  ])('stays the same while it is used: at %d pixels, in %s', { timeout: 400_000 }, async (width, language) => {
    const { page } = await open('embed.html', { viewport: { width, height: 1600 } });
    const found: string[] = [];
    for (const id of figureIds) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=${language}`);
      await ready(page, `downhill-${id}`);
      found.push(...(await heightsInUse(page, `downhill-${id}`, opens[id] ?? '')).map((change) => `${id}: ${change}`));
    }
    expect(found).toEqual([]);
  });
});

describeIn(['chromium', 'webkit'], 'the height of a figure that runs', (open, _, site) => {
  it.each([
    [320, 'en'],
    [390, 'en'],
    [390, 'zh-Hans'],
    [1440, 'en'],
  ])('stays the same: at %d pixels, in %s', { timeout: 400_000 }, async (width, language) => {
    const { page } = await open('embed.html', { viewport: { width, height: 1600 } });
    for (const id of ['race', 'training', 'generalisation']) {
      await page.goto(`${site.address}embed.html?figure=${id}&lang=${language}`);
      await ready(page, `downhill-${id}`);
      expect(`${id}: ${await heightsWhileRunning(page, `downhill-${id}`, 40)}`).toMatch(/: \d+$/);
    }
  });
});
