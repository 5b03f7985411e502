import type { Translations } from './language.ts';

// Words around a figure on another page or in a frame, and of the dialog that takes it there.

const en = {
  noScript: 'This figure is computed on your own machine, which needs JavaScript and WebAssembly.',
  pageTitle: (figure: string) => `Downhill: ${figure}`,
  figureFailed: (message: string) => `This figure did not load. Reload the page to try again. (${message})`,
  noSuchFigure: (given: string) => (given === '' ? 'The address names no figure. It can show:' : `The address asks for a figure “${given}”, which does not exist. It can show:`),
  unknownAttributes: (names: readonly string[]) => `Not used from the address: ${names.join(', ')}. This figure has no such setting.`,
  title: 'Take this figure with you',
  introduction: 'With everything set as it is now. Paste one of these:',
  manners: { plain: 'Only the picture and its numbers', question: 'With its question' },
  texts: {
    tag: 'An element, for a page of your own',
    frame: 'A frame, kept apart from everything else on the page',
    link: 'A link to it in the chapter',
  },
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not let the page copy. The text is selected: copy it by hand.',
  close: 'Close',
};

export type EmbedStrings = typeof en;

const zhHans: EmbedStrings = {
  noScript: '图中的内容都在你自己的机器上计算，需要启用 JavaScript 和 WebAssembly。',
  pageTitle: (figure) => `下山：${figure}`,
  figureFailed: (message) => `这幅图未能载入。请刷新页面重试。（${message}）`,
  noSuchFigure: (given) => (given === '' ? '地址中没有写明要显示哪幅图。可以显示的有：' : `地址中要求显示图“${given}”，但没有这幅图。可以显示的有：`),
  unknownAttributes: (names) => `地址中的 ${names.join('、')} 未采用：这幅图没有这项设置。`,
  title: '把这幅图带走',
  introduction: '一切设置保持现在的样子。选一种粘贴到你的网页里：',
  manners: { plain: '只要图和其中的数', question: '带上问题' },
  texts: {
    tag: '作为元素，放进你自己的网页',
    frame: '作为框架，与网页的其他内容互不影响',
    link: '作为链接，指向本章中的这幅图',
  },
  copy: '复制',
  copied: '已复制。',
  notCopied: '浏览器不允许网页复制。内容已选中，请手动复制。',
  close: '关闭',
};

export const embed: Translations<EmbedStrings> = { en, 'zh-Hans': zhHans };
