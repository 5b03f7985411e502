import { beforeAll, expect, it } from 'vitest';
import { describeIn } from '../harness.ts';
import { programOf } from './program.ts';
import type { Twins, Wish } from './terrain-twins.ts';

type Comparing = typeof globalThis & { compareTwins(wish: Wish): Twins };

describeIn(['chromium', 'webkit'], 'the ground of valleys, painted by the graphics processor', (open, engine) => {
  let program = '';
  beforeAll(async () => {
    program = await programOf('terrain-twins.ts', 'twins');
  });

  it.each<Wish>([
    { turn: -24, tilt: 42, dark: false, coloured: false },
    { turn: 130, tilt: 30, dark: true, coloured: false },
    { turn: 0, tilt: 90, dark: false, coloured: true },
    { turn: 61, tilt: 55, dark: true, coloured: true },
  ])('is what is painted by hand, but for the width of a line: %o', async (wish) => {
    const { page } = await open('embed.html?figure=none');
    await page.evaluate(`(() => { ${program} })()`);
    const { difference } = await page.evaluate((each) => (globalThis as Comparing).compareTwins(each), wish);
    // WebKit may have none on this machine; then it paints by hand.
    if (engine === 'chromium') expect(difference).toBeDefined();
    if (!difference) return;
    expect(difference.painted).toBeGreaterThan(0.3);
    expect(difference.little).toBeLessThan(0.05);
    expect(difference.much).toBeLessThan(0.005);
  });
});
