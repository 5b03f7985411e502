import type { Translations } from './language.ts';

const en = {
  caption:
    'Drag a bar: the others give or take in proportion, so that all ten still sum to 1. The digits below the bars choose the right answer; the dashed frame is its 1 in t. The ring on the curve moves the right bar, too.',
  bars: 'The ten outputs as bars, and the one-hot target as a frame around the right one.',
  barsName: 'Outputs',
  bar: (digit: number) => `Probability of ${digit}`,
  curves: 'Both losses against the probability of the right digit.',
  curvesName: 'Losses',
  point: (digit: number) => `Probability of the right answer, ${digit}`,
  pointText: (probability: string, loss: string) => `probability ${probability}, cross-entropy error ${loss}`,
  limit: (loss: string) => `−log δ = ${loss}`,
  rightAnswer: 'Right answer',
  squaredError: 'Mean squared error',
  crossEntropy: 'Cross-entropy error',
  termsCaption: 'What each output adds to the two losses',
  sum: 'Sum',
  terms: 'Terms',
  curveTable: 'Cross-entropy curve',
  answersLabel: 'Answers of the net',
  answers: { right: 'Takes it for a 2', wrong: 'Takes it for a 7', even: 'Has no idea' },
  description: (digit: number, probability: string, squared: string, cross: string) =>
    `The right answer is ${digit}, and the net gives it a probability of ${probability}. The mean squared error is ${squared}, the cross-entropy error ${cross}.`,
};

export type LossStrings = typeof en;

const zhHans: LossStrings = {
  caption: '拖动任意一根柱子，其余柱子会按比例让出或补上，十个概率之和始终为 1。点选柱子下方的数字来指定正确答案，虚线框就是 t 中的那个 1。曲线上的圆环也能移动正确答案的柱子。',
  bars: '十个输出的柱状图，虚线框标出 one-hot 目标中的 1。',
  barsName: '输出',
  bar: (digit) => `${digit} 的概率`,
  curves: '两种损失随正确数字的概率的变化。',
  curvesName: '损失',
  point: (digit) => `正确答案 ${digit} 的概率`,
  pointText: (probability, loss) => `概率 ${probability}，交叉熵误差 ${loss}`,
  limit: (loss) => `−log δ = ${loss}`,
  rightAnswer: '正确答案',
  squaredError: '均方误差',
  crossEntropy: '交叉熵误差',
  termsCaption: '每个输出为两种损失各贡献多少',
  sum: '合计',
  terms: '各项',
  curveTable: '交叉熵曲线',
  answersLabel: '网络的回答',
  answers: { right: '认成 2', wrong: '认成 7', even: '毫无头绪' },
  description: (digit, probability, squared, cross) => `正确答案是 ${digit}，网络给它的概率是 ${probability}。均方误差为 ${squared}，交叉熵误差为 ${cross}。`,
};

export const loss: Translations<LossStrings> = { en, 'zh-Hans': zhHans };
