import type { Translations } from './language.ts';

/** The engine's ExpressionError, of every kind that is known here: of another one, what calls this does not compile. */
interface FormulaError {
  readonly message: string;
  readonly kind: keyof typeof inChinese;
  readonly details: readonly string[];
  readonly position: number;
}

/** What is wrong with a formula, for the reader. The engine speaks English. */
export const formulaError: Translations<(error: FormulaError) => string> = {
  en: ({ message }) => message,
  'zh-Hans': ({ kind, details, position }) => {
    const [first = '', second = '', third = ''] = details;
    const words: Words = inChinese[kind];
    return `${words(first, second, third)}（位置 ${position}）。`;
  },
};

type Words = (first: string, second: string, third: string) => string;

const here = (found: string) => (found === '' ? '式子到此中断' : `这里不该有“${found}”`);

/** By the details of native/include/downhill/calculus/expression_error.hpp. */
const inChinese = {
  empty: () => '式子是空的，请写一个，例如 x^2',
  tooLong: (characters, most) => `式子有 ${characters} 个字符，最多 ${most} 个`,
  tooDeep: (levels) => `嵌套太深：括号、正负号和乘方最多 ${levels} 层`,
  numberTooLarge: (found) => `${found} 太大，最大的数约为 1.797e308`,
  unknownName: (found, known) => `没有“${found}”这个名字；可用的有 ${known}`,
  similarName: (found, nearest, known) => `没有“${found}”这个名字，是不是 ${nearest}？可用的有 ${known}`,
  joinedNames: (found, product) => `没有“${found}”这个名字，是不是 ${product}？`,
  nameWithDigits: (found, power, product) => `没有“${found}”这个名字：乘方写作 ${power}，乘积写作 ${product}`,
  otherName: (found, instead) => `没有“${found}”这个名字，请写 ${instead}`,
  notOffered: (found, offered) => `这里没有“${found}”，可用的是 ${offered}`,
  callWithoutParentheses: (found, name, instead) => `“${found}”：函数 ${name} 之后应有括号，请写 ${instead}`,
  oneArgument: (name, count) => `${name} 只要一个参数，这里有 ${count} 个`,
  twoArguments: (name, count) => `${name} 要两个参数，这里有 ${count} 个`,
  moreArguments: (name, count) => `${name} 至少要两个参数，这里有 ${count} 个`,
  expectedOperand: (found) => `${here(found)}：应为数、变量或“(”`,
  expectedOperator: (found) => `${here(found)}：应为运算符，如 + 或 *`,
  numberAfterNumber: (found) => `${here(found)}：应为运算符，如 + 或 *；一个数中间没有空格，也只有一个小数点`,
  numberAfterOperand: (found) => `${here(found)}：乘方请在它前面写 ^，乘法写 *`,
  unopened: (found, opening) => `${here(found)}：前面没有与它配对的“${opening}”`,
  unclosed: (found, closing, opening) => `${here(found)}：前面的“${opening}”还没有配上“${closing}”`,
  comma: (number) => `${here(',')}：逗号只用来隔开函数的参数；小数点用“.”，如 ${number}，千位不用分隔`,
  semicolon: () => `${here(';')}：函数的参数用逗号隔开，式子只写一个`,
  equation: () => `${here('=')}：等式只写它的一边；式子之前可以有函数名，如 f(x) = x^2`,
  twoReadings: (found, one, other) => `“${found}”有两种读法，请写 ${one} 或 ${other}`,
  functionPower: (name) => `${name} 的乘方写在括号之后，如 ${name}(x)^2`,
  index: (name) => `${name} 的下标应为整数，如 ${name}[0]`,
  productAfterBar: (found) => `${here(found)}：|...| 之后的乘法要写 *；绝对值之中再有绝对值，请写 abs(...)`,
  writeInstead: (found, instead) => `${here(found)}：请写 ${instead}`,
  leaveOut: (found) => `${here(found)}：请去掉`,
  foreignCharacter: (found) => `${here(found)}：可用的是数、名字和 + - * / ^ ( ) | ,`,
  foreignByte: (byte) => `这里不该有字节 ${byte}：可用的是数、名字和 + - * / ^ ( ) | ,`,
} satisfies Readonly<Record<string, Words>>;
