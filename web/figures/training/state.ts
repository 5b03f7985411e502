import type { Camera } from '../../draw/relief-projection.ts';
import type { ActivationName, OptimizerName, PlaneChoice, ToyName } from '../../engine/api/api.ts';
import { activations } from '../../engine/api/net-file.ts';
import type { RunData, RunSettings } from '../../engine/protocol/run-types.ts';
import type { Problem } from '../../i18n/shared.ts';
import { drawingRule, type Stroke } from '../base/controls/strokes.ts';
import { type Attributes, type ListRule, problemsOf, readList, readName, readNumber } from '../base/state/reading.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { optimizers } from '../learning/optimizers.ts';
import { batchRule, hiddenRule, rateRule, seedRule } from '../learning/rules.ts';
import { mostClasses, mostPoints, nameOf, type OwnPoint, pointOf } from './own-points.ts';

export const stateAttributes = [
  'data',
  'hidden-size',
  'activation',
  'weight-init',
  'batch-size',
  'learning-rate',
  'optimizer',
  'seed',
  'points',
  'classes',
  'scale',
  'upright',
  'plane',
  'first-weight',
  'second-weight',
  'view',
  'turn',
  'tilt',
  'log',
  'full-speed',
  'drawing',
];

/** `points`: the reader's own, in the attribute of that name; `files`: IDX files, which no link can hold. */
export const dataNames = ['digits', 'circle', 'xor', 'gauss', 'spiral', 'points', 'files'] as const;
export type DataName = (typeof dataNames)[number];
export const planes = ['path', 'principal', 'random', 'weights'] as const;
/** How the loss on the plane is drawn: by contours, or as the height of a landscape. */
export const views = ['map', 'landscape'] as const;
/** Standard deviations of the initial weights: the book's, the post's, Glorot's. */
export const weightInits = ['0.01', '1', 'xavier'] as const;
export type WeightInit = (typeof weightInits)[number];

/** The number of a parameter; how many there are depends on the net, so its worker tells of one that is too large. */
export const firstWeightRule = { attribute: 'first-weight', lowest: 0, highest: 2_000_000, integer: true, fallback: 0 };
export const secondWeightRule = { ...firstWeightRule, attribute: 'second-weight', fallback: 1 };
/** Of the landscape: degrees about the vertical, and of the eye above the ground. */
export const turnRule = { attribute: 'turn', lowest: -180, highest: 180, fallback: 30 };
export const tiltRule = { attribute: 'tilt', lowest: 10, highest: 90, fallback: 28 };
const pointsRule: ListRule<OwnPoint> = { attribute: 'points', most: mostPoints, example: '0.5,-0.2,1', entry: pointOf };
const classesRule: ListRule<string> = { attribute: 'classes', most: mostClasses, example: 'setosa,versicolor', separator: ',', entry: nameOf };
/** The pixel that is an input of 1, in images of the reader's. */
export const scaleRule = { attribute: 'scale', lowest: 1, highest: 255, integer: true, fallback: 255 };

/** Of the page's digits. */
export const pixels = 784;
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
  /** The reader's own points. */
  readonly points: readonly OwnPoint[];
  /** What their classes are called; those without a name are 0, 1 … */
  readonly classNames: readonly string[];
  /** Of the reader's images; undefined for what their largest pixel stands for. */
  readonly scale: number | undefined;
  /** They are transposed. */
  readonly upright: boolean;
  /** Through parameter space, on which the loss is drawn. */
  readonly plane: PlaneChoice;
  readonly view: (typeof views)[number];
  readonly camera: Camera;
  /** The loss on a logarithmic scale. */
  readonly log: boolean;
  /** From the first iteration on; else it gathers pace. */
  readonly fullSpeed: boolean;
  /** The reader's own digit. */
  readonly strokes: readonly Stroke[];
  readonly problems: readonly Problem[];
}

/** Images, not points of the plane. */
export const isOfImages = (data: State['data']): boolean => data === 'digits' || data === 'files';

