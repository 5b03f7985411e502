import { expect, it } from 'vitest';
import { rateOf } from '../../../../web/figures/race/lanes.ts';

const lane = (rate: number) => ({ gradients: 0, parameters: 3, milliseconds: 1, rate });

it('a rate is told in as few characters as its column has room for, however slow the machine', () => {
  expect([0, 0.0000977, 0.001, 0.0123, 4.98, 910].map((rate) => rateOf(lane(rate)))).toEqual(['–', '<\u00a00.001', '0.001', '0.0123', '4.98', '910']);
});
