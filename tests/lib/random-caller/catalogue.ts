import type { Phase, Trainer } from '../../../web/engine/api/api-trainer.ts';
import type { Living, World } from './world.ts';

// Every function, constructor, method and property of the API with right arguments.

export interface Entry {
  /** 'softmax', 'errata.quiver', 'new Trainer', 'trainer.step', 'trainer.learningRate=' */
  readonly path: string;
  /** The class of the object whose method or property it is. */
  readonly on?: keyof Living;
  /** What the API calls its arguments. */
  readonly names: readonly string[];
  readonly args: (world: World, on: never) => readonly unknown[];
  /** Right arguments may be refused all the same: the turn of a phase, a function that is not defined there. */
  readonly mayRefuse?: boolean;
  /** The arrays whose every element must be finite, by the names of the arguments. */
  readonly finite?: readonly string[];
  /** What becomes of what it returns. */
  readonly keeps?: keyof Living;
  /** It takes results of the engine and does not read all of them. */
  readonly results?: boolean;
  /** A number as large as the engine allows would take forever. */
  readonly unbounded?: boolean;
}

type Arguments<On = never> = (world: World, on: On) => readonly unknown[];
type More = Omit<Entry, 'path' | 'on' | 'names' | 'args'>;

const entry = (path: string, names: string, args: Arguments, more: More = {}): Entry => ({ path, names: names.split(' ').filter(Boolean), args, ...more });

const method = <Kind extends keyof Living>(on: Kind, path: string, names: string, args: Arguments<Living[Kind]>, more: More = {}): Entry => ({
  path: `${on}.${path}`,
  on,
  names: names.split(' ').filter(Boolean),
  args: args as Arguments,
  ...more,
});

const properties = (on: keyof Living, names: string): Entry[] => names.split(' ').map((name) => method(on, name, '', () => []));

const pair = (w: World) => {
  const length = w.dice.whole(1, 5);
  return [w.probabilities(length), w.probabilities(length)];
};

