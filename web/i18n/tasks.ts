import type { Translations } from './language.ts';

// What all tasks share.

const en = {
  done: 'Found',
  showMe: 'Show me',
  stop: 'Stop',
  /** To a near miss; a hint comes after some. */
  notYet: 'Not yet.',
  next: (at: number, count: number) => `Question ${at} of ${count}: next`,
  /** Before the sentence of a solution that was played. */
  shown: (sentence: string) => `Shown: ${sentence}`,
  clear: 'Clear what I found',
  marks: (found: number) => `${found} found`,
  bench: 'More',
  before: 'What you did before',
  clearGhosts: 'Clear',
};

export type TaskStrings = typeof en;

const zhHans: TaskStrings = {
  done: '已找到',
  showMe: '演示',
  stop: '停止',
  notYet: '还不是。',
  next: (at, count) => `第 ${at} 题，共 ${count} 题：下一题`,
  shown: (sentence) => `演示：${sentence}`,
  clear: '清除我的记录',
  marks: (found) => `找到 ${found} 个`,
  bench: '更多',
  before: '之前做过的',
  clearGhosts: '清除',
};

export const taskWords: Translations<TaskStrings> = { en, 'zh-Hans': zhHans };
