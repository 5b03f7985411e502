import { expect, it } from 'vitest';
import { type FigureId, figureIds } from '../../../web/figures/catalogue.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { axeFaults } from './axe.ts';
import { outOfPlace } from './cells.ts';
import { arrived, centreOf, frames, painted, seen, textOf, until, usable } from './figure.ts';
import { offeredBy, type SavedFile, savedOf } from './saved.ts';

interface Case {
  /** Its id on the page. */
  readonly figure: FigureId;
  readonly canvases: readonly string[];
  /** Those that have no paint before the mouse has been there. */
  readonly later?: readonly string[];
  /** Those that have no paint before the key has been pressed. */
  readonly last?: readonly string[];
  /** What tells in the figure how it stands; by default its state does. */
  readonly reads?: string;
  /** Where the mouse presses, and how far it drags; without `by` it clicks. */
  readonly mouse: { readonly on: string; readonly by?: readonly [x: number, y: number] };
  /** What has the focus, and what is pressed. */
  readonly key: { readonly on: string; readonly press: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'Enter'; readonly times?: number };
  /** Pressed first: without it nothing is to be seen. */
  readonly start?: string;
  /** Set before it, and the words of `.standing` that are waited for: a run that has an end. */
  readonly run?: { readonly state: Readonly<Record<string, string>>; readonly end: string };
}

/** Every figure with its main control. */
const byFigure: Readonly<Record<FigureId, Omit<Case, 'figure'>>> = {
  valleys: { canvases: ['#plot'], mouse: { on: '#plot' }, key: { on: '#turn', press: 'ArrowRight' } },
  data: { canvases: ['#wall', '#digit'], mouse: { on: '#wall' }, key: { on: '#wall', press: 'End' } },
  network: { canvases: ['#net', '#panel'], mouse: { on: '#later' }, key: { on: '#unit0', press: 'Enter' } },
  loss: { canvases: ['#bars', '#curves'], mouse: { on: '#bar7', by: [0, -60] }, key: { on: '#bar2', press: 'Home' } },
  'mini-batch': { canvases: ['#histogram', '#batch'], mouse: { on: '#thousand' }, key: { on: '#batch-size', press: 'ArrowRight' } },
  'why-loss': { canvases: ['#sweep', '#tips'], mouse: { on: '#ring', by: [60, 0] }, key: { on: '#ring', press: 'Home' } },
  derivative: { canvases: ['#plot', '#errors'], mouse: { on: '#place', by: [60, 0] }, key: { on: '#step', press: 'ArrowLeft' } },
  partial: { canvases: ['#plot', '#surface', '#slice0', '#slice1'], mouse: { on: '.handle', by: [-40, 0] }, key: { on: '.handle', press: 'ArrowRight' } },
  'gradient-field': { canvases: ['#plot'], mouse: { on: '#plot' }, key: { on: '.handle', press: 'ArrowRight' } },
  descent: { canvases: ['#plot', '#curve'], mouse: { on: '.handle', by: [60, 30] }, key: { on: '.handle', press: 'ArrowRight' } },
  'simple-net': { canvases: ['#net', '#matrices', '#fall'], mouse: { on: '#w21', by: [0, -30] }, key: { on: '#w11', press: 'ArrowUp' } },
  'four-steps': { canvases: ['#phase-picture'], reads: '#done', mouse: { on: '#next-phase' }, key: { on: '#next-phase', press: 'Enter' }, start: '#whole' },
  training: {
    canvases: ['#accuracy', '#loss', '#surface', '#answers'],
    reads: '#play',
    mouse: { on: '#play' },
    key: { on: '#play', press: 'Enter' },
    start: '#play',
  },
  race: { canvases: ['#track'], reads: '#play', mouse: { on: '#play' }, key: { on: '#play', press: 'Enter' }, start: '#play' },
  generalisation: {
    canvases: ['#gap', '#confusion', '#mistakes'],
    later: ['#pad', '#seen'],
    last: ['#examples'],
    mouse: { on: '#pad', by: [40, 80] },
    // From 4 read as 9 to 4 read as 4, of which there are examples.
    key: { on: '#confusion', press: 'ArrowLeft', times: 5 },
    start: '#play',
    run: { state: { iterations: '150', 'learning-rate': '0.5', bench: '' }, end: 'Done' },
  },
  errata: { canvases: ['#right', '#wrong'], reads: '#answer', mouse: { on: '#pick-1' }, key: { on: '#next', press: 'Enter' } },
};

const cases: readonly Case[] = figureIds.map((figure) => ({ figure, ...byFigure[figure] }));

/** The state, and what the reader is told. */
async function standing(page: TestPage, { figure, reads }: Case): Promise<string> {
  if (reads) return textOf(page, `#${figure} ${reads}`);
  return page.$eval(`#${figure}`, (element) => JSON.stringify((element as HTMLElement & { state: object }).state));
}

async function changes(page: TestPage, each: Case, act: () => Promise<unknown>, what: string): Promise<void> {
  const before = await standing(page, each);
  await act();
  await until(async () => (await standing(page, each)) !== before, `another state of ${each.figure} than ${before} after ${what}`);
}

