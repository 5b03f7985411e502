import { expect, it } from 'vitest';
import { cancelled } from '../../../../web/figures/derivative/magnifier.ts';

it('parts the digits that two numbers share from those in which they differ', () => {
  expect(cancelled([0.8125, 0.828125])).toEqual({ same: '0.8', rests: ['1250000000000000', '2812500000000000'] });
  expect(cancelled([1.25, 1.375])).toEqual({ same: '1.', rests: ['2500000000000000', '3750000000000000'] });
});

it('shares all digits of equal numbers, and none of numbers of different sign', () => {
  expect(cancelled([0.5, 0.5])).toEqual({ same: '0.50000000000000000', rests: ['', ''] });
  expect(cancelled([-1, 1]).same).toBe('');
});

it('writes 0 and what is not finite', () => {
  expect(cancelled([0, 0]).same).toMatch(/^0\.0+$/);
  expect(cancelled([Number.NaN, 1]).same).toBe('');
});
