import { expect, it, vi } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { arrived, hasPaint, until, usable } from '../figures/figure.ts';
import { describeInBrowsers, itInChromium, type Open } from '../harness.ts';
import { drawn, figures, gestures, make, ready, seenBox } from './gestures.ts';
import { blog, type Host } from './host.ts';

interface Scaled {
  readonly name: string;
  readonly scale: number;
  readonly style: string;
  readonly within?: string;
}

const transform: Scaled = { name: 'transform', scale: 0.6, style: 'transform: scale(.6)' };
const zoom: Scaled = { name: 'zoom', scale: 0.6, style: 'zoom: .6' };
const nested: Scaled = { name: 'a transform in a zoom', scale: 0.36, style: 'zoom: .6', within: 'transform: scale(.6)' };
const larger: Scaled = { name: 'a zoom in a transform, larger', scale: 1.2, style: 'transform: scale(1.5)', within: 'zoom: .8' };

/** Everything in a box that is then scaled; so wide that also WebKit, where zoom narrows what a container is asked for, lays it out side by side. */
async function openScaled(
  open: Open,
  host: Host,
  site: { readonly address: string },
  content: string,
  { style, within = '' }: Partial<Scaled> = {},
  windowWidth = 1500,
): Promise<TestPage> {
  host.show(`<script type="module" src="${site.address}embed.js"></script><style>body { margin: 0 } div, main { transform-origin: 0 0 } main { width: 1470px }</style></head>
    <body><div style="${style}"><main style="${within}">${content}</main></div>`);
  return (await open(host.address, { viewport: { width: windowWidth, height: 900 }, others: [host.address] })).page;
}