/** `inputs`: of the net, where the reader's files have other images than the page's. */
export function readState(attribute: Attributes, inputs = pixels): State {
  const data = readName('data', attribute('data'), dataNames, 'digits');
  const images = isOfImages(data.value);
  const hiddenSize = readNumber(attribute('hidden-size'), { ...hiddenRule, fallback: images ? hiddenRule.fallback : 16 });
  const activation = readName('activation', attribute('activation'), activations, images ? 'sigmoid' : 'tanh');
  const weightInit = readName('weight-init', attribute('weight-init'), weightInits, images ? '0.01' : 'xavier');
  const batchSize = readNumber(attribute('batch-size'), { ...batchRule, fallback: images ? batchRule.fallback : 20 });
  const learningRate = readNumber(attribute('learning-rate'), rateRule);
  const optimizer = readName('optimizer', attribute('optimizer'), optimizers, 'sgd');
  const seed = readNumber(attribute('seed'), seedRule);
  const points = readList(attribute('points'), pointsRule);
  const classNames = readList(attribute('classes'), classesRule);
  const scale = attribute('scale') === null ? undefined : readNumber(attribute('scale'), scaleRule);
  const plane = readName('plane', attribute('plane'), planes, 'path');
  // W2 follows W1 and b1; its first two weights lead from the first hidden unit to the first two classes.
  const outputWeights = ((images ? inputs : 2) + 1) * hiddenSize.value;
  const first = readNumber(attribute('first-weight'), { ...firstWeightRule, fallback: outputWeights });
  const second = readNumber(attribute('second-weight'), { ...secondWeightRule, fallback: outputWeights + 1 });
  const view = readName('view', attribute('view'), views, 'map');
  const turn = readNumber(attribute('turn'), turnRule);
  const tilt = readNumber(attribute('tilt'), tiltRule);
  const strokes = readList(attribute('drawing'), drawingRule);
  return {
    data: data.value,
    hiddenSize: hiddenSize.value,
    activation: activation.value,
    weightInit: weightInit.value,
    batchSize: batchSize.value,
    learningRate: learningRate.value,
    optimizer: optimizer.value,
    seed: seed.value,
    points: points.value,
    classNames: classNames.value,
    scale: scale?.value,
    upright: attribute('upright') !== null,
    plane: plane.value === 'weights' ? { kind: 'weights', first: first.value, second: second.value } : { kind: plane.value },
    view: view.value,
    camera: { turn: turn.value, tilt: tilt.value },
    log: attribute('log') !== null,
    fullSpeed: attribute('full-speed') !== null,
    strokes: strokes.value,
    problems: problemsOf(
      data,
      hiddenSize,
      activation,
      weightInit,
      batchSize,
      learningRate,
      optimizer,
      seed,
      points,
      classNames,
      ...(scale ? [scale] : []),
      plane,
      first,
      second,
      view,
      turn,
      tilt,
      strokes,
    ),
  };
}

export function toyData(name: ToyName, seed: number): RunData {
  return { kind: 'toy', name, size: toySize, noise: toyNoise, seed };
}

export function settingsOf(state: State): RunSettings {
  const { hiddenSize, activation, weightInit, batchSize, learningRate, optimizer, seed } = state;
  return {
    ...chapterSettings,
    hiddenSize,
    activation,
    weightInitStd: weightInit === 'xavier' ? 0 : Number(weightInit),
    xavier: weightInit === 'xavier',
    batchSize,
    learningRate,
    optimizer,
    seed,
  };
}

/** Equal for two states between which a run can go on: the learning rate may change under way. */
export function runKey(state: State): string {
  return `${weightsKey(state)} ${state.batchSize} ${state.optimizer}`;
}

/** Equal for two states whose nets begin with the same weights. */
export function weightsKey({ data, points, classNames, scale, upright, hiddenSize, activation, weightInit, seed }: State): string {
  const own = data === 'points' ? [points.join(';'), classNames.join()] : data === 'files' ? [scale, upright] : [];
  return [data, ...own, hiddenSize, activation, weightInit, seed].join(' ');
}
