import type { TestScope } from '../driver/test-page.ts';

export interface SavedFile {
  readonly id: string;
  readonly filename: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Of a picture. */
  readonly colours: number;
}

interface Caught {
  readonly filename: string;
  readonly blob: Blob;
}

type Catching = typeof globalThis & { caught?: Caught[] };

/** What a reader gets who saves, in English, everything that the figure offers but its film, which takes as long as what it shows; or one thing of it. */
export async function savedOf(page: TestScope, figure: string, id?: string): Promise<SavedFile[]> {
  await page.evaluate(catchFiles);
  const offered = await offeredBy(page, figure);
  const files: SavedFile[] = [];
  for (const each of offered.filter((name) => (id === undefined ? name !== 'film' : name === id))) {
    await page.$eval(`${figure} >>> [data-export="${each}"]`, (button) => (button as HTMLButtonElement).click());
    await page.waitForFunction(() => (globalThis as Catching).caught?.length === 1);
    const { base64, ...file } = await page.evaluate(takeFile);
    files.push({ id: each, ...file, bytes: Buffer.from(base64, 'base64') });
  }
  return files;
}

/** The names of all that a reader could save now. */
export function offeredBy(page: TestScope, figure: string): Promise<string[]> {
  return page.$eval(figure, unfold);
}

/** The drivers get no downloads; so the page's own press on a link to a file is caught. */
function catchFiles(): void {
  const page = globalThis as Catching;
  if (page.caught) return;
  const caught: Caught[] = [];
  page.caught = caught;
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const address = createObjectURL(blob);
    blobs.set(address, blob as Blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) caught.push({ filename: this.download, blob });
  };
}

async function unfold(figure: Element): Promise<string[]> {
  const root = figure.shadowRoot as ShadowRoot;
  const exports = () => [...root.querySelectorAll<HTMLElement>('[data-export]')];
  if (exports().length === 0) [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Save')?.click();
  await (figure as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
  return exports().map(({ dataset }) => dataset.export ?? '');
}

async function takeFile(): Promise<{ filename: string; type: string; base64: string; colours: number }> {
  const { filename, blob } = (globalThis as unknown as { caught: Caught[] }).caught.pop() as Caught;
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  let colours = 0;
  if (blob.type === 'image/png') {
    const picture = await createImageBitmap(blob);
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    colours = new Set(new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
  }
  return { filename, type: blob.type, base64: address.slice(address.indexOf(',') + 1), colours };
}
