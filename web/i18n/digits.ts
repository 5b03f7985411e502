import type { Translations } from './language.ts';

// Words of all figures that wait for the page's digits.

const en = {
  downloading: (percent: number) => `The digits are on their way: ${percent}%`,
  downloadingUnknown: (kilobytes: number) => `The digits are on their way: ${kilobytes} KB`,
  downloadProblems: {
    network: 'The digits did not arrive: the connection failed.',
    refused: (status: number) => `The digits did not arrive: the server answered with status ${status}.`,
    damaged: 'The digits arrived damaged or cut short.',
  },
};

export type DigitsStrings = typeof en;

const zhHans: DigitsStrings = {
  downloading: (percent) => `正在下载手写数字：${percent}%`,
  downloadingUnknown: (kilobytes) => `正在下载手写数字：${kilobytes} KB`,
  downloadProblems: {
    network: '手写数字没有下载成功：网络连接失败。',
    refused: (status) => `手写数字没有下载成功：服务器返回状态 ${status}。`,
    damaged: '下载到的手写数字已损坏或不完整。',
  },
};

export const digits: Translations<DigitsStrings> = { en, 'zh-Hans': zhHans };
