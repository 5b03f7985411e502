import type { TestPage } from '../driver/test-page.ts';

// What the tests of the figures do with a figure's shadow tree. A selector is that of the figure, a space, and one within it.

/** Waits until an element of this selector shows the text. */
export async function seen(page: TestPage, selector: string, text: string): Promise<void> {
  const [host = '', ...inner] = selector.split(' ');
  await page.waitForFunction(
    (figure, within, expected) => [...(document.querySelector(figure)?.shadowRoot?.querySelectorAll(within) ?? [])].some((element) => element.textContent?.includes(expected)),
    {},
    host,
    inner.join(' '),
    text,
  );
}

export async function textOf(page: TestPage, selector: string): Promise<string> {
  return (await page.$$eval(within(selector), (elements) => elements.map((element) => element.textContent ?? ''))).join('\n').replace(/\s+/g, ' ');
}

export function attribute(page: TestPage, selector: string, name: string): Promise<string | null> {
  return page.$eval(selector, (element, wanted) => element.getAttribute(wanted), name);
}

/** Waits until the element is there and may be used. Asked anew in every frame: a selector's own waiting does not see what changes within a shadow tree. */
export async function usable(page: TestPage, selector: string): Promise<void> {
  const [host = '', ...inner] = selector.split(' ');
  await page.waitForFunction((figure, within) => document.querySelector(figure)?.shadowRoot?.querySelector(`${within}:not(:disabled)`) != null, {}, host, inner.join(' '));
}

/** In the window, once the element has been scrolled to its middle. */
export function centreOf(page: TestPage, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(within(selector), (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** True if the canvas is not of one colour. */
export function hasPaint(page: TestPage, selector: string): Promise<boolean> {
  return page.$eval(within(selector), (element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = new Uint32Array(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0));
    return pixels.some((pixel) => pixel !== pixels[0]);
  });
}

/** Waits until the canvas is there and has paint. */
export async function painted(page: TestPage, selector: string): Promise<void> {
  const [host = '', ...inner] = selector.split(' ');
  await page.waitForFunction(
    (figure, within) => {
      const canvas = document.querySelector(figure)?.shadowRoot?.querySelector<HTMLCanvasElement>(within);
      if (!canvas?.width || !canvas.height) return false;
      const pixels = new Uint32Array(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0));
      return pixels.some((pixel) => pixel !== pixels[0]);
    },
    { polling: 50 },
    host,
    inner.join(' '),
  );
}

function within(selector: string): string {
  const [figure, ...inner] = selector.split(' ');
  return `${figure} >>> ${inner.join(' ')}`;
}
