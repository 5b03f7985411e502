import type { Translations } from './language.ts';

const en = {
  caption:
    'Drag the ring on the curve to move x, and the ring on the V to change h. The larger dots mark the best h. The dotted lines are what theory expects: rising to the right, the error of the formula itself; falling, that of the digits lost in the subtraction, once for float64 and once for float32.',
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
  theory: (order: number) => ({ truncation: `slope ${order}`, cancellation: 'slope −1' }),
  best: 'Best h',
  noSlope: 'f has no finite slope here, so there is no error to show.',
  description: (f: string, x: string, h: string, numerical: string, exact: string) =>
    `f = ${f}. At x = ${x} with h = ${h} the numerical derivative is ${numerical}, the exact one ${exact}.`,
};

export type DerivativeStrings = typeof en;

const zhHans: DerivativeStrings = {
  caption:
    '拖动曲线上的圆环移动 x，拖动 V 形线上的圆环改变 h。较大的点标出最好的 h。点线是理论的预期：向右上升的是公式本身的误差，向右下降的是相减时丢失有效数字的误差，float64 和 float32 各有一条。',
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
  theory: (order) => ({ truncation: `斜率 ${order}`, cancellation: '斜率 −1' }),
  best: '最好的 h',
  noSlope: 'f 在这里没有有限的斜率，也就谈不上误差。',
  description: (f, x, h, numerical, exact) => `f = ${f}。在 x = ${x} 处取 h = ${h}，数值导数为 ${numerical}，精确导数为 ${exact}。`,
};

export const derivative: Translations<DerivativeStrings> = { en, 'zh-Hans': zhHans };
