import type { TestPage } from '../driver/test-page.ts';

// What a pointer can do with each figure, and the numbers that come of it.

type Pair = readonly [x: number, y: number];

export interface Gesture {
  readonly name: string;
  /** The id of the figure. */
  readonly figure: string;
  /** Within it. */
  readonly part: string;
  /** From the upper left of the part, as a share of its width and height. */
  readonly at: Pair;
  /** Where it is dragged, in CSS pixels of the figure. */
  readonly by?: Pair;
  readonly hover?: boolean;
  /** Pressed before and after it. */
  readonly switch?: string;
  /** With Ctrl, as a touch pad's pinch comes. */
  readonly wheel?: number;
  /** Names of the state, or a selector of what tells the number. */
  readonly gives: readonly string[] | string;
  /** Of a screen pixel or two. Where cells are meant: 0. */
  readonly within: number;
  /** Of the numbers that it gives. */
  readonly read?: (numbers: readonly number[]) => readonly number[];
}

/** In a zoomed page a `vh` of WebKit's is as much longer; so valleys, whose height is some of them, gets one of its own. */
export const figures = `
  <downhill-valleys id="valleys" lang="en" map style="--downhill-plot: 567px"></downhill-valleys>
  <downhill-descent id="descent" lang="en" steps="4" bench></downhill-descent>
  <downhill-gradient-field id="gradient-field" lang="en"></downhill-gradient-field>
  <downhill-partial id="partial" lang="en"></downhill-partial>
  <downhill-derivative id="derivative" lang="en"></downhill-derivative>
  <downhill-loss id="loss" lang="en"></downhill-loss>
  <downhill-simple-net id="simple-net" lang="en"></downhill-simple-net>
  <downhill-data id="data" lang="en" bench></downhill-data>
  <downhill-mini-batch id="mini-batch" lang="en" bench></downhill-mini-batch>
  <downhill-why-loss id="why-loss" lang="en" bench></downhill-why-loss>
  <downhill-training id="landscape" lang="en" data="xor" view="landscape"></downhill-training>
  <downhill-training id="points" lang="en" data="points" points="-1,-1,0;1,1,1;-1,1,1;1,-1,0"></downhill-training>
  <downhill-generalisation id="generalisation" lang="en" bench></downhill-generalisation>`;

const last =
  (count: number) =>
  (numbers: readonly number[]): readonly number[] =>
    numbers.slice(-count);

export const gestures: readonly Gesture[] = [
  { name: 'a walker, by a tap on the map', figure: 'valleys', part: '.scene', at: [0.6, 0.3], gives: ['walkers'], within: 0.15 },
  { name: 'the start of a walk, by a tap', figure: 'descent', part: '#plot', at: [0.7, 0.3], gives: ['start'], within: 0.15 },
  { name: 'the start of a walk, by its handle', figure: 'descent', part: '.handle', at: [0.55, 0.45], by: [60, 70], gives: ['start'], within: 0.15 },
  { name: 'the part of the plane, by the wheel', figure: 'descent', part: '#plot', at: [0.3, 0.6], wheel: -200, gives: ['x0', 'x1'], within: 0.15 },
  { name: 'the part of the plane, by the hand', figure: 'descent', part: '#plot', at: [0.6, 0.4], by: [60, 30], switch: '.view [aria-pressed]', gives: ['x0', 'x1'], within: 0.15 },
  { name: 'a dropped point', figure: 'gradient-field', part: '#plot', at: [0.3, 0.4], gives: ['probe', 'drops'], within: 0.1 },
  {
    name: 'the gradient under the mouse',
    figure: 'gradient-field',
    part: '#plot',
    at: [0.6, 0.3],
    hover: true,
    gives: '.point',
    within: 0.2,
    read: (numbers) => numbers.slice(0, 2),
  },
  { name: 'the point of two cuts', figure: 'partial', part: '#plot', at: [0.6, 0.25], gives: ['point'], within: 0.15 },
  { name: 'x of a derivative', figure: 'derivative', part: '#plot', at: [0.75, 0.4], gives: ['x'], within: 0.3 },
  { name: 'h of a derivative', figure: 'derivative', part: '#errors', at: [0.4, 0.5], gives: ['h'], within: 0.2, read: (numbers) => numbers.map(Math.log10) },
  { name: 'an output, by a tap', figure: 'loss', part: '#bars', at: [0.47, 0.3], gives: ['y'], within: 0.02 },
  { name: 'an output, by its handle', figure: 'loss', part: '.handle:nth-of-type(3)', at: [0.5, 0.5], by: [0, 80], gives: ['y'], within: 0.02 },
  { name: 'the right answer on its curve', figure: 'loss', part: '#curves', at: [0.7, 0.5], gives: ['y'], within: 0.02 },
  { name: 'a weight', figure: 'simple-net', part: '#w12', at: [0.5, 0.5], by: [0, -60], gives: ['w'], within: 0.05 },
  { name: 'a digit on the wall', figure: 'data', part: '#wall', at: [0.62, 0.43], gives: ['digit'], within: 0 },
  { name: 'a number of a digit', figure: 'data', part: '#numbers', at: [0.41, 0.59], gives: ['row', 'column'], within: 0 },
  { name: 'a pixel of a digit', figure: 'data', part: '#digit', at: [0.55, 0.375], gives: ['row', 'column'], within: 1 },
  { name: 'the number under the mouse', figure: 'data', part: '#numbers', at: [0.55, 0.52], hover: true, gives: 'dl > div:last-of-type', within: 0 },
  { name: 'a batch size', figure: 'mini-batch', part: '#widths', at: [0.6, 0.5], gives: ['batch-size'], within: 0.03, read: (numbers) => numbers.map(Math.log10) },
  { name: 'the value of a weight', figure: 'why-loss', part: '#sweep', at: [0.7, 0.5], gives: ['value'], within: 0.1 },
  { name: 'a weight of the map', figure: 'why-loss', part: '#map', at: [0.52, 0.48], gives: ['weight'], within: 10 },
  { name: 'the eye on a landscape', figure: 'landscape', part: '#surface', at: [0.4, 0.5], by: [80, 30], gives: ['turn', 'tilt'], within: 2 },
  { name: 'points of one’s own', figure: 'points', part: '#weights', at: [0.45, 0.3], gives: ['points'], within: 0.05, read: last(3) },
  {
    name: 'a stroke on the pad',
    figure: 'generalisation',
    part: '#pad',
    at: [0.3, 0.3],
    by: [60, 40],
    gives: ['drawing'],
    within: 2,
    read: (numbers) => [...numbers.slice(0, 2), ...numbers.slice(-2)],
  },
  { name: 'a cell of the confusion matrix', figure: 'generalisation', part: '#confusion', at: [0.62, 0.43], gives: ['label', 'answer'], within: 0 },
];

