import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../web/engine/api/downhill.ts';
import { bowl, bytes, doubles, engine, floats, thrownBy } from './engine.ts';

const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 2 };
const net = new engine.TwoLayerNet(sizes);
const data = engine.Dataset.toy('xor', { size: 20 });
const line = engine.expression('x', ['x']);
const grid = { x0: [0, 1] as [number, number], x1: [0, 1] as [number, number], columns: 2, rows: 2 };
const surface = { columns: 2, rows: 2, seed: 1 };

/** Arguments that TypeScript would refuse. */
const any = <T>(value: unknown): T => value as T;

/** Every function that takes options, with one more. */
const takers: Record<string, (more: object) => unknown> = {
  TwoLayerNet: (more) => new engine.TwoLayerNet({ ...sizes, ...more }),
  Trainer: (more) => new engine.Trainer(net, data, { ...more }),
  ParameterPath: (more) => new engine.ParameterPath({ ...more }),
  toy: (more) => engine.Dataset.toy('xor', { ...more }),
  toyAbove: (more) => engine.Dataset.toyAbove(line, [0, 1], { ...more }),
  numericalGradient: (more) => net.numericalGradient(floats(1, 2), bytes(1), { ...more }),
  gradientDescent: (more) => engine.gradientDescent(bowl, doubles(1, 1), { ...more }),
  basins: (more) => engine.basins(bowl, grid, doubles(0, 0), { ...more }),
  derivativeErrors: (more) => engine.derivativeErrors(line, 1, { ...more }),
  flowLine: (more) => engine.flowLine(bowl, doubles(1, 1), { ...more }),
  miniBatchLosses: (more) => engine.miniBatchLosses(floats(1, 2), { batchSize: 1, batches: 1, seed: 1, ...more }),
  weightSweep: (more) => engine.weightSweep(net, floats(1, 2), bytes(1), { parameter: 0, range: [0, 1], count: 2, ...more }),
  examine: (more) => engine.examine(net, data, { ...more }),
  runSurface: (more) => engine.runSurface(net, net.getParameters(), floats(1, 2), bytes(1), { ...surface, ...more }),
  'errata.crossedUpdate': (more) => engine.errata.crossedUpdate(bowl, doubles(1, 1), { learningRate: 0.1, steps: 2, ...more }),
  'errata.training': (more) => engine.errata.training('summed-loss', data, { iterations: 1, ...more }),
};

