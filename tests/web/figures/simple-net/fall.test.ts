import { describe, expect, it } from 'vitest';
import { downhillFrom, numbersOf } from '../../../../web/figures/simple-net/compute.ts';
import { Fall } from '../../../../web/figures/simple-net/fall.ts';
import { readState } from '../../../../web/figures/simple-net/state.ts';
import { engine } from '../../../lib/engine.ts';

describe('the fall of the loss', () => {
  it('goes on step by step, and begins anew after any other change', () => {
    const fall = new Fall();
    fall.meet('a', 3);
    fall.stepTo('b');
    fall.meet('b', 2);
    fall.meet('b', 2);
    expect(fall.losses).toEqual([3, 2]);
    fall.meet('c', 5);
    expect(fall.losses).toEqual([5]);
  });

  it('is seen ten steps ahead, from the loss that is', () => {
    const state = readState(() => null);
    const { values } = downhillFrom(engine, state);
    expect(values).toHaveLength(11);
    expect(values[0]).toBeCloseTo(numbersOf(engine, state).loss, 12);
    expect([...values].every((loss, step) => step === 0 || loss < (values[step - 1] as number))).toBe(true);
  });
});
