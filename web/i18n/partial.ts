import type { Translations } from './language.ts';

const en = {
  caption: 'Drag the point: the two lines through it are cuts; beside the plane you see the surface cut open along both, and f along each, with its tangent.',
  plot: 'Contours of f with the two cuts through the point.',
  plotName: 'Plane',
  surface: 'The surface of f, cut open along both lines, with the two tangents at the point.',
  surfaceName: 'Surface',
  slice: (variable: string) => `f along ${variable}, with its tangent.`,
  sliceName: (variable: string) => `f along ${variable}`,
  point: 'Point',
  pointText: (x0: string, x1: string) => `x0 = ${x0}, x1 = ${x1}`,
  held: (variable: string, value: string) => `${variable} held still at ${value}`,
  table: 'Slices',
  description: (f: string, x0: string, x1: string, d0: string, d1: string) => `f = ${f}. At (${x0}, ${x1}) the partial derivatives are ${d0} and ${d1}.`,
  tasks: {
    'one-level': {
      text: 'Put the point where one tangent is level and the other is not.',
      found: (x0: string, x1: string, level: string, slope: string, steep: string) =>
        `At (${x0}, ${x1}) the tangent along ${level} is level, and that along ${steep} has the slope ${slope}. Along which line do all such points lie?`,
      hints: {
        bottom: () => 'Here both tangents are level, or nearly so. From a place where both are, go along one line only.',
        along: (flatter: string, slope: string) => `Along ${flatter} the slope is ${slope}. Hold the other variable still, and go along ${flatter} until its slice turns.`,
      },
    },
  },
};

export type PartialStrings = typeof en;

const zhHans: PartialStrings = {
  caption: '拖动这个点：过它的两条直线各切一刀，旁边是沿两条线切开的曲面，还有切出的两条曲线和它们的切线。',
  plot: 'f 的等高线，以及过这一点切开的两条直线。',
  plotName: '平面',
  surface: '沿两条线切开的 f 的曲面，以及这一点处的两条切线。',
  surfaceName: '曲面',
  slice: (variable) => `f 沿 ${variable} 的曲线和切线。`,
  sliceName: (variable) => `f 沿 ${variable}`,
  point: '点',
  pointText: (x0, x1) => `x0 = ${x0}，x1 = ${x1}`,
  held: (variable, value) => `按住 ${variable} = ${value} 不动`,
  table: '切片',
  description: (f, x0, x1, d0, d1) => `f = ${f}。在点 (${x0}, ${x1}) 处，两个偏导数分别是 ${d0} 和 ${d1}。`,
  tasks: {
    'one-level': {
      text: '把点放到一个地方：那里一条切线水平，另一条不水平。',
      found: (x0, x1, level, slope, steep) => `在 (${x0}, ${x1})，沿 ${level} 的切线是水平的，沿 ${steep} 的切线斜率是 ${slope}。所有这样的点都在哪条直线上？`,
      hints: {
        bottom: () => '这里两条切线都水平，或者几乎水平。从两条都水平的地方出发，只沿一条线走。',
        along: (flatter, slope) => `沿 ${flatter} 的斜率是 ${slope}。按住另一个变量，沿 ${flatter} 走，直到切出的曲线转弯。`,
      },
    },
  },
};

export const partial: Translations<PartialStrings> = { en, 'zh-Hans': zhHans };
