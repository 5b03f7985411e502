import type { Translations } from './language.ts';

/** w13 as w₁₃. */
const symbol = (name: string) => name.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

const en = {
  caption:
    'The whole net is the matrix W. Press a weight, and it is nudged: the sentence says what that does to the loss. Drag a weight up or down to change it, or use the arrow keys. Orange is negative, purple positive, on the same scale for W and for ∂L/∂W.',
  net: 'The net: two inputs, three outputs, and a line for each of the six weights, as wide as the weight is large. The outputs are bars; the right one has a frame.',
  netName: 'The net',
  matrices: (gradient: boolean): string =>
    gradient
      ? 'The weights W and, beside them, the gradient of the loss with respect to W.'
      : 'The weights W and, beside them, what each nudge so far did to the loss, divided by the nudge.',
  matricesName: 'Matrices',
  weights: 'W',
  gradient: '∂L/∂W',
  slopes: (by: string) => `ΔL / ${by}, so far`,
  uncover: 'Show ∂L/∂W',
  gradients: 'The gradient of the loss with respect to W, once by numerical differences and once by backprop, each as a coloured matrix of 2 by 3.',
  gradientsName: 'Gradients',
  numerical: '∂L/∂W by differences',
  backprop: '∂L/∂W by backprop',
  weight: (name: string) => `Weight ${symbol(name)}`,
  fall: 'The loss after each step downhill that was taken, and, broken, after those to come.',
  fallName: 'The loss, step by step',
  stepName: 'step',
  class: 'class',
  rightClass: (k: number) => `Class ${k} is right`,
  loss: 'Loss',
  largestDifference: 'Largest difference of the two gradients',
  /** After the loss before. */
  nudged: (name: string, by: string, after: string, change: string) => `If ${symbol(name)} grows by ${by}, the loss becomes ${after}: ${change}.`,
  /** After the name of the weight. */
  byDifferences: (h: string) => `moved by h = ${h} either way`,
  below: 'L at w − h',
  above: 'L at w + h',
  slope: 'Difference / 2h',
  byBackprop: ' by backprop',
  input: (i: number) => `Input ${symbol(`x${i}`)}`,
  h: 'Step h of the differences',
  draw: 'Draw new weights',
  step: (rate: number) => `One step downhill (η = ${rate})`,
  numbersTable: 'Weights and gradients',
  description: (loss: string, label: number) => `The right class is ${label}; the loss is ${loss}.`,
  entry: (name: string, entry: string) => `${name} ${entry}`,
  gradientDescription: (entries: readonly string[]) => `The gradient: ${entries.join(', ')}.`,
  tasks: {
    'matters-most': {
      text: 'Which of the six weights matters most to the loss? Nudge it, before you uncover ∂L/∂W.',
      found: (name: string, change: string, entry: string) =>
        `It is ${symbol(name)}: nudged, it changes the loss by ${change}, and its entry of ∂L/∂W, ${entry}, is the largest. It leads to the right class, from the input that is farther from 0.`,
      hints: {
        input: () => 'The right class it is. And which input is the larger one?',
        class: () => 'Which class does the loss look at?',
      },
    },
  },
};

export type SimpleNetStrings = typeof en;

const zhHans: SimpleNetStrings = {
  caption: '整个网络就是矩阵 W。点按某个权重，就拨动它一下，那句话说出损失变成多少。上下拖动权重即可修改，也可以用方向键。橙色为负，紫色为正，W 和 ∂L/∂W 用同样的色标。',
  net: '网络：两个输入，三个输出，六个权重各画成一条线，权重越大线越粗。输出画成条形，正确的那个加了框。',
  netName: '网络',
  matrices: (gradient) => (gradient ? '权重 W，旁边是损失对 W 的梯度。' : '权重 W，旁边是到目前为止每次拨动使损失改变多少，除以增量。'),
  matricesName: '矩阵',
  weights: 'W',
  gradient: '∂L/∂W',
  slopes: (by) => `已知的 ΔL / ${by}`,
  uncover: '显示 ∂L/∂W',
  gradients: '损失对 W 的梯度，一份由数值差分求得，一份由反向传播求得，各自画成 2 行 3 列的彩色矩阵。',
  gradientsName: '梯度',
  numerical: '数值微分求得的 ∂L/∂W',
  backprop: '反向传播求得的 ∂L/∂W',
  weight: (name) => `权重 ${symbol(name)}`,
  fall: '每下降一步之后的损失；虚线是接下来几步的损失。',
  fallName: '损失随步数的变化',
  stepName: '步',
  class: '类别',
  rightClass: (k) => `正确类别是 ${k}`,
  loss: '损失',
  largestDifference: '两个梯度的最大差',
  nudged: (name, by, after, change) => `${symbol(name)} 增大 ${by}，损失变成 ${after}：${change}。`,
  byDifferences: (h) => `两边各移动 h = ${h}`,
  below: 'w − h 处的 L',
  above: 'w + h 处的 L',
  slope: '两者之差 / 2h',
  byBackprop: '（反向传播）',
  input: (i) => `输入 ${symbol(`x${i}`)}`,
  h: '差分的步长 h',
  draw: '重新抽取权重',
  step: (rate) => `下降一步（η = ${rate}）`,
  numbersTable: '权重与梯度',
  description: (loss, label) => `正确类别是 ${label}，损失为 ${loss}。`,
  entry: (name, entry) => `${name} 为 ${entry}`,
  gradientDescription: (entries) => `梯度：${entries.join('，')}。`,
  tasks: {
    'matters-most': {
      text: '六个权重里，哪一个对损失影响最大？先拨动它，再显示 ∂L/∂W。',
      found: (name, change, entry) => `就是 ${symbol(name)}：拨动它，损失变化 ${change}；它在 ∂L/∂W 中的分量 ${entry} 最大。它通向正确的类别，来自离 0 较远的那个输入。`,
      hints: {
        input: () => '类别找对了。那么哪个输入更大？',
        class: () => '损失只看哪一个类别？',
      },
    },
  },
};

export const simpleNet: Translations<SimpleNetStrings> = { en, 'zh-Hans': zhHans };
