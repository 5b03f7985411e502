import { describe, expect, it } from 'vitest';
import { fixed } from '../../../../web/figures/simple-net/draw.ts';
import { readState, weightNames, withValue, writeWeights } from '../../../../web/figures/simple-net/state.ts';
import { weightAfterKey } from '../../../../web/figures/simple-net/weight-cells.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of simple-net', () => {
  it("is the chapter's example by default, and nudges the weight that its text is about", () => {
    expect(read({})).toEqual({
      w: [0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093],
      x: [0.6, 0.9],
      label: 2,
      h: 1e-4,
      weight: weightNames.indexOf('w13'),
      gradientShown: false,
      problems: [],
    });
  });

  it('is read back as it was written, to eight digits after the point', () => {
    const weights = [1 / 3, -2 / 3, 1e-9, 0, -4.99, 5];
    expect(read({ w: writeWeights(weights) })).toMatchObject({ w: [0.33333333, -0.66666667, 0, 0, -4.99, 5], problems: [] });
  });

  it('holds weights within what may be set', () => {
    expect(read({ w: writeWeights([7, -7, 0, 0, 0, 0]) }).w.slice(0, 2)).toEqual([5, -5]);
  });

  it('changes one value and leaves the others', () => {
    expect(withValue([1, 2, 3], 1, 0.5)).toBe('1,0.5,3');
  });

  it.each([
    ['w', '1,2,3,4,5', { kind: 'numbers', count: 6, lowest: -5, highest: 5 }],
    ['w', '1,2,3,4,5,6', { kind: 'numbers', count: 6, lowest: -5, highest: 5 }],
    ['w', '1,2,,4,5,5', { kind: 'numbers', count: 6, lowest: -5, highest: 5 }],
    ['x', '0.6', { kind: 'numbers', count: 2, lowest: -5, highest: 5 }],
    ['t', '3', { kind: 'integer', lowest: 0, highest: 2 }],
    ['h', '0', { kind: 'number', lowest: 1e-6, highest: 1 }],
    ['weight', 'w31', { kind: 'one of', names: weightNames }],
  ])('%s = “%s” is not used, and it is said', (attribute, given, allowed) => {
    const state = read({ [attribute]: given });
    expect({ ...state, problems: [] }).toEqual(read({}));
    expect(state.problems).toMatchObject([{ attribute, given, allowed }]);
  });
});

describe('the keys of a weight', () => {
  it('move it by a hundredth, with Shift by a tenth, and to its limits', () => {
    expect(weightAfterKey(0.5, 'ArrowUp', false)).toBe(0.51);
    expect(weightAfterKey(0.5, 'ArrowDown', true)).toBe(0.4);
    expect(weightAfterKey(0.5, 'Home', false)).toBe(-5);
    expect(weightAfterKey(4.995, 'PageUp', false)).toBe(5);
    expect(weightAfterKey(0.5, 'a', false)).toBeUndefined();
  });
});

describe('a number with all its digits', () => {
  it('keeps its zeros', () => expect(fixed(-0.36281, 7)).toBe('−0.3628100'));
  it('has no sign where it reads as 0', () => expect(fixed(-1.9e-36, 7)).toBe('0.0000000'));
  it('is no longer where it is larger', () => expect([fixed(9.5, 6), fixed(-50, 6), fixed(0, 6)]).toEqual(['9.500000', '−50.00000', '0.000000']));
});