/** Does the phases before it; where one of them is refused, so is record. */
function upToRecord(trainer: Trainer): [] {
  const phases: Partial<Record<Phase, () => unknown>> = {
    'mini-batch': () => trainer.drawMiniBatch(),
    gradient: () => trainer.computeGradient(),
    update: () => trainer.update(),
  };
  try {
    for (let phase = phases[trainer.phase]; phase; phase = phases[trainer.phase]) phase();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return [];
}

const losses: Entry[] = [
  entry('meanSquaredError', 'y t', pair, { finite: ['y', 't'] }),
  entry('crossEntropyError', 'y t rows', (w) => [w.probabilities(6), w.probabilities(6), w.dice.one([1, 2, 3, 6])], { finite: ['y', 't'] }),
  entry('crossEntropyErrorOfLabels', 'y labels', (w) => [w.probabilities(6), w.labels(2, 3)], { finite: ['y'] }),
  entry('squaredErrorTerms', 'y t', pair, { finite: ['y', 't'] }),
  entry('crossEntropyTerms', 'y t', pair, { finite: ['y', 't'] }),
  entry('crossEntropyCurve', 'range count', (w) => [[0, w.dice.real(0.1, 1)], w.dice.whole(2, 9)]),
  entry('softmax', 'a rows', (w) => [w.doubles(6), w.dice.one([1, 2, 3, 6])], { finite: ['a'] }),
  entry('activate', 'activation a', (w) => [w.dice.one(['sigmoid', 'relu', 'tanh']), w.doubles(w.dice.whole(1, 5))]),
  entry('setProbability', 'y index value', (w) => [w.probabilities(4), w.dice.whole(0, 3), w.dice.fraction()], { finite: ['y'] }),
  entry('sampleLosses', 'net data begin end', (w) => [...w.netAndData(), 0, 1]),
  entry('miniBatchLosses', 'sampleLosses options', (w) => [w.floats(6), { batchSize: w.dice.whole(1, 9), batches: w.dice.whole(1, 9), seed: 1 }], { finite: ['sampleLosses'] }),
  entry('histogram', 'values range bins', (w) => [w.doubles(9), w.range(), w.dice.whole(1, 5)]),
  entry('movingAverage', 'values window', (w) => [w.floats(9), w.dice.whole(1, 12)]),
];

const walk = (w: World) => [w.one('field'), w.doubles(2, 0.1, 2), { learningRate: w.dice.one([0, 0.1, 10]), steps: w.dice.whole(1, 9) }] as const;

const calculus: Entry[] = [
  entry('expression', 'source variables', (w) => [w.dice.one(['x', 'x + y', 'pow(x, 3) - y/2', 'max(x, y)']), ['x', 'y']]),
  entry('numericalDerivative', 'f x h scheme', (w) => [w.one('curve'), w.dice.real(0.1, 2), w.dice.one([1e-4, 1, 1e-10]), w.dice.one(['central', 'forward', 'backward'])]),
  entry('numericalGradient', 'f x h', (w) => [w.one('field'), w.doubles(2), w.dice.one([1e-4, 1e3])], { finite: ['x'] }),
  entry('gradientField', 'f grid method', (w) => [w.one('field'), w.grid(), w.dice.one(['numerical', 'exact'])]),
  entry(
    'gradientDescent',
    'f start options',
    (w) => [
      w.one('field'),
      w.doubles(2),
      {
        learningRate: w.dice.one([0, 0.1, 10]),
        steps: w.dice.whole(0, 20),
        optimizer: w.dice.one(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']),
        h: 1e-4,
        method: w.dice.one(['numerical', 'exact']),
      },
    ],
    { mayRefuse: true, finite: ['start'] },
  ),
  entry(
    'basins',
    'f grid minima options',
    (w) => {
      const grid = w.grid();
      return [w.one('field'), grid, w.doubles(2 * w.dice.whole(1, 4)), { learningRate: w.dice.one([0, 0.1, 10]), steps: w.dice.whole(0, 20), begin: 0, end: grid.rows }];
    },
    { finite: ['minima'] },
  ),
  entry('slice', 'f point axis range count', (w) => [w.one('field'), w.doubles(2), w.dice.whole(0, 1), w.range(), w.dice.whole(2, 9)], { finite: ['point'] }),
  entry('secant', 'f x h scheme range', (w) => [w.one('curve'), w.dice.real(0.1, 2), 1e-3, w.dice.one(['central', 'forward', 'backward']), w.range()]),
  entry('derivativeErrors', 'f x options', (w) => [w.one('curve'), w.dice.real(0.1, 2), { scheme: 'forward', largest: 1, smallest: 1e-9, count: w.dice.whole(2, 9) }]),
  entry('flowLine', 'f start options', (w) => [w.one('field'), w.doubles(2), { step: 0.1, points: w.dice.whole(1, 20) }], { finite: ['start'] }),
];

const nets: Entry[] = [
  entry('evaluate', 'net data begin end', (w) => [...w.netAndData(), 0, 1]),
  entry(
    'contributions',
    'net x',
    (w) => {
      const net = w.one('net');
      return [net, w.floats(net.inputSize)];
    },
    { finite: ['x'] },
  ),
  entry('parameterParts', 'net', (w) => [w.one('net')]),
  entry(
    'weightSweep',
    'net x labels options',
    (w) => {
      const { net, x, labels } = w.batch();
      return [net, x, labels, { parameter: w.dice.whole(0, net.parameterCount - 1), range: w.range(), count: w.dice.whole(2, 9), h: 1e-4 }];
    },
    { finite: ['x'] },
  ),
  entry('examine', 'net data options', (w) => [...w.netAndData(), { worst: w.dice.whole(0, 5), begin: 0, end: 1 }]),
  entry(
    'mergeExaminations',
    'a b worst',
    (w) => {
      const one = w.examination();
      return [one, { ...one }, w.dice.whole(0, 5)];
    },
    { results: true },
  ),
  entry('gradientNorms', 'net gradient', (w) => {
    const net = w.one('net');
    return [net, w.floats(net.parameterCount)];
  }),
  entry('difference', 'a b', (w) => [w.doubles(4), w.floats(4)]),
  entry('predictOnGrid', 'net grid data', (w) => [w.netOf(2, w.dice.whole(2, 4)), w.grid(), ...(w.dice.chance(0.5) ? [w.flatData()] : [])]),
  entry('digitFromDrawing', 'ink width height', (w) => [w.labels(24, 256), w.dice.one([4, 6]), w.dice.one([6, 4])], { mayRefuse: true }),
  entry('inputsOfPixels', 'pixels scale', (w) => [w.labels(w.dice.whole(0, 9), 256), w.dice.whole(1, 255)]),
];

const planes: Entry[] = [
  entry('planeThrough', 'start between now seed', (w) => [w.floats(5), w.floats(5), w.floats(5), w.dice.whole(0, 9)], { finite: ['start', 'between', 'now'] }),
  entry('planeOfWeights', 'net first second', (w) => [w.one('net'), 0, w.dice.whole(1, 3)]),
  entry('planeOfRandomDirections', 'net seed', (w) => [w.one('net'), w.dice.whole(0, 9)]),
  entry('planeOfPrincipalComponents', 'points parameterCount seed', (w) => [w.floats(12), w.dice.one([2, 3, 4, 6]), w.dice.whole(0, 9)], { finite: ['points'] }),
  entry('project', 'plane points', (w) => [w.plane(4), w.floats(4 * w.dice.whole(1, 3))], { finite: ['plane', 'points'] }),
  entry(
    'lossSurface',
    'net plane x labels grid',
    (w) => {
      const { net, x, labels } = w.batch();
      return [net, w.plane(net.parameterCount), x, labels, w.grid()];
    },
    { finite: ['plane', 'x'] },
  ),
  entry(
    'runSurface',
    'net path x labels options',
    (w) => {
      const { net, x, labels } = w.batch();
      const path = w.dice.chance(0.5) ? w.pathOf(net) : w.floats(net.parameterCount * w.dice.whole(1, 4));
      const plane = w.dice.one([{ kind: 'path' }, { kind: 'random' }, { kind: 'principal' }, { kind: 'weights', first: 0, second: 2 }]);
      return [net, path, x, labels, { columns: w.dice.whole(1, 4), rows: w.dice.whole(1, 4), seed: w.dice.whole(0, 9), plane }];
    },
    { finite: ['path', 'x'] },
  ),
];

const weights = (w: World) => [w.doubles(6), w.doubles(2), w.dice.whole(0, 2)];

const chapter: Entry[] = [
  entry('simpleNet.random', 'seed', (w) => [w.dice.whole(0, 9)]),
  entry('simpleNet.evaluate', 'W x label h', (w) => [...weights(w), 1e-4], { finite: ['W', 'x'] }),
  entry('simpleNet.nudge', 'W x label weight h', (w) => [...weights(w), w.dice.whole(0, 5), w.dice.one([0.1, -0.1])], { finite: ['W', 'x'] }),
  entry('errata.quiver', 'f grid', (w) => [w.one('field'), { ...w.grid(), columns: 3 }]),
  entry('errata.integerGradient', 'f x h', (w) => [w.one('field'), Int32Array.of(w.dice.whole(-3, 3), w.dice.whole(-3, 3)), 1e-4]),
  entry('errata.crossedUpdate', 'f start options', walk, { finite: ['start'] }),
  entry('errata.overwrittenStart', 'f start options', walk, { finite: ['start'] }),
  entry('errata.missingLastPoint', 'f start options', walk, { finite: ['start'] }),
  entry('errata.softmaxOfBatch', 'a rows', (w) => [w.doubles(6), w.dice.one([1, 2, 3, 6])], { finite: ['a'] }),
  entry(
    'errata.training',
    'mistake data options',
    (w) => [
      w.dice.one(['summed-loss', 'unit-weights', 'loss-inside-loop']),
      w.one('data'),
      { iterations: w.dice.whole(1, 20), hiddenSize: 2, batchSize: 3, learningRate: 0.1, seed: 1 },
    ],
    { keeps: 'training' },
  ),
  entry(
    'errata.gradientOfWrongMatrix',
    'net x labels',
    (w) => {
      const { net, x, labels } = w.batch();
      return [net, x, labels];
    },
    { finite: ['x'] },
  ),
  entry('errata.labelShape', 'y labels', (w) => [w.probabilities(6), w.labels(2, 3)], { finite: ['y'] }),
  method('training', 'run', 'iterations', (w) => [w.dice.whole(0, 5)]),
  method('training', 'runs', '', () => []),
];

const objects: Entry[] = [
  entry('new TwoLayerNet', 'options', (w) => [w.netOptions()], { keeps: 'net' }),
  entry('TwoLayerNet.fromJson', 'text options', (w) => [w.netOf(2, 2).toJson(), { activation: w.dice.one(['sigmoid', 'relu', 'tanh']) }], { keeps: 'net' }),
  entry('TwoLayerNet.fromNpz', 'bytes options', (w) => [w.netOf(2, 2).toNpz(), { activation: w.dice.one(['sigmoid', 'relu', 'tanh']) }], { keeps: 'net' }),
  entry('new Trainer', 'net train options', (w) => [...w.netAndData(), w.trainerOptions()], { keeps: 'trainer' }),
  entry('new ParameterPath', 'options', (w) => [{ capacity: w.dice.whole(4, 9), stride: w.dice.whole(1, 3) }], { keeps: 'path' }),
  entry('Dataset.fromIdx', 'images labels options', (w) => [...w.idx(), w.idxOptions()], { keeps: 'data' }),
  entry('Dataset.fromPoints', 'inputs labels inputSize classes', (w) => w.points(), { keeps: 'data', finite: ['inputs'] }),
  entry('Dataset.fromValues', 'values labels inputSize classes', (w) => w.values(), { keeps: 'data', finite: ['values'] }),
  entry('Dataset.toy', 'name options', (w) => [w.dice.one(['circle', 'xor', 'gauss', 'spiral']), w.toyOptions()], { keeps: 'data' }),
  entry('Dataset.toyAbove', 'f range options', (w) => [w.one('curve'), w.range(), w.toyOptions()], { keeps: 'data', mayRefuse: true }),

  method('curve', 'evaluate', 'x', (w) => [w.doubles(1)], { finite: [] }),
  method('curve', 'gradient', 'x', (w) => [w.doubles(1)], { finite: [] }),
  method('curve', 'undefinedAt', 'x', (w) => [w.doubles(1)], { finite: [] }),

  method('net', 'getParameters', '', () => []),
  method('net', 'toJson', '', () => []),
  method('net', 'toNpz', '', () => []),
  method('net', 'setParameters', 'parameters', (w, net) => [w.floats(net.parameterCount)], { finite: ['parameters'] }),
  ...['predict', 'forward'].map((name) => method('net', name, 'x', (w, net) => [w.batch(net).x], { finite: ['x'] })),
  ...['loss', 'gradient'].map((name) =>
    method(
      'net',
      name,
      'x labels',
      (w, net) => {
        const { x, labels } = w.batch(net);
        return [x, labels];
      },
      { finite: ['x'] },
    ),
  ),
  method(
    'net',
    'numericalGradient',
    'x labels options',
    (w, net) => {
      const { x, labels } = w.batch(net);
      return [x, labels, { h: 1e-4, method: w.dice.one(['naive', 'incremental']), parameters: w.indices(net.parameterCount) }];
    },
    { finite: ['x'] },
  ),
  method('net', 'accuracy', 'data', (w) => [w.one('data')], { mayRefuse: true }),
  ...properties('net', 'inputSize hiddenSize outputSize parameterCount activation'),

  ...['inputs', 'values', 'labels', 'pixels', 'subset'].map((name) =>
    method('data', name, 'indices', (w, data) => [w.indices(data.size)], { mayRefuse: name === 'pixels', ...(name === 'subset' && { keeps: 'data' as const }) }),
  ),
  method('data', 'classCounts', '', () => []),
  method('data', 'split', 'testFraction seed', (w) => [w.dice.real(0.01, 0.99), w.dice.whole(0, 9)], { mayRefuse: true, keeps: 'data' }),
  ...properties('data', 'size inputSize classes hasPixels scale classLabels inputScales'),

  ...['step', 'drawMiniBatch', 'computeGradient', 'update', 'snapshot'].map((name) => method('trainer', name, '', () => [], { mayRefuse: true })),
  // Only after the other phases, which hardly ever come about by chance.
  method('trainer', 'record', '', (w, trainer) => (w.dice.chance(0.5) ? upToRecord(trainer) : []), { mayRefuse: true }),
  ...['stepOn', 'takeMiniBatch'].map((name) => method('trainer', name, 'indices', () => [Uint32Array.of(0)], { mayRefuse: true })),
  method('trainer', 'run', 'iterations', (w) => [w.dice.whole(0, 9)], { mayRefuse: true, unbounded: true }),
  method('trainer', 'losses', 'from', (w, trainer) => [w.dice.whole(0, trainer.iteration)]),
  method('trainer', 'restore', 'snapshot losses', (_, trainer) => [trainer.snapshot(), trainer.losses()], { mayRefuse: true }),
  method('trainer', 'learningRate=', 'learningRate', (w) => [w.dice.one([0, 0.1, 1])]),
  ...properties('trainer', 'iteration diverged divergedAt iterationsPerEpoch phase learningRate miniBatch lastGradient'),

  // After the last point kept, or an engine that is told of two mistakes names the iteration alone.
  method('path', 'record', 'iteration parameters', (w, path) => [(path.points().at(-1)?.iteration ?? -1) + w.dice.whole(1, 9), w.floats(3)], {
    mayRefuse: true,
    finite: ['parameters'],
  }),
  method('path', 'rewind', 'iteration', (w) => [w.dice.whole(0, 99)]),
  method('path', 'points', '', () => []),
  ...properties('path', 'stride'),

  ...(['curve', 'net', 'data', 'trainer', 'path', 'training'] as const).map((kind) => method(kind, 'delete', '', () => [])),
];

export const catalogue: readonly Entry[] = [...losses, ...calculus, ...nets, ...planes, ...chapter, ...objects];
