import type { Translations } from './language.ts';

// Words that all figures share.

/** A given value (an attribute, a part of the address) that could not be used. */
export interface Problem {
  readonly attribute: string;
  readonly given: string;
  readonly allowed: Allowed;
  /** What is used in its place. */
  readonly used: string;
}

export type Allowed =
  | { readonly kind: 'number'; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'integer'; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'point' }
  | { readonly kind: 'range'; readonly largest: number; readonly narrowest: number }
  | { readonly kind: 'one of'; readonly names: readonly string[] }
  | { readonly kind: 'numbers'; readonly count: number; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'probabilities'; readonly count: number }
  | { readonly kind: 'list'; readonly most: number; readonly example: string };

function allowedInEnglish(allowed: Allowed): string {
  switch (allowed.kind) {
    case 'number':
      return `a number from ${allowed.lowest} to ${allowed.highest}`;
    case 'integer':
      return `a whole number from ${allowed.lowest} to ${allowed.highest}`;
    case 'point':
      return 'two numbers with a comma between them';
    case 'range':
      return `two numbers from -${allowed.largest} to ${allowed.largest} with a comma between them, the second larger by at least ${allowed.narrowest}`;
    case 'one of':
      return `one of ${allowed.names.join(', ')}`;
    case 'numbers':
      return `${allowed.count} numbers from ${allowed.lowest} to ${allowed.highest}, with commas between them`;
    case 'probabilities':
      return `${allowed.count} numbers of at least 0 that sum to 1, with commas between them`;
    case 'list':
      return `at most ${allowed.most} entries written like ${allowed.example}`;
  }
}

function allowedInChinese(allowed: Allowed): string {
  switch (allowed.kind) {
    case 'number':
      return `${allowed.lowest} 到 ${allowed.highest} 之间的数`;
    case 'integer':
      return `${allowed.lowest} 到 ${allowed.highest} 之间的整数`;
    case 'point':
      return '用逗号隔开的两个数';
    case 'range':
      return `用逗号隔开、-${allowed.largest} 到 ${allowed.largest} 之间的两个数，后一个至少大 ${allowed.narrowest}`;
    case 'one of':
      return `${allowed.names.join('、')} 之一`;
    case 'numbers':
      return `用逗号隔开、${allowed.lowest} 到 ${allowed.highest} 之间的 ${allowed.count} 个数`;
    case 'probabilities':
      return `用逗号隔开、不小于 0 且总和为 1 的 ${allowed.count} 个数`;
    case 'list':
      return `最多 ${allowed.most} 项，写法如 ${allowed.example}`;
  }
}

const en = {
  /** Between two sentences. */
  gap: ' ',
  reset: 'Reset',
  undo: 'Undo',
  retry: 'Try again',
  loading: 'Loading the engine…',
  loadFailed: (message: string) => `The engine did not load, so nothing can be computed. (${message})`,
  oldBrowser: 'This browser cannot run the engine: it has no WebAssembly, or too old a one. Update it, or use another. The text can be read as it is.',
  computationFailed: (message: string) => `This cannot be computed: ${message}`,
  badFunction: (given: string) => `“${given}” cannot be used as f:`,
  shownInstead: (used: string) => `Still shown: ${used}.`,
  noValue: (point: string, why: string) => `f has no value in part of what is shown, as at ${point}: ${why}`,
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  copyByHand: 'The browser does not let the page copy. Selected here, to be copied by hand:',
  save: 'Save',
  picture: (name: string) => (name === '' ? 'Picture (PNG)' : `${name} (PNG)`),
  vectorPicture: (name: string) => (name === '' ? 'Picture (SVG)' : `${name} (SVG)`),
  table: (name: string) => `${name} (CSV)`,
  netFiles: {
    json: 'Net (JSON)',
    npz: 'Net (NumPy .npz)',
    broken: 'the update has broken the net; some of its parameters are no finite numbers. Let the iteration end, or go back.',
  },
  film: 'Film',
  filming: 'Filming: it plays once.',
  saved: (filename: string) => `Saved as ${filename}.`,
  saveFailed: (message: string) => `Not saved: ${message}`,
  embed: 'Embed',
  embedFailed: (message: string) => `The lines to paste could not be loaded: ${message}`,
  code: 'Code',
  codeFailed: (message: string) => `The code could not be loaded: ${message}`,
  tongues: { numpy: 'NumPy', cpp: 'C++' },
  copyCode: 'Copy code',
  codeCopied: 'Code copied.',
  typed: (label: string) => `${label}, as a number`,
  notUsed: (allowed: Allowed) => `Not used: it must be ${allowedInEnglish(allowed)}.`,
  badAttribute: ({ attribute, given, allowed, used }: Problem) => `${attribute} is given as “${given}”, but must be ${allowedInEnglish(allowed)}. Used instead: ${used}.`,
};

export type SharedStrings = typeof en;

const zhHans: SharedStrings = {
  gap: '',
  reset: '重置',
  undo: '撤销',
  retry: '重试',
  loading: '正在载入计算引擎……',
  loadFailed: (message) => `计算引擎未能载入，因此无法计算。（${message}）`,
  oldBrowser: '这个浏览器运行不了计算引擎：它没有 WebAssembly，或者版本太旧。请更新浏览器，或者换一个。正文不受影响，可以照常阅读。',
  computationFailed: (message) => `无法计算：${message}`,
  badFunction: (given) => `“${given}”不能用作 f：`,
  shownInstead: (used) => `仍显示 ${used}。`,
  noValue: (point, why) => `在所示范围的一部分，f 没有值，例如在 ${point} 处：${why}`,
  copyLink: '复制链接',
  linkCopied: '链接已复制。',
  copyByHand: '浏览器不允许网页复制。内容已选中，请手动复制：',
  save: '保存',
  picture: (name) => (name === '' ? '图片（PNG）' : `${name}（PNG）`),
  vectorPicture: (name) => (name === '' ? '图片（SVG）' : `${name}（SVG）`),
  table: (name) => `${name}（CSV）`,
  netFiles: { json: '网络（JSON）', npz: '网络（NumPy .npz）', broken: '这次更新弄坏了网络，有的参数已不是有限的数。请让这次迭代做完，或者往回走。' },
  film: '影片',
  filming: '正在录制：播放一遍。',
  saved: (filename) => `已保存为 ${filename}。`,
  saveFailed: (message) => `未能保存：${message}`,
  embed: '嵌入',
  embedFailed: (message) => `未能载入用来粘贴的代码：${message}`,
  code: '代码',
  codeFailed: (message) => `未能载入代码：${message}`,
  tongues: { numpy: 'NumPy', cpp: 'C++' },
  copyCode: '复制代码',
  codeCopied: '代码已复制。',
  typed: (label) => `${label}（输入数值）`,
  notUsed: (allowed) => `未采用：应为${allowedInChinese(allowed)}。`,
  badAttribute: ({ attribute, given, allowed, used }) => `${attribute} 的值“${given}”无效，应为${allowedInChinese(allowed)}。现改用 ${used}。`,
};

export const shared: Translations<SharedStrings> = { en, 'zh-Hans': zhHans };
