import { expect, it } from 'vitest';
import { describeInBrowsers } from '../harness.ts';
import { arrived } from './figure.ts';

describeInBrowsers('a walk as a film', (open) => {
  it('is saved as a video, or else as pictures, of the size of the stage’s canvases', async () => {
    const { page } = await open('embed.html?figure=descent&steps=4&lang=en', { viewport: { width: 800, height: 700 } });
    await arrived(page, 'downhill-descent');
    const saved = await page.$eval('downhill-descent', async (figure) => {
      const root = figure.shadowRoot!;
      let made: Blob | undefined;
      const urlOf = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        made = blob as Blob;
        return urlOf(blob);
      };
      const file = new Promise<{ name: string; bytes: number[]; size: number }>((resolve, reject) => {
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          if (!made) reject(new Error('there is no file'));
          else
            void made
              .slice(0, 4)
              .arrayBuffer()
              .then((bytes) => resolve({ name: this.download, size: made?.size ?? 0, bytes: [...new Uint8Array(bytes)] }));
        };
      });
      [...root.querySelectorAll<HTMLButtonElement>('.tools button')].find(({ textContent }) => textContent === 'Save')?.click();
      await (figure as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      root.querySelector<HTMLButtonElement>('[data-export=film]')?.click();
      return file;
    });
    const starts: Readonly<Record<string, readonly number[]>> = { webm: [0x1a, 0x45, 0xdf, 0xa3], zip: [0x50, 0x4b, 3, 4] };
    const ending = saved.name.split('.').at(-1) ?? '';
    expect(saved.name).toMatch(/^descent(\.webm|\.mp4|-frames\.zip)$/);
    if (ending !== 'mp4') expect(saved.bytes).toEqual(starts[ending]);
    expect(saved.size).toBeGreaterThan(5000);
  });
});
