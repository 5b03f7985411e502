import type { Translations } from './language.ts';

const en = {
  caption:
    'Each arrow is −∇f at its tail: the direction in which f falls fastest. The shades are heights of f, from violet (low) to yellow (high), a cross is a lowest place. Press anywhere to drop a point; it flows along the arrows. At the ring stand the arrow in colour and its two components in black.',
  plot: 'Contours of f with an arrow of minus the gradient at every grid point, and the lines along which dropped points flow.',
  plotName: 'Gradient field',
  probe: 'Point to read out; Enter or D drops a point here',
  here: 'At the ring',
  numerical: 'numerical',
  exact: 'exact',
  worst: (points: string) => `Largest difference between the two over the ${points} grid points`,
  undefinedSomewhere: 'At some grid points f has no finite gradient.',
  arrowLength: 'Length of arrows',
  lengths: { linear: 'by steepness', log: 'logarithmic', unit: 'equal' },
  pointText: (x0: string, x1: string) => `x0 = ${x0}, x1 = ${x1}`,
  drops: 'Dropped points',
  noDrops: 'None yet. Press on the picture, or press D at the ring.',
  dropHere: 'Drop a point here',
  clearDrops: 'Clear points',
  from: 'from',
  to: 'flows to',
  field: 'Arrows',
  flows: 'Flow lines',
  dropsDescription: (count: number) => (count === 1 ? 'One point has been dropped.' : `${count} points have been dropped.`),
  flowDescription: (from: string, to: string, value: string) => `From ${from} it flows to ${to}, where f is ${value}.`,
  description: (f: string, x0: string, x1: string, value: string, d0: string, d1: string, worst: string) =>
    `f = ${f}. At x0 = ${x0}, x1 = ${x1} f is ${value} and its gradient is (${d0}, ${d1}). Numerical and exact gradient differ by at most ${worst} on the grid.`,
  tasks: {
    saddle: {
      text: 'Choose “two valleys and a pass”. Find a place from which a dropped point comes to rest on the saddle, not in a valley.',
      found: (from: string, to: string, value: string) =>
        `From ${from} it comes to rest at ${to}, where f is ${value}: level, but not low. A step to either side, and it ends in a valley.`,
      hints: {
        close: (to: string) => `It came close to the saddle, then turned off to ${to}. And from the other side?`,
        valley: (from: string, to: string) => `From ${from} it ends in the valley at ${to}. Where does the ground part that flows left from the ground that flows right?`,
        other: () => 'The saddle lies on the pass between two valleys: choose “two valleys and a pass”.',
      },
    },
  },
};

export type GradientFieldStrings = typeof en;

const zhHans: GradientFieldStrings = {
  caption:
    '每支箭头是其尾端处的 −∇f，即 f 下降最快的方向。底色表示 f 的高低，紫色低，黄色高，叉号是最低处。在图上任意处按一下，就放下一个点，它会顺着箭头流动。圆环处画出彩色的箭头，黑色的是它的两个分量。',
  plot: 'f 的等高线图，每个网格点上有一支表示负梯度的箭头，还有放下的点流过的线。',
  plotName: '梯度场',
  probe: '读数的点；按回车或 D 在此放下一个点',
  here: '圆环处',
  numerical: '数值微分',
  exact: '精确值',
  worst: (points) => `${points} 个网格点上两者的最大差`,
  undefinedSomewhere: '在某些网格点上，f 没有有限的梯度。',
  arrowLength: '箭头长度',
  lengths: { linear: '按陡度', log: '按对数', unit: '等长' },
  pointText: (x0, x1) => `x0 = ${x0}，x1 = ${x1}`,
  drops: '放下的点',
  noDrops: '还没有。在图上按一下，或在圆环处按 D。',
  dropHere: '在此放下一个点',
  clearDrops: '清除全部点',
  from: '起点',
  to: '流到',
  field: '箭头',
  flows: '流线',
  dropsDescription: (count) => `放下了 ${count} 个点。`,
  flowDescription: (from, to, value) => `从 ${from} 流到 ${to}，此处 f 为 ${value}。`,
  description: (f, x0, x1, value, d0, d1, worst) => `f = ${f}。在 x0 = ${x0}、x1 = ${x1} 处，f 为 ${value}，梯度为 (${d0}, ${d1})。网格上数值梯度与精确梯度最多相差 ${worst}。`,
  tasks: {
    saddle: {
      text: '选“两个山谷和一个山口”。找一个地方，从那里放下的点会停在鞍点上，而不是落进山谷。',
      found: (from, to, value) => `从 ${from} 出发，它停在 ${to}，此处 f 为 ${value}：地是平的，位置却不低。往旁边挪一步，它就会落进山谷。`,
      hints: {
        close: (to) => `它到了鞍点近旁，又拐向 ${to}。从另一边试试呢？`,
        valley: (from, to) => `从 ${from} 出发，它落进 ${to} 的山谷。流向左边的地方和流向右边的地方，以哪里为界？`,
        other: () => '鞍点在两个山谷之间的山口上：请选“两个山谷和一个山口”。',
      },
    },
  },
};

export const gradientField: Translations<GradientFieldStrings> = { en, 'zh-Hans': zhHans };
