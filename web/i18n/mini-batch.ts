import type { Translations } from './language.ts';
import { plural } from './plural.ts';

const en = {
  caption: (batches: string) =>
    `Each time ${batches} mini-batches are drawn from the digits, and the loss of each is one entry of the histogram; the vertical line is the loss of all digits. The brackets span one standard deviation to each side, measured and expected. On the right, every draw leaves a dot; drag the ring to change the batch size.`,
  histogram: 'Histogram of the losses of many mini-batches around the loss of all data.',
  histogramName: 'Histogram',
  widths: 'Width of the histogram against the batch size, both on a log scale: a line of slope −½.',
  widthsName: 'Width against batch size',
  loss: 'Loss',
  count: 'Mini-batches',
  width: 'Width',
  batchSize: 'Batch size n',
  batchSizeText: (size: string) => `batch size ${size}`,
  net: 'The net',
  nets: { '0': 'has not learnt yet', '500': 'after 500 iterations', '2000': 'after 2,000 iterations' },
  again: 'Draw again',
  learning: (percent: number) => `The net is learning: ${percent}%`,
  lossOfAll: (count: string) => `Loss of all ${count} digits`,
  mean: (batches: string) => `Mean of the ${batches} mini-batches`,
  measured: 'Width measured: standard deviation',
  expected: 'Width expected: σ/\u2060√n',
  outside: 'Outside the picture',
  outsideText: (below: string, above: string) => `${below} left, ${above} right`,
  lossesTable: 'Losses of the mini-batches',
  histogramTable: 'Histogram',
  widthsTable: 'Widths',
  description: (batches: string, size: string, all: string, measured: string, expected: string) =>
    `The losses of ${plural(batches, 'mini-batch', 'mini-batches')} of ${size} lie around the loss of all digits, ${all}, with a standard deviation of ${measured}; expected is ${expected}.`,
};

export type MiniBatchStrings = typeof en;

const zhHans: MiniBatchStrings = {
  caption: (batches) =>
    `每次从手写数字中抽出 ${batches} 个 mini-batch，每个的损失计入直方图一次；竖线是全体数字的损失。两条横线向左右各伸出一个标准差，一条是量得的，一条是理论预期的。右图中每抽一次就留下一个点；拖动圆环可以改变批量大小。`,
  histogram: '许多 mini-batch 的损失围绕全体数据的损失的直方图。',
  histogramName: '直方图',
  widths: '直方图的宽度随批量大小的变化，两轴都用对数坐标：一条斜率为 −½ 的直线。',
  widthsName: '宽度与批量大小',
  loss: '损失',
  count: 'mini-batch 个数',
  width: '宽度',
  batchSize: '批量大小 n',
  batchSizeText: (size) => `批量大小 ${size}`,
  net: '网络',
  nets: { '0': '尚未学习', '500': '迭代 500 次之后', '2000': '迭代 2,000 次之后' },
  again: '再抽一次',
  learning: (percent) => `网络正在学习：${percent}%`,
  lossOfAll: (count) => `全部 ${count} 个数字的损失`,
  mean: (batches) => `${batches} 个 mini-batch 的平均`,
  measured: '量得的宽度：标准差',
  expected: '预期的宽度：σ/\u2060√n',
  outside: '超出图外',
  outsideText: (below, above) => `左 ${below}，右 ${above}`,
  lossesTable: '各 mini-batch 的损失',
  histogramTable: '直方图',
  widthsTable: '宽度',
  description: (batches, size, all, measured, expected) =>
    `${batches} 个大小为 ${size} 的 mini-batch，损失分布在全体数字的损失 ${all} 周围，标准差为 ${measured}，预期为 ${expected}。`,
};

export const miniBatch: Translations<MiniBatchStrings> = { en, 'zh-Hans': zhHans };
