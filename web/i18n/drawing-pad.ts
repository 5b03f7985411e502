import type { Translations } from './language.ts';
import { plural } from './plural.ts';

// The pad on which a reader draws a digit.

const en = {
  title: 'Draw a digit',
  pad: 'Drawing pad: arrow keys move the pen, space sets it down and lifts it, Backspace takes the last stroke back, Delete clears',
  text: (strokes: number, x: number, y: number, down: boolean) => `${plural(strokes, 'stroke')}; pen at ${x}, ${y}, ${down ? 'down' : 'up'}`,
  undo: 'Undo',
  clear: 'Clear',
};

export type DrawingPadStrings = typeof en;

const zhHans: DrawingPadStrings = {
  title: '写一个数字',
  pad: '手写板：方向键移动笔，空格落笔和提笔，Backspace 撤销上一笔，Delete 清空',
  text: (strokes, x, y, down) => `${strokes} 笔；笔在 ${x}, ${y}，${down ? '已落下' : '已提起'}`,
  undo: '撤销',
  clear: '清空',
};

export const drawingPad: Translations<DrawingPadStrings> = { en, 'zh-Hans': zhHans };
