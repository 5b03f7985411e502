import type { Translations } from './language.ts';

/**
 * What the engine says of a formula that it cannot read, for the reader: the engine speaks English, and names the place that is marked
 * below the formula. What is not known here stays as it is.
 */
export const formulaError: Translations<(message: string) => string> = { en: (message) => message, 'zh-Hans': inChinese };

type Forms = readonly (readonly [RegExp, string])[];

// Of native/src/expression_parser.cpp and expression_scanner.cpp.

const forms: Forms = [
  [/^the expression is empty.*$/, '式子是空的，请写一个，例如 x^2'],
  [/^too deep at position \d+: allowed are (\d+) levels.*$/, '嵌套太深：括号、正负号和乘方最多 $1 层'],
  [/^the number ('.*') at position \d+ is too large; the largest is about (.*)$/, '$1 太大，最大的数约为 $2'],
  [/^unknown name ('.*') at position \d+; known are (.*)$/, '没有 $1 这个名字；可用的有 $2'],
  [/^(\w+) at position \d+ has (\d+); it takes one argument$/, '$1 只要一个参数，这里有 $2 个'],
  [/^(\w+) at position \d+ has (\d+); it takes two arguments$/, '$1 要两个参数，这里有 $2 个'],
  [/^(\w+) at position \d+ has (\d+); it takes two or more arguments$/, '$1 至少要两个参数，这里有 $2 个'],
];

const unexpected = /^unexpected (end|'.*?'|byte \w+) at position \d+: (.*)$/;

const explanations: Forms = [
  [/^expected a number, a variable or '\('$/, "应为数、变量或 '('"],
  [/^('.*') is not a function; write \* for a multiplication$/, '$1 不是函数；乘法要写 *'],
  [/^expected '\(' after the function (\w+).*$/, "函数 $1 之后应有 '('，如 $1(...)"],
  [/^expected '\)' for the '\(' at position \d+$/, "前面的 '(' 还没有配上 ')'"],
  [/^there is no '\(' for it$/, "前面没有与它配对的 '('"],
  [/^a comma stands only.*$/, '逗号只用来隔开函数的参数；小数点写作 1.5 的样子'],
  [/^expected an operator such as (.) or (.)$/, '应为运算符，如 $1 或 $2'],
  [/^expected an operator; write \* for a multiplication, as in (.*)$/, '应为运算符；乘法要写 *，如 $1'],
  [/^write a space$/, '请用半角空格'],
  [/^write (.*)$/, '请写 $1'],
  [/^allowed are numbers, names and (.*)$/, '可用的是数、名字和 $1'],
];

function inChinese(message: string): string {
  const [, found, explanation] = unexpected.exec(message) ?? [];
  if (found === undefined || explanation === undefined) return `${translated(message, forms)}。`;
  return `${found === 'end' ? '式子到此中断' : `这里不该有 ${found}`}：${translated(explanation, explanations)}。`;
}

function translated(text: string, from: Forms): string {
  const [pattern, replacement] = from.find(([each]) => each.test(text)) ?? [/$/, ''];
  return text.replace(pattern, replacement);
}