/** Scrolled to, it is there and has paint; its main control answers by mouse and by key. */
async function comesAlive(page: TestPage, each: Case): Promise<void> {
  const { figure, canvases, later = [], last = [], mouse, key, start, run } = each;
  await arrived(page, `#${figure}`);
  if (run) await page.$eval(`#${figure}`, (element, state) => Object.assign(element, { state }), run.state);
  if (start) {
    await usable(page, `#${figure} ${start}`);
    await page.$eval(`#${figure} >>> ${start}`, (button) => (button as HTMLButtonElement).click());
  }
  if (run) await seen(page, `#${figure} .standing`, run.end);
  const drag = async () => {
    await usable(page, `#${figure} ${mouse.on}`);
    const { x, y } = await centreOf(page, `#${figure} ${mouse.on}`);
    await page.mouse.move(x, y);
    await page.mouse.down();
    if (mouse.by) await page.mouse.move(x + mouse.by[0], y + mouse.by[1], { steps: 4 });
    await page.mouse.up();
  };
  for (const canvas of canvases) await painted(page, `#${figure} ${canvas}`);
  await changes(page, each, drag, 'the mouse');
  for (const canvas of later) await painted(page, `#${figure} ${canvas}`);
  await usable(page, `#${figure} ${key.on}`);
  const press = async () => {
    await page.focus(`#${figure} >>> ${key.on}`);
    for (let k = 0; k < (key.times ?? 1); k++) await page.keyboard.press(key.press);
  };
  await changes(page, each, press, key.press);
  for (const canvas of [...canvases, ...later, ...last]) await painted(page, `#${figure} ${canvas}`);
  // What runs on would take the processor from the next one.
  if (key.on === start) await page.keyboard.press(key.press);
}

async function handsOverItsFiles(page: TestPage, { figure }: Case): Promise<void> {
  // Nothing is offered before it is there.
  await until(async () => (await offeredBy(page, `#${figure}`)).some((id) => id.startsWith('csv')), `a table of ${figure}`);
  const files = await savedOf(page, `#${figure}`);
  expect(files.map(faultOf)).toEqual(files.map(({ filename }) => `${filename}: none`));
  expect(new Set(files.map(({ filename }) => filename)).size).toBe(files.length);
  expect(files.map(({ type }) => type)).toEqual(expect.arrayContaining(['image/png', 'text/csv;charset=utf-8']));
}

/** What it runs, in Python and in C++. */
async function showsItsCode(page: TestPage, figure: FigureId): Promise<void> {
  const listing = `#${figure} #listing`;
  const press = (button: string) => page.$eval(`#${figure} >>> ${button}`, (each) => (each as HTMLElement).click());
  await press('#show-code');
  await seen(page, listing, figure === 'errata' ? '# ' : 'return');
  const numpy = await textOf(page, listing);
  await press('#tab-cpp');
  await seen(page, listing, ';');
  expect(numpy, figure).toMatch(figure === 'errata' ? /^# / : /\b(def|class) \w+/);
  expect(await textOf(page, listing), figure).toMatch(figure === 'errata' ? /^\/\/ / : /\) (const )?\{.*\}/);
  await press('#show-code');
}

describeInBrowsers('every figure', (open, engine) => {
  // One after the other on one page, as a reader meets them; what is then to be seen is looked at without going there again.
  let visited: Promise<TestPage> | undefined;
  const visitAll = async () => {
    const { page } = await open('?lang=en', { kept: true });
    for (const each of cases) {
      await comesAlive(page, each);
      await handsOverItsFiles(page, each);
    }
    return page;
  };
  const visit = () => {
    visited ??= visitAll();
    visited.catch(() => {
      visited = undefined;
    });
    return visited;
  };

  it('comes alive when the reader comes to it, answers by mouse and by key, and hands over its files', { timeout: 400_000 }, async () => {
    await visit();
  });

  it('has every number within its cell, and the page scrolls sideways nowhere, at 1440, 390 and 320 pixels, in both languages', { timeout: 400_000 }, async () => {
    const page = await visit();
    const found: string[] = [];
    for (const language of ['en', 'zh-Hans'])
      for (const width of [1440, 390, 320]) {
        await page.setViewport({ width, height: 900 });
        await page.$eval(`.switch[lang="${language}"]`, (button) => (button as HTMLElement).click());
        await page.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
        // All figures take the other width and language, which takes a busy machine a moment.
        let faults = await outOfPlace(page);
        for (const end = performance.now() + 15_000; faults.length > 0 && performance.now() < end; faults = await outOfPlace(page)) await frames(page, 10);
        found.push(...faults.map((fault) => `${width} px, ${language}: ${fault}`));
      }
    expect(found).toEqual([]);
  });

  it('shows the code that it runs, in both languages', async () => {
    const page = await visit();
    for (const figure of figureIds) await showsItsCode(page, figure);
  });

  itInChromium(engine)('has no fault that axe finds, in either language and theme, wide and narrow, with all that can be unfolded', { timeout: 400_000 }, async () => {
    expect(await axeFaults(await visit())).toEqual([]);
  });
});

/** What is wrong with a file for those who open it. */
function faultOf({ filename, type, bytes, colours }: SavedFile): string {
  const text = bytes.toString();
  const faults: Readonly<Record<string, () => boolean>> = {
    'image/png': () => bytes.toString('latin1', 1, 4) !== 'PNG' || colours < 4,
    'image/svg+xml': () =>
      !/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/.test(text) || !/<(path|rect|line|circle|text|polyline)\b/.test(text) || !text.trimEnd().endsWith('</svg>'),
    'text/csv;charset=utf-8': () => {
      const rows = text.trimEnd().split('\r\n');
      return rows.length < 2 || rows.some((row) => fields(row) !== fields(rows[0])) || /undefined|NaN/.test(text);
    },
    'application/json': () => Object.keys(JSON.parse(text)).length === 0,
  };
  // NumPy's file is a ZIP.
  const fault = filename.endsWith('.npz') ? () => bytes.toString('latin1', 0, 2) !== 'PK' : faults[type];
  if (!fault) return `${filename}: of no known type, ${type}`;
  return `${filename}: ${fault() ? `${bytes.length} bytes, ${colours} colours, ${text.slice(0, 100)}` : 'none'}`;
}

const fields = (row = '') => row.replaceAll(/"[^"]*"/g, '').split(',').length;