describeInBrowsers('a figure in a page that is scaled', (open, engine, site) => {
  const inDepth = itInChromium(engine);
  const host = blog();

  const allGestures = async (page: TestPage, scale: number, right: (found: readonly number[], i: number) => boolean) => {
    const all = [];
    // One that comes later would push the others away.
    for (const [i, gesture] of gestures.entries()) if (gestures[i - 1]?.figure !== gesture.figure) await ready(page, gesture);
    for (const [i, gesture] of gestures.entries()) {
      let found: readonly number[] = [];
      // A figure that is still loading may push another away under the pointer; one that hears it elsewhere does so every time.
      for (let attempt = 0; attempt < 3 && (attempt === 0 || !right(found, i)); attempt++) {
        await ready(page, gesture);
        found = await make(page, gesture, scale);
      }
      all.push(found);
    }
    return all;
  };

  // By a zoom and a transform at once: what hears one of them wrongly hears this wrongly, too.
  it('hears every pointer where it is, as it does once the page is not scaled any more', { timeout: 400_000 }, async () => {
    const page = await openScaled(open, host, site, figures, nested);
    const there = await allGestures(page, nested.scale, () => true);
    await page.$$eval('div, main', (wrappers) => {
      for (const wrapper of wrappers) wrapper.removeAttribute('style');
      dispatchEvent(new Event('resize'));
    });
    const alike = (here: readonly number[], i: number) => {
      const [scaled = [], within = 0] = [there[i], gestures[i]?.within];
      return here.length > 0 && here.length === scaled.length && here.every((value, k) => Math.abs(value - (scaled[k] ?? Number.NaN)) <= within);
    };
    const here = await allGestures(page, 1, alike);
    const wrong = gestures.flatMap(({ name }, i) => (alike(here[i] ?? [], i) ? [] : [`${name}: ${there[i]}, and in a page as it is ${here[i]}`]));
    expect(wrong).toEqual([]);
  });

  it.each(engine === 'chromium' ? [nested, larger] : [nested])('is as sharp as the screen, and no sharper: $name', async (scaled) => {
    const page = await openScaled(open, host, site, '<downhill-descent></downhill-descent><downhill-training data="xor"></downhill-training>', scaled);
    await arrived(page, 'downhill-descent');
    await arrived(page, 'downhill-training');
    await usable(page, 'downhill-training #play');
    await page.$eval('downhill-training', (figure) => (figure as HTMLElement & { learn(count: number): void }).learn(20));
    // The curve is thin where the page is made small.
    await until(() => hasPaint(page, 'downhill-training #loss', 20), 'a curve on #loss');
    await drawn(page);
    expect(await unlike(page, scaled.scale)).toEqual([]);
  });

  inDepth('becomes as sharp as it is seen when the page is scaled anew, with the window or in a transition, within what a browser can draw', async () => {
    const page = await openScaled(open, host, site, '<downhill-descent id="walk"></downhill-descent>', transform);
    await ready(page, { figure: 'walk', part: '#plot' });
    const scaleAnew = (style: string) => page.$eval('div', (element, text) => element.setAttribute('style', text), style);
    const settled = async (scale: number) => {
      await vi.waitFor(async () => expect(await unlike(page, scale)).toEqual([]), { timeout: 20_000, interval: 100 });
    };
    await settled(0.6);
    await scaleAnew('transform: scale(.8); transition: transform 50ms');
    await settled(0.8);
    await scaleAnew('transform: scale(.5)');
    await page.evaluate(() => dispatchEvent(new Event('resize')));
    await settled(0.5);
    await scaleAnew('transform: scale(30)');
    await page.evaluate(() => dispatchEvent(new Event('resize')));
    const pixels = () => page.$eval('#walk >>> #plot', (canvas) => (canvas as HTMLCanvasElement).width * (canvas as HTMLCanvasElement).height);
    await vi.waitFor(async () => expect(await pixels()).toBeGreaterThan(4_000_000), { timeout: 20_000, interval: 100 });
    expect(await pixels()).toBeLessThan(17_000_000);
  });

  inDepth('opens its dialog within the window, above the button', async () => {
    const page = await openScaled(open, host, site, '<downhill-loss id="loss" lang="en"></downhill-loss>', { style: 'zoom: 1.5' }, 700);
    await usable(page, '#loss #embed');
    await page.$eval('#loss >>> #embed', (button) => {
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      (button as HTMLButtonElement).click();
    });
    await usable(page, '#loss dialog[open]');
    await drawn(page);
    const [dialog, button] = [await seenBox(page, '#loss >>> dialog', 1.5), await seenBox(page, '#loss >>> #embed', 1.5)];
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
    expect(dialog.left).toBeGreaterThanOrEqual(0);
    expect(dialog.left + dialog.width).toBeLessThanOrEqual(width ?? 0);
    expect(dialog.top).toBeGreaterThanOrEqual(0);
    expect(dialog.top + dialog.height).toBeLessThanOrEqual(height ?? 0);
    expect(dialog.top <= 16 || Math.abs(dialog.top + dialog.height - button.top) <= 16).toBe(true);
  });

  it.each(engine === 'chromium' ? [zoom, transform] : [zoom])('has a frame of the height that it needs: $name', async ({ style }) => {
    host.show(`<script>addEventListener('message', ({ data }) => { globalThis.told = data; });</script><script src="${site.address}resize.js"></script></head><body>
      <div style="${style}"><iframe src="${site.address}embed.html?figure=loss&amp;lang=en" title="A loss" style="width: 900px; height: 200px; border: 0"></iframe></div>`);
    const { page } = await open(host.address, { others: [host.address] });
    // As many of the frame's own pixels high as it says that it needs.
    await page.waitForFunction(() => {
      const { told } = globalThis as typeof globalThis & { told?: { height: number; width: number } };
      const frame = document.querySelector('iframe');
      if (!told || !frame || told.height < 400) return false;
      return Math.abs((frame.clientHeight / frame.clientWidth) * told.width - told.height) <= 2;
    });
  });

  inDepth('is drawn on by the pen of the classroom where the pointer is', async () => {
    const { page } = await open('?classroom');
    await page.waitForSelector('.classroom-strip button');
    await page.keyboard.press('p');
    for (const style of ['transform: scale(.6); transform-origin: 0 0', 'zoom: .6']) {
      await page.$eval('html', (root, text) => root.setAttribute('style', text), style);
      await page.mouse.move(300, 240);
      await page.mouse.down();
      await page.mouse.move(360, 300, { steps: 3 });
      await page.mouse.up();
    }
    const ends = await page.$$eval('.pen-sheet g:not([visibility]) polyline', (lines) =>
      lines.map((line) => {
        const points = line.getAttribute('points')?.split(' ') ?? [];
        return [points[0], points.at(-1)].flatMap((point) => point?.split(',').map((value) => Math.round(Number(value))) ?? []);
      }),
    );
    expect(ends).toEqual([
      [500, 400, 600, 500],
      [500, 400, 600, 500],
    ]);
  });
});

/** The canvases whose bitmap is not as large as they are seen. */
function unlike(page: TestPage, scale: number): Promise<string[]> {
  return page.evaluate((times) => {
    const figures = [...document.querySelectorAll('main > *')];
    const canvases = figures.flatMap((figure) => [...(figure.shadowRoot?.querySelectorAll('canvas') ?? [])]).filter((canvas) => canvas.checkVisibility());
    if (canvases.length === 0) return ['no canvas'];
    return canvases.flatMap((canvas) => {
      const { width, height } = getComputedStyle(canvas);
      const [across, down] = [width, height].map((length) => times * devicePixelRatio * Number.parseFloat(length));
      const right = Math.abs(canvas.width - (across ?? 0)) <= 1.5 && Math.abs(canvas.height - (down ?? 0)) <= 1.5;
      return right ? [] : [`${canvas.id}: ${canvas.width} × ${canvas.height}, seen as ${across} × ${down}`];
    });
  }, scale);
}
