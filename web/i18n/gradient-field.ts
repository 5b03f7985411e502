import type { Translations } from './language.ts';

const en = {
  caption:
    'Each arrow is −∇f at its tail: the direction in which f falls fastest. The shades are heights of f, from violet (low) to yellow (high). Press anywhere to drop a point; it flows along the arrows.',
  plot: 'Contours of f with an arrow of minus the gradient at every grid point, and the lines along which dropped points flow.',
  plotName: 'Gradient field',
  probe: 'Point to read out; Enter or D drops a point here',
  here: 'At this point',
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
};

export type GradientFieldStrings = typeof en;

const zhHans: GradientFieldStrings = {
  caption: '每支箭头是其尾端处的 −∇f，即 f 下降最快的方向。底色表示 f 的高低，紫色低，黄色高。在图上任意处按一下，就放下一个点，它会顺着箭头流动。',
  plot: 'f 的等高线图，每个网格点上有一支表示负梯度的箭头，还有放下的点流过的线。',
  plotName: '梯度场',
  probe: '读数的点；按回车或 D 在此放下一个点',
  here: '在这一点',
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
};

export const gradientField: Translations<GradientFieldStrings> = { en, 'zh-Hans': zhHans };
