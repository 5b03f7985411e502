import type { Translations } from './language.ts';

// Words of the page around the chapter; the chapter itself is in web/page/chapter.

const en = {
  title: 'Downhill: how a neural network learns',
  description: 'A chapter on how a neural network learns, in which every idea is a picture that you can touch. All of it is computed in your browser, as you read.',
  name: 'Downhill',
  promise: 'How a neural network learns: by walking downhill on its own error.',
  skip: 'Skip to the text',
  contents: 'Contents',
  dark: 'Dark',
  erratum: 'Correction',
  noScript: 'The text can be read as it is. The figures are computed on your own machine, which needs JavaScript and WebAssembly.',
  figureFailed: (message: string) => `This figure did not load. Reload the page to try again; the text can be read without it. (${message})`,
  noSuchFigure: (id: string) => `The address asks for a figure “${id}”, but this page has none of that name.`,
  unknownAttributes: (names: readonly string[]) => `Not used from the address: ${names.join(', ')}. This figure has no such setting.`,
  noSheet: (asked: string, ids: readonly string[]) => `There is no sheet for “${asked}”. The sheets are: ${ids.join(', ')}. All are shown.`,
  newVersion: 'There is a new version of this page.',
  takeVersion: 'Load it',
  later: 'Later',
};

export type PageStrings = typeof en;

const zhHans: PageStrings = {
  title: '下山：神经网络是怎样学习的',
  description: '用一章的篇幅讲清神经网络怎样学习。每个概念都配有可以动手操作的图，所有结果都在你的浏览器里现算。',
  name: '下山',
  promise: '神经网络是怎样学习的：沿着自己的误差，一步一步往下走。',
  skip: '跳到正文',
  contents: '目录',
  dark: '深色',
  erratum: '勘误',
  noScript: '正文可以照常阅读。图中的内容都在你自己的机器上计算，需要启用 JavaScript 和 WebAssembly。',
  figureFailed: (message) => `这幅图未能载入。请刷新页面重试；没有它，正文也可以阅读。（${message}）`,
  noSuchFigure: (id) => `地址中要求显示图“${id}”，但本页没有这幅图。`,
  unknownAttributes: (names) => `地址中的 ${names.join('、')} 未采用：这幅图没有这项设置。`,
  noSheet: (asked, ids) => `没有“${asked}”的练习。可选的有：${ids.join('、')}。现在显示全部。`,
  newVersion: '本页有新版本。',
  takeVersion: '载入新版',
  later: '以后再说',
};

export const page: Translations<PageStrings> = { en, 'zh-Hans': zhHans };
