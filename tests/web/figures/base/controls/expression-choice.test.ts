import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../../../web/engine/api/downhill.ts';
import { ExpressionChoice, marks } from '../../../../../web/figures/base/controls/expression-choice.ts';
import { undefinedLine } from '../../../../../web/figures/base/controls/undefined-line.ts';
import { FunctionChoice } from '../../../../../web/figures/base/plane/function-of-two.ts';
import { plane } from '../../../../../web/i18n/plane.ts';

const engine = await loadEngine();

describe('below a formula', () => {
  it('the mistake is marked', () => expect(marks('x + * 2', { position: 4 })).toBe('    ^'));
  it('the bracket that is not closed, too', () => expect(marks('x + (x', { position: 6, opened: 4 })).toBe('    ^ ^'));
  it('as far to the right as full-width characters take it', () => expect(marks('（x + )', { position: 5 })).toBe('\u3000    ^'));
  it('and no further for what is not seen', () => expect(marks('\ufeffx\u200b + )', { position: 6 })).toBe('    ^'));
  it('a character of two units of UTF-16 takes one place', () => expect(marks('𝑥 + )', { position: 5 })).toBe('    ^'));
});

it('a formula that cannot be used leaves the last one', () => {
  const choice = new ExpressionChoice(engine, ['x'], 'x^2');
  choice.choose('x +');
  expect(choice.current.source).toBe('x^2');
  expect(choice.refusal).toMatchObject({ given: 'x +', error: { position: 3, kind: 'expectedOperand' } });
});

describe('a function of the catalogue is known', () => {
  it.each(['x₀² + x₁²', 'f(x₀, x₁) = x₀² + x₁²', 'x[0]**2+x[1]**2', ' x0^2 + x1^2;'])('as “%s”', (source) => {
    const choice = new FunctionChoice(engine);
    choice.choose('x0');
    choice.choose(source);
    expect(choice.refusal).toBeUndefined();
    expect(choice.current.field?.name).toBe('bowl');
    expect(choice.current.source).toBe(source);
  });
});

it.each(['en', 'zh-Hans'] as const)('the label and the hint can be typed back in, %s', (language) => {
  const { expression: label, expressionHint } = plane[language];
  const parsed = (source: string) => engine.expression(source, ['x0', 'x1']).canonical;
  expect(parsed(`${label} x₀² + x₁²`)).toBe('x0^2 + x1^2');
  const examples = [...expressionHint.matchAll(/[^\s,;:，、；：。]*[₀₁\]](?:[^,;:，、；：。.]|\.(?! ))*/g)].map(([example]) => example.trim());
  expect(examples.map(parsed)).toEqual(['x0^2 + x1^2', '2*x0', 'sqrt(x0)', 'abs(x1)', 'x0^2']);
});

describe('where a formula has no value, the page says why', () => {
  const line = (language: 'en' | 'zh-Hans', source: string) => {
    using f = engine.expression(source, ['x']);
    const { x, value } = engine.slice(f, Float64Array.of(1), 0, [-8, 8], 5);
    return undefinedLine(language, f, value, (i) => [x[i] ?? 0]);
  };
  it('in English', () =>
    expect(line('en', 'x^(1/3)')).toBe(
      "f has no value in part of what is shown, as at x = −8: (-8)^0.3333333333 is not a number: the computer's 0.3333333333 is not exactly 1/3, and a negative number has powers with whole exponents only; for the root write cbrt(...).",
    ));
  it('in Chinese', () =>
    expect(line('zh-Hans', 'x^(1/3)')).toBe(
      '在所示范围的一部分，f 没有值，例如在 x = −8 处：(-8)^0.3333333333 没有值：计算机里的 0.3333333333 并不恰好等于 1/3，而负数只有整数次的乘方；要开方，请写 cbrt(...)。',
    ));
  it('and nothing where it has one', () => expect(line('en', 'cbrt(x)')).toBeUndefined());
});
