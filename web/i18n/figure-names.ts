import type { Translations } from './language.ts';

const en = {
  data: 'Handwritten digits',
  loss: 'Two loss functions',
  'mini-batch': 'The loss of a mini-batch',
  'why-loss': 'Loss and accuracy',
  derivative: 'The derivative',
  partial: 'Partial derivatives',
  'gradient-field': 'The gradient',
  descent: 'Gradient descent',
  'simple-net': 'The gradient of a network',
  training: 'A network learns',
  race: 'Ways to the same gradient',
  generalisation: 'Generalisation',
  errata: 'The corrections, running',
};

export type FigureNames = typeof en;

const zhHans: FigureNames = {
  data: '手写数字',
  loss: '两种损失函数',
  'mini-batch': '小批量的损失',
  'why-loss': '损失与精度',
  derivative: '导数',
  partial: '偏导数',
  'gradient-field': '梯度',
  descent: '梯度下降',
  'simple-net': '神经网络的梯度',
  training: '一个网络在学习',
  race: '求梯度的几种办法',
  generalisation: '泛化',
  errata: '让勘误跑起来',
};

/** By the figure's id. */
export const figureNames: Translations<FigureNames> = { en, 'zh-Hans': zhHans };
