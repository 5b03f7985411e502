import { describe, expect, test } from 'vitest';
import { bowl, bytes, doubles, engine, floats, indices, thrownBy } from './engine.ts';

const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2 });
const data = engine.Dataset.toy('xor', { size: 20 });
const trainer = new engine.Trainer(net, data, { batchSize: 4 });
const cube = engine.expression('x^3', ['x']);
const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 2 };
const grid = { x0: [0, 1] as [number, number], x1: [0, 1] as [number, number], columns: 2, rows: 2 };

/** Arguments that TypeScript would refuse. */
const any = <T>(value: unknown): T => value as T;

describe('of the wrong kind: TypeError', () => {
  const cases: Record<string, () => unknown> = {
    'an array for a typed array': () => engine.meanSquaredError(any([1]), doubles(1)),
    'another typed array': () => engine.meanSquaredError(any(floats(1)), doubles(1)),
    nothing: () => engine.softmax(any(undefined)),
    'arrays of two lengths': () => engine.meanSquaredError(doubles(1, 2), doubles(1)),
    'values that are no whole rows': () => engine.softmax(doubles(1, 2, 3), 2),
    'a string for a number': () => engine.numericalDerivative(cube, any('1')),
    'null for options': () => engine.gradientDescent(bowl, doubles(1, 1), any(null)),
    'a string for an option': () => engine.gradientDescent(bowl, doubles(1, 1), { steps: any('3') }),
    'a number for a name': () => engine.gradientDescent(bowl, doubles(1, 1), { optimizer: any(3) }),
    'a number for an expression': () => engine.expression(any(3), ['x']),
    'a string for the variables': () => engine.expression('x', any('x')),
    'something else for an Expression': () => engine.numericalGradient(any({}), doubles(1)),
    'a point of the wrong dimension': () => engine.numericalGradient(bowl, doubles(1)),
    'a function of two variables': () => engine.numericalDerivative(bowl, 1),
    'a net without sizes': () => new engine.TwoLayerNet(any({})),
    'a net without options': () => new engine.TwoLayerNet(any(undefined)),
    'rows that do not fit the net': () => net.predict(floats(1, 2, 3)),
    'too few labels': () => net.loss(floats(1, 2), bytes()),
    'parameters of another length': () => net.setParameters(floats(1)),
    'a net that does not fit the data': () => new engine.Trainer(new engine.TwoLayerNet({ ...sizes, inputSize: 5 }), data),
    'no data': () => new engine.Trainer(net, any(undefined)),
    'a grid without ends': () => engine.gradientField(bowl, any({ columns: 2, rows: 2 })),
    'pixels of a set that has none': () => data.pixels(indices(0)),
    'five weights': () => engine.simpleNet.evaluate(doubles(1, 2, 3, 4, 5), doubles(1, 2), 0),
  };
  for (const [name, call] of Object.entries(cases)) {
    test(name, () => {
      const error = thrownBy(call);
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message.length).toBeGreaterThan(10);
    });
  }
});

