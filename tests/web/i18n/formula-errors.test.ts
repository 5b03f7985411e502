import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExpressionError, ExpressionErrorKind, UndefinedReason } from '../../../web/engine/api/api.ts';
import { loadEngine } from '../../../web/engine/api/downhill.ts';
import { formulaError } from '../../../web/i18n/formula-errors.ts';
import { undefinedValue } from '../../../web/i18n/undefined-values.ts';

const engine = await loadEngine();

function errorOf(source: string, variables = ['x0', 'x1']): ExpressionError {
  try {
    engine.expression(source, variables).delete();
  } catch (error) {
    return error as ExpressionError;
  }
  throw new Error(`${source} has no mistake`);
}

/** A formula with each mistake, and what is told of it. A kind without one does not compile. */
const mistakes: Readonly<Record<ExpressionErrorKind, readonly [source: string, english: string, chinese: string]>> = {
  empty: ['', 'the expression is empty at position 0: expected a formula such as x^2', '式子是空的，请写一个，例如 x^2（位置 0）。'],
  tooLong: ['²'.repeat(10_001), 'the expression has 10001 characters; allowed are at most 10000', '式子有 10001 个字符，最多 10000 个（位置 10000）。'],
  tooDeep: ['('.repeat(500), 'too deep at position 201: allowed are 200 levels of parentheses, signs and powers', '嵌套太深：括号、正负号和乘方最多 200 层（位置 201）。'],
  numberTooLarge: ['1e999', "the number '1e999' at position 0 is too large; the largest is about 1.797e308", '1e999 太大，最大的数约为 1.797e308（位置 0）。'],
  unknownName: ['x2', "unknown name 'x2' at position 0; known are x0, x1, pi, e, sin, ", '没有“x2”这个名字；可用的有 x0, x1, pi, e, sin, '],
  similarName: ['x₀ + sni(x0)', "unknown name 'sni' at position 5; did you mean sin? Known are x0, x1, ", '没有“sni”这个名字，是不是 sin？可用的有 x0, x1, '],
  joinedNames: ['x0x1', "unknown name 'x0x1' at position 0; did you mean x0*x1?", '没有“x0x1”这个名字，是不是 x0*x1？（位置 0）。'],
  nameWithDigits: ['e2', "unknown name 'e2' at position 0; write e^2 for the power, 2*e for the product", '没有“e2”这个名字：乘方写作 e^2，乘积写作 2*e（位置 0）。'],
  otherName: ['ctg(x0)', "unknown name 'ctg(x0)' at position 0; write (1/tan(x0))", '没有“ctg(x0)”这个名字，请写 (1/tan(x0))（位置 0）。'],
  notOffered: ['floor(x0)', "'floor' at position 0 is not offered; what is: sin, cos, tan, ", '这里没有“floor”，可用的是 sin, cos, tan, '],
  callWithoutParentheses: [
    '1 + sin 2x0',
    "'sin 2x0' at position 4: expected '(' after the function sin; write sin(2*x0)",
    '“sin 2x0”：函数 sin 之后应有括号，请写 sin(2*x0)（位置 4）。',
  ],
  oneArgument: ['sin(x0, x1)', 'sin at position 0 has 2; it takes one argument', 'sin 只要一个参数，这里有 2 个（位置 0）。'],
  twoArguments: ['pow(2)', 'pow at position 0 has 1; it takes two arguments', 'pow 要两个参数，这里有 1 个（位置 0）。'],
  moreArguments: ['min(x0)', 'min at position 0 has 1; it takes two or more arguments', 'min 至少要两个参数，这里有 1 个（位置 0）。'],
  expectedOperand: ['x0 +', "unexpected end at position 4: expected a number, a variable or '('", '式子到此中断：应为数、变量或“(”（位置 4）。'],
  expectedOperator: ['x0 . x1', "unexpected '.' at position 3: expected an operator such as + or *", '这里不该有“.”：应为运算符，如 + 或 *（位置 3）。'],
  numberAfterNumber: ['1 000', "unexpected '000' at position 2: expected an operator", '这里不该有“000”：应为运算符，如 + 或 *；一个数中间没有空格，也只有一个小数点（位置 2）。'],
  numberAfterOperand: ['(x0)2', "unexpected '2' at position 4: write ^ before it for a power, * for a product", '这里不该有“2”：乘方请在它前面写 ^，乘法写 *（位置 4）。'],
  unopened: ['x0)', "unexpected ')' at position 2: there is no '(' for it", '这里不该有“)”：前面没有与它配对的“(”（位置 2）。'],
  unclosed: ['x0^2 + (x1', "unexpected end at position 10: expected ')' for the '(' at position 7", '式子到此中断：前面的“(”还没有配上“)”（位置 10）。'],
  comma: [
    '1，5',
    "unexpected ',' at position 1: a comma stands only between the arguments of a function; decimals have a point, as in 1.5, and thousands nothing",
    '这里不该有“,”：逗号只用来隔开函数的参数；小数点用“.”，如 1.5，千位不用分隔（位置 1）。',
  ],
  semicolon: [
    'max(1; x0)',
    "unexpected ';' at position 5: the arguments of a function have a comma between them, and a formula is one only",
    '这里不该有“;”：函数的参数用逗号隔开，式子只写一个（位置 5）。',
  ],
  equation: ['x0 = 1', "unexpected '=' at position 3: give one side of an equation alone", '这里不该有“=”：等式只写它的一边；式子之前可以有函数名，如 f(x) = x^2（位置 3）。'],
  twoReadings: ['1/2x₀', "'1/2x₀' at position 0 can be read in two ways; write 1/(2*x0) or (1/2)*x0", '“1/2x₀”有两种读法，请写 1/(2*x0) 或 (1/2)*x0（位置 0）。'],
  functionPower: ['sin^x1(x0)', 'the power of sin at position 0 is written behind its parentheses, as in sin(x)^2', 'sin 的乘方写在括号之后，如 sin(x)^2（位置 0）。'],
  index: ['x[i]', 'the index of x at position 2 must be a whole number, as in x[0]', 'x 的下标应为整数，如 x[0]（位置 2）。'],
  productAfterBar: ['|x0|x1', "unexpected 'x1' at position 4: write * after |...|", '这里不该有“x1”：|...| 之后的乘法要写 *；绝对值之中再有绝对值，请写 abs(...)（位置 4）。'],
  writeInstead: ['½', "unexpected '½' at position 0: write (1/2)", '这里不该有“½”：请写 (1/2)（位置 0）。'],
  leaveOut: ['“x0”', "unexpected '“' at position 0: leave it out", '这里不该有““”：请去掉（位置 0）。'],
  foreignCharacter: [
    'x0 & x1',
    "unexpected '&' at position 3: allowed are numbers, names and + - * / ^ ( ) | ,",
    '这里不该有“&”：可用的是数、名字和 + - * / ^ ( ) | ,（位置 3）。',
  ],
  foreignByte: ['x0\u0001', 'unexpected byte 0x01 at position 2: allowed are', '这里不该有字节 0x01：可用的是数、名字和 + - * / ^ ( ) | ,（位置 2）。'],
};