describe('an option that there is not is refused by name', () => {
  test.each(Object.entries(takers))('%s', (_, take) => {
    take({});
    const error = thrownBy(() => take({ colour: 'red' }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^there is no option colour; allowed are \w+(, \w+)*$/);
  });

  test('a grid', () => {
    expect(thrownBy(() => engine.gradientField(bowl, any({ ...grid, column: 3 }))).message).toBe('there is no option grid.column; did you mean grid.columns?');
    expect(thrownBy(() => engine.predictOnGrid(net, any({ ...grid, z: 3 }))).message).toBe('there is no option grid.z; allowed are grid.x0, grid.x1, grid.columns, grid.rows');
  });

  test('a plane of a surface', () => {
    const chosen = (plane: unknown) => thrownBy(() => takers.runSurface?.({ plane })).message;
    expect(chosen({ kind: 'path', first: 0 })).toBe('there is no option plane.first; allowed are plane.kind');
    expect(chosen({ kind: 'weights', first: 0, secnd: 1 })).toBe('there is no option plane.secnd; did you mean plane.second?');
  });

  test('loadEngine', async () => {
    await expect(loadEngine(any({ wasmURL: 'x' }))).rejects.toThrow('there is no option wasmURL; did you mean wasmUrl?');
  });
});

describe('the nearest known option is offered', () => {
  const cases: [given: string, message: string][] = [
    ['learning_rate', 'there is no option learning_rate; did you mean learningRate?'],
    ['LearningRate', 'there is no option LearningRate; did you mean learningRate?'],
    ['batchsize', 'there is no option batchsize; did you mean batchSize?'],
    ['optimiser', 'there is no option optimiser; did you mean optimizer?'],
    ['lr', 'there is no option lr; allowed are batchSize, learningRate, seed, gradient, optimizer, h, sampling'],
    ['constructor', 'there is no option constructor; allowed are batchSize, learningRate, seed, gradient, optimizer, h, sampling'],
  ];
  test.each(cases)('%s', (given, message) => {
    expect(thrownBy(() => takers.Trainer?.({ [given]: 5 })).message).toBe(message);
  });

  test('activaton', () => {
    expect(thrownBy(() => takers.TwoLayerNet?.({ activaton: 'relu' })).message).toBe('there is no option activaton; did you mean activation?');
  });
});

describe('a name that is none is refused with those that there are', () => {
  const cases: [call: () => unknown, message: string][] = [
    [() => takers.TwoLayerNet?.({ activation: 'Relu' }), 'activation is "Relu"; allowed is "sigmoid", "relu" or "tanh"'],
    [() => takers.Trainer?.({ gradient: 'fast' }), 'gradient is "fast"; allowed is "backprop" or "numerical"'],
    [() => takers.Trainer?.({ sampling: 'all' }), 'sampling is "all"; allowed is "with-replacement" or "epochs"'],
    [() => takers.Trainer?.({ optimizer: 'SGD' }), 'optimizer is "SGD"; allowed is "sgd", "momentum", "nesterov", "adagrad", "rmsprop" or "adam"'],
    [() => takers.numericalGradient?.({ method: 'exact' }), 'method is "exact"; allowed is "naive" or "incremental"'],
    [() => engine.Dataset.toy(any('moons')), 'name is "moons"; allowed is "circle", "xor", "gauss" or "spiral"'],
    [() => engine.numericalDerivative(line, 1, 1e-4, any('middle')), 'scheme is "middle"; allowed is "central", "forward" or "backward"'],
    [() => takers.runSurface?.({ plane: { kind: 'flat' } }), 'plane.kind is "flat"; allowed is "path", "weights", "random" or "principal"'],
  ];
  test.each(cases)('%#', (call, message) => {
    const error = thrownBy(call);
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe(message);
  });
});

describe('a number that is none, or none that can be, is refused by the name of its option', () => {
  const numbers: [taker: string, option: string, values: number[]][] = [
    ['Trainer', 'learningRate', [Number.NaN, Infinity, -1]],
    ['Trainer', 'batchSize', [Number.NaN, Infinity, -1, 0, 0.5, 2 ** 53, 1e9]],
    ['Trainer', 'seed', [Number.NaN, Infinity, -1, 0.5, 2 ** 53]],
    ['Trainer', 'h', [Number.NaN, Number('1e400'), -1, 0, -0]],
    ['TwoLayerNet', 'hiddenSize', [Number.NaN, Infinity, -1, 0, -0, 2.5, 2 ** 53, 1e9, 2 ** 32 + 3]],
    ['TwoLayerNet', 'weightInitStd', [Number.NaN, Infinity, -1, 1e308]],
    ['toy', 'size', [Number.NaN, Infinity, -1, 0, 1, 0.5, 1e9]],
    ['toy', 'noise', [Number.NaN, Infinity, -1, 2]],
    ['gradientDescent', 'learningRate', [Number.NaN, Infinity, -1]],
    ['gradientDescent', 'steps', [Number.NaN, Infinity, -1, 0.5, 1e9]],
    ['derivativeErrors', 'count', [Number.NaN, Infinity, 1, 0.5, 1e9]],
    ['flowLine', 'points', [Number.NaN, Infinity, -1, 0, 0.5, 1e9]],
    ['miniBatchLosses', 'batches', [Number.NaN, Infinity, -1, 0, 0.5, 1e9]],
    ['weightSweep', 'parameter', [Number.NaN, Infinity, -1, 0.5, 1e9]],
    ['weightSweep', 'count', [Number.NaN, Infinity, 1, 0.5, 1e9]],
    ['examine', 'end', [Number.NaN, Infinity, -1, 0.5, 1e9]],
    ['runSurface', 'columns', [Number.NaN, Infinity, -1, 0, 0.5, 1e9]],
    ['ParameterPath', 'capacity', [Number.NaN, Infinity, -1, 0, 0.5, 2 ** 53]],
    ['errata.training', 'iterations', [Number.NaN, Infinity, -1, 0, 0.5, 1e9]],
  ];
  test.each(numbers)('%s %s', (taker, option, values) => {
    for (const value of values) {
      const error = thrownBy(() => takers[taker]?.({ [option]: value }));
      expect(error, String(value)).toBeInstanceOf(RangeError);
      expect(error.message, String(value)).toMatch(new RegExp(`^${option} is .*; allowed is `));
    }
  });

  test('sizes that are allowed alone are refused together by their names', () => {
    expect(thrownBy(() => new engine.TwoLayerNet({ inputSize: 60_000, hiddenSize: 60_000, outputSize: 2 })).message).toMatch(
      /inputSize·hiddenSize.*is 3600180002; allowed is at most 50000000/,
    );
  });

  test('what is no whole number is not told of whole numbers below 0, where none of them is allowed', () => {
    const calls: [call: () => unknown, allowed: string][] = [
      [() => takers.TwoLayerNet?.({ hiddenSize: 2.5 }), '1 to 2147483647'],
      [() => takers.gradientDescent?.({ steps: -(2 ** 40) }), '0 to 2147483647'],
      [() => engine.histogram(doubles(1), [0, 1], 0.5), '1 to 2147483647'],
      [() => engine.slice(bowl, doubles(0, 0), 0.5, [0, 1], 3), '0 to 2147483647'],
    ];
    for (const [call, allowed] of calls) expect(thrownBy(call).message).toMatch(new RegExp(`; allowed is a whole number from ${allowed}$`));
    expect(thrownBy(() => takers.TwoLayerNet?.({ hiddenSize: -1 })).message).toBe('hiddenSize is -1; allowed is a whole number from 1 to 65536');
  });

  test('−0 is 0', () => {
    const seeded = (seed: number) => [...new engine.TwoLayerNet({ ...sizes, seed }).getParameters()];
    expect(seeded(-0)).toEqual(seeded(0));
  });
});

test('what is no plain object has no options', () => {
  for (const [given, called] of [
    [new Map([['learningRate', 5]]), 'a Map'],
    [[5], 'an Array'],
    [new Float64Array(1), 'a Float64Array'],
    [net, 'a TwoLayerNet'],
    [() => 1, 'a function'],
  ] as const) {
    expect(thrownBy(() => new engine.Trainer(net, data, any(given))).message).toBe(`options is ${called}; allowed is an object`);
  }
});

test('an option is seen wherever its object has it, and refused where there is none of that name', () => {
  // Getters may be inherited, and methods are no options.
  class Settings {
    get batchSize() {
      return 3;
    }
    describe() {
      return 'three';
    }
  }
  expect(new engine.Trainer(net, data, new Settings()).drawMiniBatch()).toHaveLength(3);
  expect(new engine.Trainer(net, data, Object.create(null)).drawMiniBatch()).toHaveLength(100);
  class Misspelt extends Settings {
    get learning_rate() {
      return 5;
    }
  }
  const hidden = Object.defineProperty({}, 'learning_rate', { value: 5, enumerable: false });
  for (const given of [Object.create({ learning_rate: 5 }), new Misspelt(), hidden, Object.create(Object.create(null, { learning_rate: { value: 5 } }))]) {
    expect(thrownBy(() => new engine.Trainer(net, data, any(given))).message).toBe('there is no option learning_rate; did you mean learningRate?');
  }
  const endless: object = new Proxy({}, { getPrototypeOf: () => endless });
  expect(thrownBy(() => new engine.Trainer(net, data, any(endless))).message).toMatch(/^options cannot be read/);
});

test('what the engine says in the words of C++ arrives in those of the API', () => {
  expect(thrownBy(() => data.split(2, 1)).message).toBe('testFraction is 2; allowed is a number between 0 and 1');
  expect(thrownBy(() => engine.Dataset.toyAbove(line, [1, 0])).message).toBe('range[1] is 0; allowed is a finite number above range[0]');
});
