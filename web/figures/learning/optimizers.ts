import type { OptimizerName } from '../../engine/api/api.ts';

/** All of them, the simplest first, as they are written in either language. */
export const optimizerNames: Readonly<Record<OptimizerName, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adagrad: 'AdaGrad',
  rmsprop: 'RMSProp',
  adam: 'Adam',
};

export const optimizers = Object.keys(optimizerNames) as readonly OptimizerName[];
