import { expect, it } from 'vitest';
import { sliceRange } from '../../../../web/figures/partial/state.ts';

it.each([
  [3, [-5, 5]],
  [5.5, [-5, 5.5]],
  [-6, [-6, 5]],
  // Too far away for the slice to show anything else.
  [100, [-5, 5]],
])('a slice through %d spans what is shown and reaches the point', (at, range) => expect(sliceRange([-5, 5], at)).toEqual(range));
