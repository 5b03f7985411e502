import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/engine/downhill.ts';
import { formulaError } from '../../../web/i18n/formula-errors.ts';

const engine = await loadEngine();

function errorOf(source: string): string {
  try {
    engine.expression(source, ['x0', 'x1']).delete();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${source} has no mistake`);
}

const inChinese = (source: string) => formulaError['zh-Hans'](errorOf(source));

describe('what is wrong with a formula is told in Chinese', () => {
  it.each([
    ['', '式子是空的，请写一个，例如 x^2。'],
    ['x0 +', "式子到此中断：应为数、变量或 '('。"],
    ['1 + )', "这里不该有 ')'：应为数、变量或 '('。"],
    ['x0^2 + (x1', "式子到此中断：前面的 '(' 还没有配上 ')'。"],
    ['x0)', "这里不该有 ')'：前面没有与它配对的 '('。"],
    ['2x0', "这里不该有 'x0'：应为运算符；乘法要写 *，如 2*x。"],
    ['x0 2', "这里不该有 '2'：应为运算符，如 + 或 *。"],
    ['x0(x1)', "这里不该有 '('：'x0' 不是函数；乘法要写 *。"],
    ['sin x0', "这里不该有 'x0'：函数 sin 之后应有 '('，如 sin(...)。"],
    ['1,5', "这里不该有 ','：逗号只用来隔开函数的参数；小数点写作 1.5 的样子。"],
    ['sin(x0, x1)', 'sin 只要一个参数，这里有 2 个。'],
    ['pow(2)', 'pow 要两个参数，这里有 1 个。'],
    ['min(x0)', 'min 至少要两个参数，这里有 1 个。'],
    ['x0²', "这里不该有 '²'：请写 ^2。"],
    ['x0　+ 1', "这里不该有 '　'：请用半角空格。"],
    ['x0 & x1', "这里不该有 '&'：可用的是数、名字和 + - * / ^ ( ) ,。"],
    ['1e999', "'1e999' 太大，最大的数约为 1.797e308。"],
  ])('“%s”', (source, told) => expect(inChinese(source)).toBe(told));

  it('with the names that are known', () => expect(inChinese('x2')).toMatch(/^没有 'x2' 这个名字；可用的有 x0, x1, pi, .*max。$/));
  it('with the depth that is allowed', () => expect(inChinese(`${'('.repeat(500)}x0`)).toMatch(/^嵌套太深：括号、正负号和乘方最多 \d+ 层。$/));
});
