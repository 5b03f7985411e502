import { describe, expect, test } from 'vitest';
import { doubles, engine } from './engine.ts';

describe('a formula as people write it', () => {
  const spellings: [source: string, canonical: string][] = [
    ['f(x₀, x₁) = x₀² + x₁²', 'x0^2 + x1^2'],
    ['x[0]**2 + x[1]**2', 'x0^2 + x1^2'],
    ['ｘ０＾２　＋　ｘ１＊＊２', 'x0^2 + x1^2'],
    ['x_0² + |x₁|²', 'x0^2 + abs(x1)^2'],
    ['\ufeffx0^2\u00a0+\u2009x1\u200b·x1', 'x0^2 + x1*x1'],
    ['\u{1d465}\u2080\u00b2 + x1(x1)', 'x0^2 + x1*(x1)'],
  ];
  test.each(spellings)('%s', (source, canonical) => {
    using f = engine.expression(source, ['x0', 'x1']);
    expect(f.source).toBe(source);
    expect(f.canonical).toBe(canonical);
    expect(f.evaluate(doubles(3, 4))).toBe(25);
    expect([...f.gradient(doubles(3, 4))]).toEqual([6, 8]);
  });
});

test('a cube root is cbrt; the power 1/3 of a negative number is NaN, and why can be asked', () => {
  using power = engine.expression('x^(1/3)', ['x']);
  using root = engine.expression('∛x', ['x']);
  expect(root.evaluate(doubles(-8))).toBe(-2);
  expect(power.evaluate(doubles(-8))).toBeNaN();
  expect(power.undefinedAt(doubles(-8))).toMatchObject({ reason: 'oddRoot', fraction: '1/3', remedy: 'cbrt(...)' });
  expect(power.undefinedAt(doubles(8))).toBeUndefined();
  expect(() => power.undefinedAt(doubles(1, 2))).toThrow(TypeError);
  expect(() => engine.gradientDescent(power, doubles(-8))).toThrow(/f at the start is NaN.*cbrt/);
});
