import type { Translations } from './language.ts';

/** w13 as w₁₃. */
const symbol = (name: string) => name.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

const en = {
  caption:
    'The whole net is the matrix W. Point at a weight, or tap it: it is nudged by h, and the table says what that does to the loss. Drag a weight up or down to change it, or use the arrow keys. Orange is negative, purple positive.',
  matrices: 'The weights W and, below, the gradient of the loss with respect to W, once by numerical differences and once by backprop, each as a coloured matrix of 2 by 3.',
  matricesName: 'Matrices',
  weights: 'W',
  numerical: '∂L/∂W by differences',
  backprop: '∂L/∂W by backprop',
  weight: (name: string) => `Weight ${symbol(name)}`,
  outputs: 'The three probabilities as bars, and the target as a frame around the right one.',
  outputsName: 'Outputs',
  class: 'class',
  rightClass: (k: number) => `Class ${k} is right`,
  loss: 'Loss',
  largestDifference: 'Largest difference of the two gradients',
  /** After the name of the weight. */
  grows: (h: string) => `grows by h = ${h}`,
  before: 'Loss before',
  after: 'Loss after',
  change: 'Change of the loss',
  slope: 'Change / h',
  byBackprop: ' by backprop',
  input: (i: number) => `Input ${symbol(`x${i}`)}`,
  h: 'Nudge h',
  draw: 'Draw new weights',
  step: (rate: number) => `One step downhill (η = ${rate})`,
  numbersTable: 'Weights and gradients',
  description: (loss: string, label: number, difference: string) => `The right class is ${label}; the loss is ${loss}. The two gradients differ by at most ${difference}.`,
  nudgeDescription: (name: string, h: string, change: string, slope: string, entry: string) =>
    `When ${name} grows by ${h}, the loss changes by ${change}. Divided by the nudge that is ${slope}; the gradient says ${entry}.`,
};

export type SimpleNetStrings = typeof en;

const zhHans: SimpleNetStrings = {
  caption: '整个网络就是矩阵 W。把鼠标指向某个权重，或点按它：它会增大 h，表中列出损失的变化。上下拖动权重即可修改，也可以用方向键。橙色为负，紫色为正。',
  matrices: '权重 W，下方是损失对 W 的梯度，一份由数值差分求得，一份由反向传播求得，各自画成 2 行 3 列的彩色矩阵。',
  matricesName: '矩阵',
  weights: 'W',
  numerical: '数值微分求得的 ∂L/∂W',
  backprop: '反向传播求得的 ∂L/∂W',
  weight: (name) => `权重 ${symbol(name)}`,
  outputs: '三个概率的柱状图，虚线框标出正确类别的目标。',
  outputsName: '输出',
  class: '类别',
  rightClass: (k) => `正确类别是 ${k}`,
  loss: '损失',
  largestDifference: '两个梯度的最大差',
  grows: (h) => `增大 h = ${h}`,
  before: '增大前的损失',
  after: '增大后的损失',
  change: '损失的变化',
  slope: '变化 / h',
  byBackprop: '（反向传播）',
  input: (i) => `输入 ${symbol(`x${i}`)}`,
  h: '增量 h',
  draw: '重新抽取权重',
  step: (rate) => `下降一步（η = ${rate}）`,
  numbersTable: '权重与梯度',
  description: (loss, label, difference) => `正确类别是 ${label}，损失为 ${loss}。两个梯度最多相差 ${difference}。`,
  nudgeDescription: (name, h, change, slope, entry) => `${name} 增大 ${h} 时，损失变化 ${change}；除以增量得 ${slope}，梯度给出 ${entry}。`,
};

export const simpleNet: Translations<SimpleNetStrings> = { en, 'zh-Hans': zhHans };
