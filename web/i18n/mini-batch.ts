import type { Translations } from './language.ts';
import { plural } from './plural.ts';

const en = {
  caption: (batches: string) =>
    `The loss of each mini-batch is one entry of the histogram; the vertical line is the loss of all digits. With ${batches} mini-batches the brackets span one standard deviation to each side, measured and expected. Below, every draw of ${batches} leaves a dot; drag the ring to change the batch size.`,
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
  again: 'Draw one',
  thousand: (batches: string) => `Draw ${batches}`,
  batchName: 'Mini-batch',
  batch: (size: number) => `The ${plural(size, 'digit')} of one mini-batch.`,
  lossAnswer: (size: number, all: string) => `is the loss of this mini-batch of ${plural(size, 'digit')}. All digits together have ${all}.`,
  widthAnswer: (batches: string, size: string) => `is the width of the histogram: the standard deviation of ${batches} mini-batches of ${size}.`,
  earlier: 'Drawn before',
  earlierWidth: (size: string, width: string) => `n = ${size}: width ${width}`,
  clear: 'Clear',
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
  tasks: {
    'half-width': {
      text: 'Draw 1,000 mini-batches, then make the histogram half as wide. Which batch size does it take?',
      found: (small: string, large: string, wide: string, narrow: string, factor: string) =>
        `From ${small} digits to ${large} the width went from ${wide} to ${narrow}: ${factor} times the batch, half the width. It goes as 1/√n, so to halve it again takes four times as many again.`,
      hints: {
        tooWide: (factor: string, ratio: string) => `${factor} times the batch gave ${ratio} of the width: that is about 1/√${factor}. What must n be for ½?`,
        tooNarrow: (factor: string, ratio: string) => `${factor} times the batch gave ${ratio} of the width. That is less than half: what is between?`,
      },
    },
  },
};

export type MiniBatchStrings = typeof en;

const zhHans: MiniBatchStrings = {
  caption: (batches) =>
    `每个 mini-batch 的损失计入直方图一次；竖线是全体数字的损失。抽 ${batches} 个时，两条横线向左右各伸出一个标准差，一条是量得的，一条是理论预期的。下图中每抽 ${batches} 个就留下一个点；拖动圆环可以改变批量大小。`,
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
  again: '抽一个',
  thousand: (batches) => `抽 ${batches} 个`,
  batchName: 'mini-batch',
  batch: (size) => `一个 mini-batch 的 ${size} 个数字。`,
  lossAnswer: (size, all) => `是这个 mini-batch（${size} 个数字）的损失，全体数字的损失是 ${all}。`,
  widthAnswer: (batches, size) => `是直方图的宽度，即 ${batches} 个大小为 ${size} 的 mini-batch 的标准差。`,
  earlier: '先前抽的',
  earlierWidth: (size, width) => `n = ${size}：宽度 ${width}`,
  clear: '清除',
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
  tasks: {
    'half-width': {
      text: '先抽 1,000 个 mini-batch，再让直方图的宽度减半。批量要取多大？',
      found: (small, large, wide, narrow, factor) =>
        `批量从 ${small} 增加到 ${large}，宽度从 ${wide} 减到 ${narrow}：批量是原来的 ${factor} 倍，宽度减半。宽度与 1/√n 成正比，所以再减半一次，又需要 4 倍。`,
      hints: {
        tooWide: (factor, ratio) => `批量是 ${factor} 倍，宽度是原来的 ${ratio}，约为 1/√${factor}。要得到 ½，n 应当是多少？`,
        tooNarrow: (factor, ratio) => `批量是 ${factor} 倍，宽度是原来的 ${ratio}，还不到一半。两者之间呢？`,
      },
    },
  },
};

export const miniBatch: Translations<MiniBatchStrings> = { en, 'zh-Hans': zhHans };
