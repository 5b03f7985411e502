import { beforeAll, expect, it } from 'vitest';
import { describeInBrowsers } from '../harness.ts';
import type { Painting } from './axes-alone.ts';
import { hasPaint } from './figure.ts';
import { programOf } from './program.ts';

type Painted = typeof globalThis & { painting: Painting };

describeInBrowsers('paint', (open) => {
  let program = '';
  beforeAll(async () => {
    program = await programOf('axes-alone.ts', 'axes');
  });

  it.each([1, 1.7])('is a curve or a wide stroke, and none of it are axes, at %d pixels for one', async (pixelsForOne) => {
    const { page } = await open('embed.html?figure=none');
    await page.evaluate(`(() => { ${program} })()`);
    expect(await hasPaint(page, 'main canvas')).toBe(false);
    for (const what of ['curve', 'stroke'] as const) {
      await page.evaluate((pixels) => (globalThis as Painted).painting.axes(pixels), pixelsForOne);
      const marked = await page.$eval(
        'main >>> canvas',
        (canvas) =>
          (canvas as HTMLCanvasElement)
            .getContext('2d')
            ?.getImageData(0, 0, 600, 300)
            .data.filter((value) => value > 0).length,
      );
      expect(marked).toBeGreaterThan(1000);
      expect(await hasPaint(page, 'main canvas')).toBe(false);
      await page.evaluate((name) => (globalThis as Painted).painting[name](), what);
      expect(await hasPaint(page, 'main canvas')).toBe(true);
    }
  });
});
