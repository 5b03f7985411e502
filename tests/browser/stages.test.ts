import { expect, it } from 'vitest';
import { figureIds } from '../../web/figures/catalogue.ts';
import { languages } from '../../web/i18n/language.ts';
import { lessonNames, lessons } from '../../web/page/classroom/lessons.ts';
import type { TestPage } from './driver/test-page.ts';
import { arrived, hasPaint, settled, until } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

interface Limits {
  /** Of the stage, in CSS pixels. */
  readonly height?: number;
  /** A slide ends above the strip, has a headline, and nothing on it scrolls. */
  readonly slide?: boolean;
}

/** Pixels: a canvas with a point and nothing else is not empty. */
const aPoint = 20;
/** How many milliseconds a figure may take to compute what it shows at first, and to come to rest. */
const patience = 15_000;
/** Each figure has a test of its own, which names it where it is slow; what has failed once is not tried again. */
const options = { timeout: 60_000, retry: 0 };

for (const [width, height, most] of [
  [1280, 720, 620],
  [390, 844, 740],
] as const)
  describeInChromium(`a stage on the page at ${width} × ${height}`, (open) => {
    let opened: ReturnType<typeof open> | undefined;

    it.each(figureIds)(
      `is one screen, at most ${most} px high, takes the room kept for it, and is alive before anything is pressed: %s, in both languages`,
      options,
      async (figure) => {
        opened ??= open('?lang=en', { viewport: { width, height }, kept: true });
        const { page } = await opened;
        await arrived(page, `#${figure}`);
        expect((await faultsOf(page, figure, { height: most })).join('; ')).toBe('');
      },
    );
  });

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const)
  describeInChromium(`a slide of the classroom at ${width} × ${height}`, (open) => {
    const opened = new Map<string, ReturnType<typeof open>>();
    // Of a lesson, what it shows in another state.
    const ofLessons = lessonNames.flatMap((lesson) => lessons[lesson].flatMap(({ figure, state }) => (state ? [[lesson, figure] as const] : [])));
    const slides = [...figureIds.map((figure) => ['', figure] as const), ...ofLessons];

    it.each(slides)('is filled by the stage, and nothing of it is cut off or scrolls, in both languages: ?classroom=%s#%s', options, async (lesson, figure) => {
      const classroom = opened.get(lesson) ?? open(`?classroom=${lesson}&lang=en`, { viewport: { width, height }, kept: true });
      opened.set(lesson, classroom);
      const { page } = await classroom;
      await page.evaluate((id) => location.assign(`#${id}`), figure);
      await page.waitForFunction((id) => document.querySelector(`#${id}.on-slide`)?.shadowRoot?.querySelector('[part=stage]') != null, {}, figure);
      expect((await faultsOf(page, figure, { slide: true })).join('; ')).toBe('');
    });
  });

/** In each language, once the figure has done what it does by itself. */
async function faultsOf(page: TestPage, figure: string, limits: Limits): Promise<string[]> {
  const found = await deadParts(page, figure);
  for (const language of languages) {
    await page.$eval(`.switch[lang="${language}"]`, (button) => (button as HTMLElement).click());
    const faults = await settled(page, () => page.$eval(`#${figure}`, measured, limits), { still: 6, timeout: patience });
    found.push(...faults.map((fault) => `${language}: ${fault}`));
  }
  return found;
}

/** Canvases that stay empty, and numbers that stay a dash. A pad waits for the reader's own strokes. */
async function deadParts(page: TestPage, figure: string): Promise<string[]> {
  const canvases = () => page.$$eval(`#${figure} >>> [part=stage] canvas:not([role=application])`, (all) => all.filter((canvas) => canvas.checkVisibility()).map(({ id }) => id));
  const dashes = () =>
    page.$eval(`#${figure} >>> [part=stage]`, (stage) => {
      const texts = document.createNodeIterator(stage, NodeFilter.SHOW_TEXT);
      let count = 0;
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const { parentElement } = text;
        if (/^[-‒–—…]$/.test(text.textContent?.trim() ?? '') && parentElement?.checkVisibility({ visibilityProperty: true }) && !parentElement.closest('button')) count++;
      }
      return count;
    });
  let dead: string[] = [];
  const alive = async () => {
    dead = [];
    for (const id of await canvases()) if (!(await hasPaint(page, `#${figure} #${id}`, aPoint))) dead.push(`#${id} is empty`);
    const count = await dashes();
    if (count > 0) dead.push(`${count} dashes`);
    return dead.length === 0;
  };
  await until(alive, `a stage of ${figure} that is alive`, patience).catch(() => {});
  return dead;
}

function measured(figure: Element, { height: most = Number.POSITIVE_INFINITY, slide = false }: Limits): string[] {
  const stage = figure.shadowRoot?.querySelector('[part=stage]') as HTMLElement;
  const clips = (element: Element) => getComputedStyle(element).overflow !== 'visible';
  const clipped = (element: Element | null): boolean => element !== null && element !== stage && (clips(element) || clipped(element.parentElement));
  const shown = [...stage.querySelectorAll('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.handle, .for-screen-readers, svg'),
  );
  const boxes = [stage, ...shown.filter((element) => !clipped(element.parentElement))].map((element) => element.getBoundingClientRect());
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + scrollY;
  const right = Math.max(...boxes.map((box) => box.right));
  const { height, top } = stage.getBoundingClientRect();
  const faults: string[] = [];
  const tell = (fault: string, pixels: number) => {
    if (pixels > 1) faults.push(`${fault} by ${Math.round(pixels)} px`);
  };
  tell(`higher than ${most} px`, height - most);
  tell('wider than the window', right - innerWidth);
  tell('the page scrolls sideways', document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (!slide) {
    const left = Number.parseFloat(getComputedStyle(figure).minBlockSize) - (figure.shadowRoot?.querySelector('figure')?.offsetHeight ?? 0);
    if (left > 40) faults.push(`${Math.round(left)} px of its room stay empty`);
    if (left < -16) faults.push(`higher than its room by ${Math.round(-left)} px`);
  } else {
    tell('behind the strip', bottom - (document.querySelector('.classroom-strip')?.getBoundingClientRect().top ?? 0));
    tell('the slide scrolls', document.documentElement.scrollHeight - innerHeight);
    const question = figure.shadowRoot?.querySelector('[part~=ask]')?.getBoundingClientRect();
    if (!question || question.bottom > top) faults.push('no headline');
    for (const element of shown.filter((each) => clips(each) && !each.matches('canvas, input, select, textarea')))
      tell(`${element.id || element.className || element.localName} scrolls or is cut off`, element.scrollHeight - element.clientHeight);
  }
  return faults;
}
