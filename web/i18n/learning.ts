import type { Translations } from './language.ts';

const en = {
  play: 'Learn',
  pause: 'Pause',
  again: 'Start over',
  otherWeights: 'New initial weights',
  making: 'Building the net…',
  paused: 'Paused.',
  diverged: (iteration: number) => `It diverged at iteration ${iteration}: the numbers grew beyond all bounds. The net from before that step is kept. Try a smaller learning rate.`,
  goOn: 'Go on from there',
  failed: (message: string) => `That could not be done: ${message}`,
  iterations: 'Iterations',
  epochs: 'Epochs',
  trainAccuracy: 'Training accuracy',
  testAccuracy: 'Test accuracy',
  iteration: 'iteration',
  accuracy: 'accuracy',
  train: 'training data',
  test: 'test data',
  hiddenSize: 'Hidden units',
  learningRate: 'Learning rate η',
  seedName: 'Seed',
};

/** What all figures say in which a net learns. */
export type LearningStrings = typeof en;

const zhHans: LearningStrings = {
  play: '开始学习',
  pause: '暂停',
  again: '从头再来',
  otherWeights: '换一组初始权重',
  making: '正在构建网络……',
  paused: '已暂停。',
  diverged: (iteration) => `在第 ${iteration} 次迭代发散：数值无限增大。已保留这一步之前的网络。请试试更小的学习率。`,
  goOn: '从那里继续',
  failed: (message) => `未能完成：${message}`,
  iterations: '迭代次数',
  epochs: 'epoch 数',
  trainAccuracy: '训练精度',
  testAccuracy: '测试精度',
  iteration: '迭代',
  accuracy: '精度',
  train: '训练数据',
  test: '测试数据',
  hiddenSize: '隐藏单元数',
  learningRate: '学习率 η',
  seedName: '随机种子',
};

export const learning: Translations<LearningStrings> = { en, 'zh-Hans': zhHans };
