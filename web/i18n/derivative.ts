import type { Translations } from './language.ts';

const bottomHints = {
  lucky: (error: string) => `Only ${error}: a lucky one. Move h a little, and the error is many times larger. Where does the whole curve turn?`,
  nothing: (h: string) => `With h = ${h} the slope comes out as 0: x + h is x. How large must h be to change x?`,
  right: (error: string) => `Off by ${error}, and the error still falls as h shrinks. How much farther down does it go?`,
  left: (error: string) => `Off by ${error}: here the curve is ragged, for digits have cancelled. On which side is it smooth?`,
};

const en = {
  caption:
    'Drag the ring on the curve to move x, and the ring on the V to change h. The dotted lines are what theory expects: rising to the right, the error of the formula itself; falling, that of the digits lost in the subtraction, once for float64 and once for float32. The best h is where they cross. The larger dots mark the smallest errors that were measured; how small they are is partly luck.',
  plot: 'f with its tangent and the secant of the numerical derivative.',
  plotName: 'Curve',
  errors: 'Error of the numerical derivative against h, both on a log scale.',
  errorsName: 'Error against h',
  table: 'Errors',
  expression: 'f(x)',
  expressionHint: 'As on paper: x², 2x, √x, |x|; or as in Python: x**2. Functions such as sin, exp, log, sqrt, cbrt.',
  x: 'x',
  h: 'h',
  scheme: 'Difference',
  schemes: { central: 'central', forward: 'forward', backward: 'backward' },
  slope: 'Slope',
  tangent: 'Tangent: exact',
  secant: 'Secant: numerical',
  error: 'Error',
  names: (order: number) => ({ error: 'Error', truncation: `slope ${order}`, cancellation: 'slope −1', float64: '64 bits', float32: '32 bits' }),
  best: 'Best h',
  measured: 'Measured minimum',
  at: (h: string) => `at ${h}`,
  answer: (h: string) => `With h = ${h} the slope is off by`,
  with64: 'with 64 bits, by',
  with32: 'with 32 bits.',
  cancels: 'The two values that are subtracted. What they share, in grey, cancels.',
  noV: 'For this f the formula is exact. Only rounding is left, and it grows as h shrinks: so there is no V.',
  presets: 'Examples',
  sine: 'sin(x)',
  parabola: 'The chapter’s parabola',
  noSlope: 'f has no finite slope here, so there is no error to show.',
  description: (f: string, x: string, h: string, numerical: string, exact: string) =>
    `f = ${f}. At x = ${x} with h = ${h} the numerical derivative is ${numerical}, the exact one ${exact}.`,
  tasks: {
    'bottom-64': {
      text: 'Find the h with the smallest error you can trust, with 64 bits.',
      found: (h: string, error: string) =>
        `h = ${h} is off by no more than ${error}. With a larger h the formula errs more, with a smaller one the subtraction loses more digits: here the two lines cross.`,
      hints: bottomHints,
    },
    'bottom-32': {
      text: 'A number of 32 bits has half the digits. Where is the bottom of the V now?',
      found: (h: string, error: string) => `With 32 bits h = ${h} is off by ${error}: fewer digits, so they are used up at a larger h, and the error is larger.`,
      hints: bottomHints,
    },
  },
};

export type DerivativeStrings = typeof en;

const zhBottomHints: typeof bottomHints = {
  lucky: (error) => `只有 ${error}，但这是碰巧。把 h 移动一点，误差就会变成许多倍。整条曲线在哪里掉头？`,
  nothing: (h) => `取 h = ${h}，算出的斜率是 0：x + h 还是 x。h 要多大，才能改变 x？`,
  right: (error) => `误差为 ${error}，h 再小，误差还会下降。它能降到多低？`,
  left: (error) => `误差为 ${error}：这里的曲线参差不齐，因为有效数字抵消掉了。哪一边是平滑的？`,
};

const zhHans: DerivativeStrings = {
  caption:
    '拖动曲线上的圆环移动 x，拖动 V 形线上的圆环改变 h。点线是理论的预期：向右上升的是公式本身的误差，向右下降的是相减时丢失有效数字的误差，float64 和 float32 各有一条。最好的 h 就在两线相交处。较大的点标出实测的最小误差，它有多小，多少要靠运气。',
  plot: 'f 的曲线、切线和数值微分的割线。',
  plotName: '曲线',
  errors: '数值微分的误差随 h 的变化，两轴都用对数坐标。',
  errorsName: '误差随 h 的变化',
  table: '误差',
  expression: 'f(x)',
  expressionHint: '像纸上那样写：x²、2x、√x、|x|；或像 Python 那样写：x**2。可用 sin、exp、log、sqrt、cbrt 等函数。',
  x: 'x',
  h: 'h',
  scheme: '差分',
  schemes: { central: '中心差分', forward: '前向差分', backward: '后向差分' },
  slope: '斜率',
  tangent: '切线（精确）',
  secant: '割线（数值）',
  error: '误差',
  names: (order) => ({ error: '误差', truncation: `斜率 ${order}`, cancellation: '斜率 −1', float64: '64 位', float32: '32 位' }),
  best: '最好的 h',
  measured: '实测最小值',
  at: (h) => `h = ${h}`,
  answer: (h) => `取 h = ${h}，斜率的误差为`,
  with64: '（64 位）和',
  with32: '（32 位）。',
  cancels: '相减的两个值。灰色是相同的部分，相减就抵消了。',
  noV: '对这个 f，公式本身是精确的。只剩舍入误差，h 越小它越大：所以没有 V 形。',
  presets: '例子',
  sine: 'sin(x)',
  parabola: '本章的抛物线',
  noSlope: 'f 在这里没有有限的斜率，也就谈不上误差。',
  description: (f, x, h, numerical, exact) => `f = ${f}。在 x = ${x} 处取 h = ${h}，数值导数为 ${numerical}，精确导数为 ${exact}。`,
  tasks: {
    'bottom-64': {
      text: '用 64 位的数，找出误差最小而又靠得住的 h。',
      found: (h, error) => `取 h = ${h}，误差只有 ${error}。h 再大，公式的误差变大；再小，相减丢掉的有效数字变多：两条线正是在这里相交。`,
      hints: zhBottomHints,
    },
    'bottom-32': {
      text: '32 位的数，有效数字少了一半。V 形的谷底现在在哪里？',
      found: (h, error) => `用 32 位的数，取 h = ${h}，误差为 ${error}：有效数字更少，h 还比较大时就已用尽，误差也更大。`,
      hints: zhBottomHints,
    },
  },
};

export const derivative: Translations<DerivativeStrings> = { en, 'zh-Hans': zhHans };
