import type { Translations } from './language.ts';

/** The engine's UndefinedValue, of every reason that is known here. */
interface NoValue {
  readonly message: string;
  readonly reason: keyof typeof inChinese;
  readonly written: string;
  readonly fraction: string;
  readonly remedy: string;
}

/** Why f has no value somewhere, for the reader. The engine speaks English. */
export const undefinedValue: Translations<(value: NoValue) => string> = {
  en: ({ message }) => message,
  'zh-Hans': (value) => {
    const words: Words = inChinese[value.reason];
    return `${value.written} 没有值：${words(value)}。`;
  },
};

type Words = (value: Pick<NoValue, 'fraction' | 'remedy' | 'written'>) => string;

const inChinese = {
  oddRoot: ({ fraction, remedy, written }) => `计算机里的 ${written.slice(written.indexOf('^') + 1)} 并不恰好等于 ${fraction}，而负数只有整数次的乘方；要开方，请写 ${remedy}`,
  power: () => '负数只有整数次的乘方',
  root: () => '负数没有平方根',
  logarithm: () => '负数没有对数',
  domain: ({ written }) => (written.startsWith('acosh') ? 'acosh 只在 1 及以上有定义' : `${written.slice(0, written.indexOf('('))} 只在 -1 到 1 之间有定义`),
  quotient: () => '0 除以 0、无穷除以无穷都没有值',
  difference: () => '无穷减无穷没有值',
  product: () => '0 乘无穷没有值',
  angle: () => '无穷大不是角度',
} satisfies Readonly<Record<string, Words>>;