describe('what is wrong with a formula is told in both languages', () => {
  it.each(Object.entries(mistakes))('%s', (kind, [source, english, chinese]) => {
    const error = errorOf(source);
    expect(error.kind).toBe(kind);
    expect(formulaError.en(error)).toContain(english);
    expect(formulaError['zh-Hans'](error)).toContain(chinese);
  });

  it('for each kind that the engine has', () => {
    const source = readFileSync('native/src/calculus/expression_error.cpp', 'utf8');
    const [, names = ''] = /kind_names = \{([^}]*)\}/.exec(source) ?? [];
    expect([...names.matchAll(/"(\w+)"/g)].map(([, name]) => name)).toEqual(Object.keys(mistakes));
  });
});

/** A formula without a value at x = −8, y = 1000, and why. A reason without one does not compile. */
const undefinedFormulas: Readonly<Record<UndefinedReason, readonly [source: string, english: string, chinese: string]>> = {
  oddRoot: [
    'x^(1/3)',
    "(-8)^0.3333333333 is not a number: the computer's 0.3333333333 is not exactly 1/3",
    '(-8)^0.3333333333 没有值：计算机里的 0.3333333333 并不恰好等于 1/3，而负数只有整数次的乘方；要开方，请写 cbrt(...)。',
  ],
  power: ['x^0.5', '(-8)^0.5 is not a number: a negative number has powers with whole exponents only', '(-8)^0.5 没有值：负数只有整数次的乘方。'],
  root: ['√x', 'sqrt(-8) is not a number: a negative number has no square root', 'sqrt(-8) 没有值：负数没有平方根。'],
  logarithm: ['ln(x)', 'log(-8) is not a number: a negative number has no logarithm', 'log(-8) 没有值：负数没有对数。'],
  domain: ['arcsin(x)', 'asin(-8) is not a number: asin is defined from -1 to 1', 'asin(-8) 没有值：asin 只在 -1 到 1 之间有定义。'],
  quotient: ['(x+8)/(x+8)', '0/0 is not a number: 0/0, or infinity by infinity, has no value', '0/0 没有值：0 除以 0、无穷除以无穷都没有值。'],
  difference: ['exp(y) - exp(y)', 'Infinity-Infinity is not a number: infinity less infinity has no value', 'Infinity-Infinity 没有值：无穷减无穷没有值。'],
  product: ['(x+8)*exp(y)', '0*Infinity is not a number: 0 times infinity has no value', '0*Infinity 没有值：0 乘无穷没有值。'],
  angle: ['sin(exp(y))', 'sin(Infinity) is not a number: infinity is no angle', 'sin(Infinity) 没有值：无穷大不是角度。'],
};

describe('why f has no value is told in both languages', () => {
  it.each(Object.entries(undefinedFormulas))('%s', (reason, [source, english, chinese]) => {
    using f = engine.expression(source, ['x', 'y']);
    const value = f.undefinedAt(Float64Array.of(-8, 1000));
    if (!value) throw new Error(`${source} has a value`);
    expect(value.reason).toBe(reason);
    expect(undefinedValue.en(value)).toContain(english);
    expect(undefinedValue['zh-Hans'](value)).toBe(chinese);
  });

  it('for each reason that the engine has', () => {
    const source = readFileSync('native/src/calculus/expression_undefined.cpp', 'utf8');
    const [, names = ''] = /reason_names = \{([^}]*)\}/.exec(source) ?? [];
    expect([...names.matchAll(/"(\w+)"/g)].map(([, name]) => name)).toEqual(Object.keys(undefinedFormulas));
  });
});
