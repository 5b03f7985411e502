import type { TestPage } from '../driver/test-page.ts';
import { frames, settled } from './figure.ts';

// A finger on the window of a phone. In Chromium its touches go the way of real ones: what does not keep them for itself scrolls.

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const scrolled = (page: TestPage): Promise<number> => page.evaluate(() => Math.round(scrollY));

/** From here by so many pixels, and off again once it lies still, so that nothing is flung; gives how far the page has scrolled. */
export async function stroke(page: TestPage, { x, y }: Place, [right, down]: readonly [right: number, down: number]): Promise<number> {
  const before = await scrolled(page);
  const steps = 8;
  await page.touchscreen.touchStart(x, y);
  for (let step = 1; step <= steps; step++) await page.touchscreen.touchMove(x + (right * step) / steps, y + (down * step) / steps);
  await page.touchscreen.touchMove(x + right, y + down);
  await frames(page, 2);
  await page.touchscreen.touchEnd();
  return (await settled(page, () => scrolled(page), { still: 3 })) - before;
}

/** What a finger can reach of an element: how wide and high the part is around its middle that no other takes from it, up to `most` pixels. */
export interface Reach {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** Of all in the figure that have this selector and can be seen. */
export function reaches(page: TestPage, figure: string, selector: string, most = 44): Promise<Reach[]> {
  return page.$eval(
    `#${figure}`,
    (host, wanted, enough) => {
      const root = host.shadowRoot as ShadowRoot;
      const found = [...root.querySelectorAll<HTMLElement>(wanted)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
      return found.map((element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const hits = (right: number, down: number) => {
          const hit = root.elementFromPoint(x + right, y + down);
          return hit !== null && element.contains(hit);
        };
        const far = (right: number, down: number) => {
          let pixels = 0;
          while (pixels < enough && hits(right * (pixels + 0.5), down * (pixels + 0.5))) pixels++;
          return pixels;
        };
        return { name: element.id || element.textContent?.trim() || element.localName, width: far(-1, 0) + far(1, 0), height: far(0, -1) + far(0, 1) };
      });
    },
    selector,
    most,
  );
}

/** In the window, once the element is in its middle: a place on it with no handle within a finger's breadth, which the browser would take for meant. */
export function freePlace(page: TestPage, selector: string): Promise<Place> {
  return page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const shares = [0.5, 0.3, 0.7, 0.15, 0.85];
    for (const down of shares)
      for (const right of shares) {
        const [x, y] = [left + right * width, top + down * height];
        const hits = [-12, 0, 12].flatMap((dx) => [-12, 0, 12].map((dy) => (element.getRootNode() as ShadowRoot).elementFromPoint(x + dx, y + dy)));
        if (!hits.some((hit) => hit?.closest('.handle'))) return { x, y };
      }
    throw new Error(`handles cover all of ${element.id}`);
  });
}