/** Makes the gesture in a page whose figures are seen `scale` times as large as they are laid out, and gives the numbers that come of it. */
export async function make(page: TestPage, gesture: Gesture, scale: number): Promise<readonly number[]> {
  const { figure, part, at, by, hover, wheel } = gesture;
  if (gesture.switch) await page.$eval(`#${figure} >>> ${gesture.switch}`, (button) => (button as HTMLButtonElement).click());
  const box = await seenBox(page, `#${figure} >>> ${part}`, scale);
  const [x, y] = [box.left + at[0] * box.width, box.top + at[1] * box.height];
  if (wheel !== undefined) {
    const turned = { bubbles: true, cancelable: true, composed: true, ctrlKey: true, clientX: x, clientY: y, deltaY: wheel };
    await page.$eval(`#${figure} >>> ${part}`, (element, init) => element.dispatchEvent(new WheelEvent('wheel', init)), turned);
  } else {
    await page.mouse.move(x, y);
    if (!hover) {
      await page.mouse.down();
      if (by) await page.mouse.move(x + scale * by[0], y + scale * by[1], { steps: 4 });
      await page.mouse.up();
    }
  }
  await drawn(page);
  if (gesture.switch) await page.$eval(`#${figure} >>> ${gesture.switch}`, (button) => (button as HTMLButtonElement).click());
  const numbers = await numbersOf(page, gesture);
  return gesture.read?.(numbers) ?? numbers;
}

/** Waits until the figure is there, as it was when it came, and has drawn what the gesture needs. */
export async function ready(page: TestPage, { figure, part }: Pick<Gesture, 'figure' | 'part'>): Promise<void> {
  await page.waitForFunction(
    (id, within) => {
      const element = document.querySelector<HTMLElement & { reset(): void }>(`#${id}`);
      const root = element?.shadowRoot;
      const found = root?.querySelector<HTMLElement>(within);
      if (!root || !found) {
        element?.scrollIntoView();
        return false;
      }
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      // A canvas that nobody has seen to is 300 wide; a handle has its place once the plot is drawn.
      const handles = [...root.querySelectorAll<HTMLElement>('.handle')];
      if (handles.some((handle) => handle.style.translate === '') || (found as HTMLCanvasElement).width === 300) return false;
      // The wall has places once the digits are there.
      if (root.querySelector('.waiting, #wall[aria-valuemax="0"]')) return false;
      element.reset();
      return true;
    },
    { polling: 50 },
    figure,
    part,
  );
  await drawn(page);
}

/** In pixels of the window; engines differ in what getBoundingClientRect says in a page that is zoomed, and the wrapper around all figures shows how. */
export function seenBox(page: TestPage, selector: string, scale: number): Promise<{ left: number; top: number; width: number; height: number }> {
  return page.$eval(
    selector,
    (element, scaled) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const main = document.querySelector('main') as HTMLElement;
      const times = (scaled * Number.parseFloat(getComputedStyle(main).width)) / main.getBoundingClientRect().width;
      return { left: (left + scrollX) * times - scrollX, top: (top + scrollY) * times - scrollY, width: width * times, height: height * times };
    },
    scale,
  );
}

/** Waits for two frames: what an event has asked for is drawn in the next one. */
export const drawn = (page: TestPage): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

async function numbersOf(page: TestPage, { figure, gives }: Gesture): Promise<readonly number[]> {
  const text =
    typeof gives === 'string'
      ? await page.$eval(`#${figure} >>> ${gives}`, (element) => element.textContent ?? '')
      : await page.evaluate(
          (id, names) => {
            const { state } = document.querySelector(`#${id}`) as HTMLElement & { state: Record<string, string> };
            return names.map((name) => state[name] ?? '?').join(' ');
          },
          figure,
          gives as string[],
        );
  return [
    ...text
      .replaceAll('−', '-')
      .replaceAll(/x0|x1/g, '')
      .matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?|\?/g),
  ].map(([number]) => Number(number));
}
