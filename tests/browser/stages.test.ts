import { expect, it } from 'vitest';
import { figureIds } from '../../web/figures/catalogue.ts';
import { languages } from '../../web/i18n/language.ts';
import { lessonNames, lessons } from '../../web/page/classroom/lessons.ts';
import type { TestPage } from './driver/test-page.ts';
import { arrived, hasPaint, settled, until } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

interface Stage {
  readonly where: string;
  readonly figure: string;
  readonly height: number;
  /** What is wrong with it. */
  readonly faults: readonly string[];
}

interface Limits {
  /** Of the stage, in CSS pixels. */
  readonly height?: number;
  /** A slide ends above the strip, has a headline, and nothing on it scrolls. */
  readonly slide?: boolean;
}

/** For what is computed after the figure has come. */
const patience = 20_000;

describeInChromium('the stage of every figure', (open) => {
  it.each([
    [1280, 720, 620],
    [390, 844, 740],
  ])(
    'is one screen on the page at %d × %d, at most %d high, in both languages, and alive before anything is pressed',
    { timeout: 600_000, retry: 0 },
    async (width, height, most) => {
      const { page } = await open('?lang=en', { viewport: { width, height } });
      const stages: Stage[] = [];
      for (const figure of figureIds) {
        await arrived(page, `#${figure}`);
        stages.push(...(await look(page, figure, `${width} × ${height}`, { height: most })));
      }
      expectNoFault(stages);
    },
  );

  it.each([
    [1280, 720],
    [1920, 1080],
  ])('fills the classroom at %d × %d, and nothing of it is cut off or scrolls, in both languages', { timeout: 900_000, retry: 0 }, async (width, height) => {
    const stages: Stage[] = [];
    for (const lesson of ['', ...lessonNames] as const) {
      const slides = lesson === '' ? figureIds : lessons[lesson].map(({ figure }) => figure);
      const { page } = await open(`?classroom=${lesson}&lang=en`, { viewport: { width, height } });
      for (const figure of slides) {
        await page.waitForFunction((id) => document.querySelector(`#${id}.on-slide`)?.shadowRoot?.querySelector('[part=stage]') != null, {}, figure);
        stages.push(...(await look(page, figure, `classroom ${lesson} ${width} × ${height}`, { slide: true })));
        await page.keyboard.press('PageDown');
      }
    }
    expectNoFault(stages);
  });
});

/** In each language, once the figure has done what it does by itself. */
async function look(page: TestPage, figure: string, where: string, limits: Limits): Promise<Stage[]> {
  const dead = await deadParts(page, figure);
  const stages: Stage[] = [];
  for (const language of languages) {
    await page.$eval(`.switch[lang="${language}"]`, (button) => (button as HTMLElement).click());
    const { height, faults } = await settled(page, () => page.$eval(`#${figure}`, measured, limits));
    stages.push({ where: `${where} ${language}`, figure, height, faults: [...faults, ...dead] });
  }
  return stages;
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
    for (const id of await canvases()) if (!(await hasPaint(page, `#${figure} #${id}`))) dead.push(`#${id} is empty`);
    const count = await dashes();
    if (count > 0) dead.push(`${count} dashes`);
    return dead.length === 0;
  };
  await until(alive, `a stage of ${figure} that is alive`, patience).catch(() => {});
  return dead;
}

function measured(figure: Element, { height: most = Number.POSITIVE_INFINITY, slide = false }: Limits): { height: number; faults: string[] } {
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
  if (slide) {
    tell('behind the strip', bottom - (document.querySelector('.classroom-strip')?.getBoundingClientRect().top ?? 0));
    tell('the slide scrolls', document.documentElement.scrollHeight - innerHeight);
    const question = figure.shadowRoot?.querySelector('[part~=ask]')?.getBoundingClientRect();
    if (!question || question.bottom > top) faults.push('no headline');
    for (const element of shown.filter((each) => clips(each) && !each.matches('canvas, input, select, textarea')))
      tell(`${element.id || element.className || element.localName} scrolls or is cut off`, element.scrollHeight - element.clientHeight);
  }
  return { height: Math.round(height), faults };
}

/** With a table of all that were measured, where there is one. */
function expectNoFault(stages: readonly Stage[]): void {
  const rows = stages.map(({ where, figure, height, faults }) => `${where.padEnd(38)} ${figure.padEnd(16)} ${String(height).padStart(5)}  ${faults.join('; ')}`.trimEnd());
  const wrong = stages.filter(({ faults }) => faults.length > 0).map(({ where, figure }) => `${where}, ${figure}`);
  expect(wrong, `\n${rows.join('\n')}\n`).toEqual([]);
}
