import type { Translations } from './language.ts';
import { learning } from './learning.ts';

const en = {
  ...learning.en,
  caption:
    'One iteration of the training, computed as you press. The net is that of the next section: 784 inputs, 50 hidden units, 10 outputs. Before it is shown here it has learnt for as many iterations as you choose, with batches of 100; then it goes on with batches of your size.',
  phases: { 'mini-batch': 'Mini-batch', gradient: 'Gradient', update: 'Update', record: 'Repeat' },
  drawn: (iteration: number, count: string) => `Iteration ${iteration}: digits drawn at random: ${count}.`,
  gradientFound: (length: string) => `The gradient of the first layer, one image for each hidden unit. Length of the whole gradient: ${length}.`,
  updated: 'Every weight has taken a small step against its gradient.',
  recorded: 'The new loss is noted, and the next iteration begins with other digits.',
  pictures: {
    'mini-batch': 'The digits of the mini-batch.',
    gradient: 'The gradient of the first-layer weights, one image for each hidden unit.',
    update: 'The first-layer weights after the update, one image for each hidden unit.',
    record: 'The first-layer weights after the update, one image for each hidden unit.',
  },
  pictureName: 'The step that was taken last',
  weightsRange: (limit: string) => `from −${limit} to ${limit}`,
  next: (phase: string) => `Next: ${phase}`,
  whole: 'Whole iteration',
  batchSize: 'Batch size',
  startAfter: 'Start after iteration',
  listing: 'The function that is run; the line of this step is marked',
  losses: 'The loss before and after the iteration',
  before: 'before',
  after: 'after',
  change: 'change',
  own: 'Loss on this batch',
  all: (count: string) => `Loss on all ${count}`,
  table: 'Iterations so far',
  ownChange: 'Change on its batch',
  allChange: 'Change on all digits',
  batchOf: (size: number) => `batch of ${size}`,
  changes: (own: string, all: string) => `own ${own}, all ${all}`,
  getsReady: (share: number) => `The net learns first: ${share}%`,
  broke: 'The update has broken the net: the numbers grew beyond all bounds. Start over, with a smaller learning rate.',
  description: (iteration: number, phase: string, own: string, all: string) => `Iteration ${iteration}, ${phase}. The loss before it: ${own} on this batch, ${all} on all digits.`,
  descriptionAfter: (own: string, all: string) => `The loss has changed by ${own} on this batch, by ${all} on all digits.`,
  tasks: {
    worse: {
      text: 'Each step is downhill for its own batch. Find one after which the loss on all digits is higher.',
      found: (size = '', own = '', all = '') =>
        `With a batch of ${size} the loss changed by ${own} on its own digits and by ${all} on all: what is downhill for a few can be uphill for the rest.`,
      hints: { ten: () => 'A hundred digits speak for the rest almost always. Would ten, once the net has learnt something?' },
    },
  },
};

export type FourStepsStrings = typeof en;

const zhHans: FourStepsStrings = {
  ...learning['zh-Hans'],
  caption:
    '训练中的一次迭代，按一步算一步。网络就是下一节的那个：784 个输入，50 个隐藏单元，10 个输出。在这里出场之前，它已经用每批 100 个数字学过所选的迭代次数；然后换成你选的批量大小继续。',
  phases: { 'mini-batch': 'mini-batch', gradient: '求梯度', update: '更新参数', record: '重复' },
  drawn: (iteration, count) => `第 ${iteration} 次迭代：随机抽取了 ${count} 个数字。`,
  gradientFound: (length) => `第一层的梯度，每个隐藏单元一张图。整个梯度的长度：${length}。`,
  updated: '每个权重都逆着梯度挪动了一小步。',
  recorded: '记下新的损失；下一次迭代换一批数字。',
  pictures: {
    'mini-batch': '这个 mini-batch 中的数字。',
    gradient: '第一层权重的梯度，每个隐藏单元一张图。',
    update: '更新之后的第一层权重，每个隐藏单元一张图。',
    record: '更新之后的第一层权重，每个隐藏单元一张图。',
  },
  pictureName: '刚走完的一步',
  weightsRange: (limit) => `从 −${limit} 到 ${limit}`,
  next: (phase) => `下一步：${phase}`,
  whole: '走完这次迭代',
  batchSize: '批量大小',
  startAfter: '从第几次迭代之后开始',
  listing: '正在运行的函数；标出的是这一步的那一行',
  losses: '这次迭代之前和之后的损失',
  before: '之前',
  after: '之后',
  change: '变化',
  own: '这一批上的损失',
  all: (count) => `全部 ${count} 个上的损失`,
  table: '走过的各次迭代',
  ownChange: '自己那批上的变化',
  allChange: '全部数字上的变化',
  batchOf: (size) => `每批 ${size} 个`,
  changes: (own, all) => `自己的 ${own}，全部 ${all}`,
  getsReady: (share) => `网络先学一会儿：${share}%`,
  broke: '这次更新毁了网络：数值无限增大。请从头再来，换一个更小的学习率。',
  description: (iteration, phase, own, all) => `第 ${iteration} 次迭代，${phase}。之前的损失：这一批上 ${own}，全部数字上 ${all}。`,
  descriptionAfter: (own, all) => `损失的变化：这一批上 ${own}，全部数字上 ${all}。`,
  tasks: {
    worse: {
      text: '对自己那一批来说，每一步都是下坡。找出一步：走完之后，全部数字上的损失反而升高了。',
      found: (size = '', own = '', all = '') => `每批 ${size} 个时，自己那批上的损失变化了 ${own}，全部数字上变化了 ${all}：对少数几个是下坡，对其余的却可能是上坡。`,
      hints: { ten: () => '一百个数字几乎总能代表其余的。等网络学过一些之后，十个也能吗？' },
    },
  },
};

export const fourSteps: Translations<FourStepsStrings> = { en, 'zh-Hans': zhHans };
