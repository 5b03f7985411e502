import type { Translations } from './language.ts';

// Words around a figure on another page, or in a frame.

const en = {
  title: (figure: string) => `Downhill: ${figure}`,
  figureFailed: (message: string) => `This figure did not load. Reload the page to try again. (${message})`,
  noSuchFigure: (given: string) => (given === '' ? 'The address names no figure. It can show:' : `The address asks for a figure “${given}”, which does not exist. It can show:`),
  unknownAttributes: (names: readonly string[]) => `Not used from the address: ${names.join(', ')}. This figure has no such setting.`,
};

export type EmbedStrings = typeof en;

const zhHans: EmbedStrings = {
  title: (figure) => `下山：${figure}`,
  figureFailed: (message) => `这幅图未能载入。请刷新页面重试。（${message}）`,
  noSuchFigure: (given) => (given === '' ? '地址中没有写明要显示哪幅图。可以显示的有：' : `地址中要求显示图“${given}”，但没有这幅图。可以显示的有：`),
  unknownAttributes: (names) => `地址中的 ${names.join('、')} 未采用：这幅图没有这项设置。`,
};

export const embed: Translations<EmbedStrings> = { en, 'zh-Hans': zhHans };
