import type { ActivationName, OptimizerName, ToyName } from '../../engine/api.ts';
import type { RunData, RunSettings } from '../../engine/protocol.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, problemsOf, readName, readNumber } from '../shared/reading.ts';

export const stateAttributes = ['data', 'hidden-size', 'activation', 'weight-init', 'batch-size', 'learning-rate', 'optimizer', 'seed', 'log'];

export const dataNames = ['digits', 'circle', 'xor', 'gauss', 'spiral'] as const;
export type DataName = (typeof dataNames)[number];
export const activations: readonly ActivationName[] = ['sigmoid', 'relu', 'tanh'];
export const optimizers: readonly OptimizerName[] = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];
/** Standard deviations of the first weights: the book's, the post's, Glorot's. */
export const weightInits = ['0.01', '1', 'xavier'] as const;
export type WeightInit = (typeof weightInits)[number];

export const hiddenRule = { attribute: 'hidden-size', lowest: 1, highest: 1024, integer: true, fallback: 50 };
export const batchRule = { attribute: 'batch-size', lowest: 1, highest: 8000, integer: true, fallback: 100 };
export const rateRule = { attribute: 'learning-rate', lowest: 0, highest: 100, fallback: 0.1 };
export const seedRule = { attribute: 'seed', lowest: 0, highest: 999_999, integer: true, fallback: 1 };

const toySize = 1000;
const toyNoise = 0.1;

export interface State {
  readonly data: DataName;
  readonly hiddenSize: number;
  readonly activation: ActivationName;
  readonly weightInit: WeightInit;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  readonly seed: number;
  /** The loss on a logarithmic scale. */
  readonly log: boolean;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const data = readName('data', attribute('data'), dataNames, 'digits');
  const images = data.value === 'digits';
  const hiddenSize = readNumber(attribute('hidden-size'), { ...hiddenRule, fallback: images ? hiddenRule.fallback : 16 });
  const activation = readName('activation', attribute('activation'), activations, images ? 'sigmoid' : 'tanh');
  const weightInit = readName('weight-init', attribute('weight-init'), weightInits, images ? '0.01' : 'xavier');
  const batchSize = readNumber(attribute('batch-size'), { ...batchRule, fallback: images ? batchRule.fallback : 20 });
  const learningRate = readNumber(attribute('learning-rate'), rateRule);
  const optimizer = readName('optimizer', attribute('optimizer'), optimizers, 'sgd');
  const seed = readNumber(attribute('seed'), seedRule);
  return {
    data: data.value,
    hiddenSize: hiddenSize.value,
    activation: activation.value,
    weightInit: weightInit.value,
    batchSize: batchSize.value,
    learningRate: learningRate.value,
    optimizer: optimizer.value,
    seed: seed.value,
    log: attribute('log') !== null,
    problems: problemsOf(data, hiddenSize, activation, weightInit, batchSize, learningRate, optimizer, seed),
  };
}

export function toyData(name: ToyName, seed: number): RunData {
  return { kind: 'toy', name, size: toySize, noise: toyNoise, seed };
}

export function settingsOf(state: State): RunSettings {
  const { hiddenSize, activation, weightInit, batchSize, learningRate, optimizer, seed } = state;
  return {
    testFraction: 0.2,
    hiddenSize,
    activation,
    weightInitStd: weightInit === 'xavier' ? 0 : Number(weightInit),
    xavier: weightInit === 'xavier',
    batchSize,
    learningRate,
    optimizer,
    gradient: 'backprop',
    sampling: 'with-replacement',
    seed,
  };
}

/** Equal for two states between which a run can go on: the learning rate may change under way. */
export function runKey({ data, hiddenSize, activation, weightInit, batchSize, optimizer, seed }: State): string {
  return [data, hiddenSize, activation, weightInit, batchSize, optimizer, seed].join(' ');
}
