import { describe, expect, it } from 'vitest';
import { componentText } from '../../../../web/figures/gradient-field/read-out.ts';

describe('a component of the arrow', () => {
  it('is minus the numerical slope, in three digits', () => {
    expect(componentText(3.00000001, 3)).toBe('−3');
    expect(componentText(-0.71954, -0.71954)).toBe('0.72');
    expect(componentText(0, 0)).toBe('0');
  });
  it('is about 0 where it is nothing but the error of the difference quotient beside a slope of 0', () => {
    expect(componentText(4e-8, 0)).toBe('≈ 0');
    expect(componentText(4e-8, 3.9e-8)).toBe('−4e−8');
  });
  it('is told however wrong it is where that can be seen', () => expect(componentText(2, 0.5)).toBe('−2'));
});
