import type { Translations } from './language.ts';
import { counted, plural } from './plural.ts';

const en = {
  caption: (digits: number, iterations: number) =>
    `Drag the ring above: it turns one weight of a net that has learnt for ${plural(iterations, 'iteration')}, and the net reads the same ${plural(digits, 'digit')} again. The short broken lines are the two derivatives; the dotted vertical line is the weight as the net has learnt it. Press a cell of the matrix to turn another weight, and make the span small to see how flat the accuracy is.`,
  sweep: 'Accuracy as a staircase, above the smooth loss, both over the value of one weight.',
  sweepName: 'Accuracy and loss',
  play: 'Sweep',
  stop: 'Stop',
  accuracyIsLevel: 'The slope of the accuracy is 0: it says nothing.',
  accuracyJumps: 'Here the accuracy jumps: it has no slope.',
  lossFallsUpwards: (accuracy: string) => `${accuracy} The loss says: make the weight larger.`,
  lossFallsDownwards: (accuracy: string) => `${accuracy} The loss says: make the weight smaller.`,
  lossIsLevel: (accuracy: string) => `${accuracy} The loss is level, too.`,
  tipsName: 'Digit that tips over',
  tipsPicture: 'The digit that tips over at the nearest step.',
  tips: (at: string, label: number, left: number, right: number) => `Nearest step, at ${at}: this ${label} is read as ${left} to its left and as ${right} to its right.`,
  noTip: 'No digit tips over as far as this sweep goes.',
  map: 'The weights as colours: orange below 0, purple above; a frame marks the one that is turned.',
  mapName: 'Weights',
  mapLegend: (largest: string) => `Orange below 0, purple above, full at ±${largest}.`,
  learning: (percent: number) => `The net is learning: ${percent}%`,
  weight: 'Weight',
  weightText: (weight: string, accuracy: string, loss: string) => `weight ${weight}, accuracy ${accuracy}, loss ${loss}`,
  accuracy: 'Accuracy',
  loss: 'Loss',
  value: 'Value',
  derivative: 'Derivative',
  right: (right: number, count: number) => `${right} of ${count}`,
  weightNow: 'Weight now',
  weightLearnt: 'Weight learnt',
  asLearnt: 'the weight learnt',
  layer: 'Layer',
  layers: { W1: 'W1: from the pixels', b1: 'b1: bias of the hidden layer', W2: 'W2: to the outputs', b2: 'b2: bias of the outputs' },
  sides: { pixel: 'Pixel', hidden: 'Hidden unit', output: 'Output' },
  pixelColumn: 'Pixel column',
  pixelRow: 'Pixel row',
  span: 'Span to each side',
  table: 'Sweep',
  description: (name: string, weight: string, accuracy: string, loss: string, accuracySlope: string, lossSlope: string) =>
    `${name} is ${weight}. The accuracy is ${accuracy}, its derivative ${accuracySlope}; the loss is ${loss}, its derivative ${lossSlope}.`,
  tasks: {
    plateau: {
      text: 'Drag the weight along a stretch in which the accuracy does not move at all and the loss does.',
      found: (from: string, to: string, right: string, moved: string) =>
        `From ${from} to ${to} the net reads ${right} of the hundred digits all the way, but the loss changes by ${moved}. Only the loss tells you which way is better.`,
      hints: {
        step: (at: string) => `You crossed a step at ${at}: begin just beyond it.`,
        still: (moved: string) => `The accuracy did not move, but the loss did so by only ${moved}. Go farther, or turn a weight of W2, which does more.`,
      },
    },
  },
};

export type WhyLossStrings = typeof en;

const zhHans: WhyLossStrings = {
  caption: (digits, iterations) =>
    `拖动上图中的圆环，就改变网络的一个权重（网络已迭代 ${counted(iterations)} 次），再把同样的 ${counted(digits)} 个数字重新认一遍。短虚线是两个导数，点线标出学到的权重值。点按矩阵中的格子可以换一个权重；把扫描范围调小，看看精度有多平。`,
  sweep: '精度（上方的阶梯）和光滑的损失（下方），横轴都是同一个权重的值。',
  sweepName: '精度与损失',
  play: '扫过一遍',
  stop: '停止',
  accuracyIsLevel: '精度的斜率是 0，什么也没说。',
  accuracyJumps: '精度正好在这里跳变，没有斜率。',
  lossFallsUpwards: (accuracy) => `${accuracy}损失说：把权重调大。`,
  lossFallsDownwards: (accuracy) => `${accuracy}损失说：把权重调小。`,
  lossIsLevel: (accuracy) => `${accuracy}损失在这里也是平的。`,
  tipsName: '改判的数字',
  tipsPicture: '在最近的台阶处改判的数字。',
  tips: (at, label, left, right) => `最近的台阶在 ${at}：这个 ${label}，在左边认成 ${left}，在右边认成 ${right}。`,
  noTip: '在扫描的范围内，没有数字改判。',
  map: '用颜色表示的权重：橙色小于 0，紫色大于 0；方框标出正在改变的那个。',
  mapName: '权重',
  mapLegend: (largest) => `橙色小于 0，紫色大于 0，最深处为 ±${largest}。`,
  learning: (percent) => `网络正在学习：${percent}%`,
  weight: '权重',
  weightText: (weight, accuracy, loss) => `权重 ${weight}，精度 ${accuracy}，损失 ${loss}`,
  accuracy: '精度',
  loss: '损失',
  value: '值',
  derivative: '导数',
  right: (right, count) => `${right}/${count}`,
  weightNow: '此刻的权重',
  weightLearnt: '学到的权重',
  asLearnt: '学到的权重值',
  layer: '层',
  layers: { W1: 'W1：像素到隐藏层', b1: 'b1：隐藏层的偏置', W2: 'W2：隐藏层到输出', b2: 'b2：输出层的偏置' },
  sides: { pixel: '像素', hidden: '隐藏单元', output: '输出' },
  pixelColumn: '像素列',
  pixelRow: '像素行',
  span: '向两侧扫描的范围',
  table: '扫描数据',
  description: (name, weight, accuracy, loss, accuracySlope, lossSlope) =>
    `${name} 的值是 ${weight}。精度为 ${accuracy}，其导数为 ${accuracySlope}；损失为 ${loss}，其导数为 ${lossSlope}。`,
  tasks: {
    plateau: {
      text: '拖着权重走一段：精度纹丝不动，损失却在变。',
      found: (from, to, right, moved) => `从 ${from} 到 ${to}，一百个数字始终认对 ${right} 个，损失却变化了 ${moved}。只有损失告诉你往哪边更好。`,
      hints: {
        step: (at) => `你越过了 ${at} 处的台阶：从它的另一侧开始。`,
        still: (moved) => `精度没有动，可损失也只变化了 ${moved}。再走远一点，或者换一个 W2 中的权重，它的作用更大。`,
      },
    },
  },
};

export const whyLoss: Translations<WhyLossStrings> = { en, 'zh-Hans': zhHans };
