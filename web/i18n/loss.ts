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
  slope: (slope: string) => `slope ${slope}`,
  now: 'Now',
  keep: 'Keep this answer',
  clear: 'Clear',
  keptName: (name: string, digit: number) => `${name}: ${digit}`,
  showKept: (name: string, digit: number) => `Show answer ${name} to a ${digit} again`,
  termsCaption: 'What each output adds to the two losses',
  sum: 'Sum',
  terms: 'Terms',
  curveTable: 'Cross-entropy curve',
  answersLabel: 'Answers of the net',
  answers: { right: 'Takes it for a 2', wrong: 'Takes it for a 7', even: 'Has no idea' },
  description: (digit: number, probability: string, squared: string, cross: string) =>
    `The right answer is ${digit}, and the net gives it a probability of ${probability}. The mean squared error is ${squared}, the cross-entropy error ${cross}.`,
  tasks: {
    'equal-errors': {
      text: 'Find two answers with the same squared error, of which one costs at least twice the cross-entropy of the other. Keep each.',
      found: (mildSquared: string, harshSquared: string, mild: string, harsh: string, times: string) =>
        `Squared errors of ${mildSquared} and ${harshSquared}, as good as equal, but cross-entropies of ${mild} and ${harsh}: ${times} times as much. It asks about the right digit alone, and the nearer its probability is to 0, the steeper it gets.`,
      hints: {
        tooGood: () => 'Both are too good. Go where the net is wrong.',
        ruleOut: (times: string) => `Equal squared errors, and ${times} times the cross-entropy. Let one answer all but rule the right digit out, and spread the rest evenly.`,
        unequal: (one: string, other: string) => `The squared errors are ${one} and ${other}. Change one answer until they are equal; the arrow keys move a bar by a hundredth.`,
      },
    },
  },
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
  slope: (slope) => `斜率 ${slope}`,
  now: '当前',
  keep: '留下这个回答',
  clear: '清除',
  keptName: (name, digit) => `${name}：${digit}`,
  showKept: (name, digit) => `再看一次回答 ${name}（正确答案是 ${digit}）`,
  termsCaption: '每个输出为两种损失各贡献多少',
  sum: '合计',
  terms: '各项',
  curveTable: '交叉熵曲线',
  answersLabel: '网络的回答',
  answers: { right: '认成 2', wrong: '认成 7', even: '毫无头绪' },
  description: (digit, probability, squared, cross) => `正确答案是 ${digit}，网络给它的概率是 ${probability}。均方误差为 ${squared}，交叉熵误差为 ${cross}。`,
  tasks: {
    'equal-errors': {
      text: '找出两个回答：均方误差相同，其中一个的交叉熵却至少是另一个的 2 倍。把它们分别留下。',
      found: (mildSquared, harshSquared, mild, harsh, times) =>
        `均方误差是 ${mildSquared} 和 ${harshSquared}，几乎相等；交叉熵却是 ${mild} 和 ${harsh}，后者是前者的 ${times} 倍。交叉熵只过问正确的数字，它的概率越接近 0，曲线就越陡。`,
      hints: {
        tooGood: () => '两个回答都太好了。到网络答错的地方去找。',
        ruleOut: (times) => `均方误差相等，交叉熵是 ${times} 倍。让其中一个回答几乎排除正确的数字，其余的概率平均分配。`,
        unequal: (one, other) => `均方误差是 ${one} 和 ${other}。调整其中一个回答，直到两者相等；方向键每次把柱子移动百分之一。`,
      },
    },
  },
};

export const loss: Translations<LossStrings> = { en, 'zh-Hans': zhHans };
