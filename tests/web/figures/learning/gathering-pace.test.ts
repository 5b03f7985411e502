import { expect, it } from 'vitest';
import { iterationsAfter } from '../../../../web/figures/learning/gathering-pace.ts';

it('a run is at no more than 100 iterations after a second, at about 1,000 after five, and then as fast as it can be', () => {
  expect(iterationsAfter(0, 0)).toBe(0);
  expect(iterationsAfter(0, 1000)).toBeLessThanOrEqual(100);
  expect(iterationsAfter(0, 4990)).toBeGreaterThan(900);
  expect(iterationsAfter(0, 5001)).toBe(Number.POSITIVE_INFINITY);
});

it('a run that rested goes on at the pace that it had', () => {
  const gained = (from: number) => iterationsAfter(from, 100) - from;
  expect(gained(360)).toBe(iterationsAfter(0, 3100) - iterationsAfter(0, 3000));
  expect(gained(360)).toBeGreaterThan(gained(40));
  expect(iterationsAfter(5000, 0)).toBe(Number.POSITIVE_INFINITY);
});
