import type { Translations } from './language.ts';

const en = {
  caption: 'Drag the point: the two lines through it are cuts; beside the plane you see f along each, with its tangent.',
  plot: 'Contours of f with the two cuts through the point.',
  plotName: 'Plane',
  slice: (variable: string) => `f along ${variable}, with its tangent.`,
  sliceName: (variable: string) => `f along ${variable}`,
  point: 'Point',
  pointText: (x0: string, x1: string) => `x0 = ${x0}, x1 = ${x1}`,
  held: (variable: string, value: string) => `${variable} held still at ${value}`,
  table: 'Slices',
  description: (f: string, x0: string, x1: string, d0: string, d1: string) => `f = ${f}. At (${x0}, ${x1}) the partial derivatives are ${d0} and ${d1}.`,
};

export type PartialStrings = typeof en;

const zhHans: PartialStrings = {
  caption: '拖动这个点：过它的两条直线各切一刀，旁边是切出的两条曲线和它们的切线。',
  plot: 'f 的等高线，以及过这一点切开的两条直线。',
  plotName: '平面',
  slice: (variable) => `f 沿 ${variable} 的曲线和切线。`,
  sliceName: (variable) => `f 沿 ${variable}`,
  point: '点',
  pointText: (x0, x1) => `x0 = ${x0}，x1 = ${x1}`,
  held: (variable, value) => `按住 ${variable} = ${value} 不动`,
  table: '切片',
  description: (f, x0, x1, d0, d1) => `f = ${f}。在点 (${x0}, ${x1}) 处，两个偏导数分别是 ${d0} 和 ${d1}。`,
};

export const partial: Translations<PartialStrings> = { en, 'zh-Hans': zhHans };