describe('outside what is allowed: RangeError', () => {
  const cases: Record<string, () => unknown> = {
    'no values': () => engine.softmax(doubles()),
    'no rows': () => engine.softmax(doubles(1), 0),
    'half a row': () => engine.softmax(doubles(1), 0.5),
    'a label past the classes': () => engine.crossEntropyErrorOfLabels(doubles(0.5, 0.5), bytes(2)),
    'no labels': () => engine.crossEntropyErrorOfLabels(doubles(0.5), bytes()),
    'h of 0': () => engine.numericalDerivative(cube, 1, 0),
    'h that is NaN': () => engine.numericalDerivative(cube, 1, Number.NaN),
    'x that is infinite': () => engine.numericalDerivative(cube, Number.POSITIVE_INFINITY),
    'a scheme that is none': () => engine.numericalDerivative(cube, 1, 1e-4, any('sideways')),
    'a grid without columns': () => engine.gradientField(bowl, { ...grid, columns: 0 }),
    'a grid with half a column': () => engine.gradientField(bowl, { ...grid, columns: 1.5 }),
    'an optimiser that is none': () => engine.gradientDescent(bowl, doubles(1, 1), { optimizer: any('magic') }),
    'fewer than no steps': () => engine.gradientDescent(bowl, doubles(1, 1), { steps: -1 }),
    'a size of 0': () => new engine.TwoLayerNet({ ...sizes, hiddenSize: 0 }),
    'a size that would wrap': () => new engine.TwoLayerNet({ ...sizes, hiddenSize: 2 ** 32 + 3 }),
    'half a size': () => new engine.TwoLayerNet({ ...sizes, hiddenSize: 2.5 }),
    'a seed below 0': () => new engine.TwoLayerNet({ ...sizes, seed: -1 }),
    'a seed that is no whole number': () => new engine.TwoLayerNet({ ...sizes, seed: 0.5 }),
    'a seed above 2⁵³−1': () => new engine.TwoLayerNet({ ...sizes, seed: 2 ** 53 }),
    'an activation that is none': () => new engine.TwoLayerNet({ ...sizes, activation: any('step') }),
    'no rows for the net': () => net.predict(floats()),
    'two samples where one is meant': () => engine.contributions(net, floats(1, 2, 3, 4)),
    'a label past the outputs': () => net.loss(floats(1, 2), bytes(2)),
    'a parameter past the last': () => net.numericalGradient(floats(1, 2), bytes(1), { parameters: indices(17) }),
    'a parameter that would be −1 in 32 bits': () => net.numericalGradient(floats(1, 2), bytes(1), { parameters: indices(2 ** 32 - 1) }),
    'the same for the naive form': () => net.numericalGradient(floats(1, 2), bytes(1), { method: 'naive', parameters: indices(2 ** 32 - 1) }),
    'no parameter': () => net.numericalGradient(floats(1, 2), bytes(1), { parameters: indices() }),
    'a method that is none': () => net.numericalGradient(floats(1, 2), bytes(1), { method: any('guess') }),
    'a batch of 0': () => new engine.Trainer(net, data, { batchSize: 0 }),
    'a rate below 0': () => new engine.Trainer(net, data, { learningRate: -1 }),
    'a rate that is NaN': () => {
      trainer.learningRate = Number.NaN;
    },
    'a sampling that is none': () => new engine.Trainer(net, data, { sampling: any('sometimes') }),
    'an index past the set': () => trainer.stepOn(indices(20)),
    'no indices': () => trainer.stepOn(indices()),
    'iterations below 0': () => trainer.run(-1),
    'bytes that are no snapshot': () => trainer.restore(bytes(1, 2, 3)),
    'a toy that is none': () => engine.Dataset.toy(any('donut')),
    'too much noise': () => engine.Dataset.toy('xor', { noise: 0.6 }),
    'no test part': () => data.split(0, 1),
    'losses past the last': () => trainer.losses(1000),
    'an end past the set': () => engine.evaluate(net, data, 0, 21),
    'a label past 2': () => engine.simpleNet.evaluate(doubles(1, 2, 3, 4, 5, 6), doubles(1, 2), 3),
    'a plane that is none': () => engine.runSurface(net, net.getParameters(), floats(1, 2), bytes(0), { columns: 2, rows: 2, seed: 1, plane: any({ kind: 'flat' }) }),
    'fewer than no classes': () => engine.mergeExaminations(any({ classes: -2, confusion: new Uint32Array(4), worst: [] }), any({})),
    'a variable that is no name': () => engine.expression('x', ['1x']),
  };
  for (const [name, call] of Object.entries(cases)) {
    test(name, () => {
      const error = thrownBy(call);
      expect(error).toBeInstanceOf(RangeError);
      expect(error.message.length).toBeGreaterThan(10);
    });
  }
});

test('a message names the argument, the value and what is allowed', () => {
  expect(thrownBy(() => engine.softmax(doubles(1), -2)).message).toBe('rows is -2; allowed is a whole number from 1 to 2147483647');
  expect(thrownBy(() => engine.softmax(any([1]))).message).toBe('a is an Array; allowed is a Float64Array');
  expect(thrownBy(() => engine.Dataset.toy('xor', { noise: 0.75 })).message).toMatch(/noise is 0\.75; allowed is/);
});

describe('an expression that does not parse: SyntaxError with its position', () => {
  const cases: [source: string, position: number][] = [
    ['x +', 3],
    ['x + * 2', 4],
    ['(x', 2],
    ['', 0],
    ['y', 0],
    ['x + é', 4],
    ['π + y', 4],
    ['x*(\u{1f642} + 1)', 3],
    ['\u{1d465}*(\u{1d465} + )', 9],
    ['（x＋１）＊＊', 7],
    ['\ufeffx\u00a0+\u2009)', 5],
    ['x₀² + x', 0],
    ['1/2x', 0],
    ['2 + max(0,5, x)', 4],
  ];
  for (const [source, position] of cases) {
    test(JSON.stringify(source), () => {
      const error = thrownBy(() => engine.expression(source, ['x']));
      expect(error).toBeInstanceOf(SyntaxError);
      expect(error).toHaveProperty('position', position);
      expect(error.message).toContain(`at position ${position}`);
    });
  }

  test('with its kind, what it is made of, and where the bracket is that is not closed', () => {
    const error = thrownBy(() => engine.expression('\u{1d465} + (\u{1d465}', ['x']));
    expect(error).toMatchObject({ kind: 'unclosed', details: ['', ')', '('], position: 8, opened: 5 });
    expect(error.message).toBe("unexpected end at position 8: expected ')' for the '(' at position 5");
  });
});

test('the engine is as it was after all that', () => {
  expect(engine.meanSquaredError(doubles(1), doubles(0))).toBe(0.5);
  expect(net.predict(floats(1, 2))).toHaveLength(2);
  expect(trainer.run(3)).toHaveLength(3);
});
