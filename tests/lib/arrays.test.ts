import { describe, expect, test } from 'vitest';
import { bowl, bytes, doubles, engine, floats, indices, thrownBy } from './engine.ts';
import { engineWithMemory } from './memory.ts';
import { detached, gone, strangeButRight, type TypedArray } from './random-caller/hostile.ts';

const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2, weightInitStd: 1 });
const data = engine.Dataset.toy('xor', { size: 20 });
const trainer = new engine.Trainer(net, data, { batchSize: 4 });
const grid = { x0: [0, 1] as [number, number], x1: [0, 1] as [number, number], columns: 2, rows: 2 };
const plane = () => ({ centre: net.getParameters(), u: net.getParameters(), v: net.getParameters().reverse() });
const surface = { columns: 2, rows: 2, seed: 1 };

/** By the name of the argument: an array that is right, and what takes it. */
const takers: Record<string, [name: string, right: TypedArray, call: (array: never) => unknown][]> = {
  losses: [
    ['y', doubles(0.5, 0.5), (y) => engine.meanSquaredError(y, doubles(1, 0))],
    ['t', doubles(1, 0), (t) => engine.crossEntropyError(doubles(0.5, 0.5), t)],
    ['labels', bytes(1), (labels) => engine.crossEntropyErrorOfLabels(doubles(0.5, 0.5), labels)],
    ['a', doubles(1, 2), (a) => engine.softmax(a)],
    ['values', floats(1, 2), (values) => engine.movingAverage(values, 2)],
  ],
  calculus: [
    ['x', doubles(3, 4), (x) => bowl.gradient(x)],
    ['x', doubles(3, 4), (x) => engine.numericalGradient(bowl, x)],
    ['start', doubles(3, 4), (start) => engine.gradientDescent(bowl, start)],
  ],
  nets: [
    ['parameters', net.getParameters(), (parameters) => net.setParameters(parameters)],
    ['x', floats(1, 2), (x) => net.predict(x)],
    ['x', floats(1, 2), (x) => net.forward(x)],
    ['x', floats(1, 2), (x) => engine.contributions(net, x)],
    ['x', floats(1, 2), (x) => net.gradient(x, bytes(1))],
    ['labels', bytes(1), (labels) => net.loss(floats(1, 2), labels)],
    ['parameters', indices(3), (parameters) => net.numericalGradient(floats(1, 2), bytes(1), { parameters })],
    ['a', floats(1, 2), (a) => engine.difference(a, doubles(1, 2))],
    ['pixels', bytes(1, 2), (pixels) => engine.inputsOfPixels(pixels)],
  ],
  planes: [
    ['plane.u', plane().u, (u) => engine.project({ ...plane(), u }, net.getParameters())],
    ['path', net.getParameters(), (path) => engine.runSurface(net, path, floats(1, 2), bytes(1), surface)],
    ['x', floats(1, 2), (x) => engine.lossSurface(net, plane(), x, bytes(1), grid)],
  ],
  learning: [
    ['inputs', floats(1, 2), (inputs) => engine.Dataset.fromPoints(inputs, bytes(1), 2)],
    ['indices', indices(1, 2), (chosen) => data.inputs(chosen)],
    ['indices', indices(1, 2), (chosen) => trainer.stepOn(chosen)],
    ['snapshot', trainer.snapshot(), (snapshot) => trainer.restore(snapshot, trainer.losses())],
  ],
};

const each = Object.entries(takers).flatMap(([room, all]) => all.map(([name, right, call], k) => ({ room, k, name, right, call: call as (array: TypedArray) => unknown })));

describe('an array whose memory is gone is refused by name, and the engine stays', () => {
  test.each(each)('$room $k: $name', ({ name, right, call }) => {
    for (const lose of gone) {
      const error = thrownBy(() => call(lose(right)));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toContain(`${name} is a `);
      expect(error.message).toContain('detached or cut short');
    }
    expect(engine.meanSquaredError(doubles(1), doubles(0))).toBe(0.5);
  });
});

describe('an array in shared or growing memory, or of a class that lies about itself, is taken for what it holds', () => {
  const pure = each.filter(({ room, name }) => room !== 'learning' && name !== 'parameters');
  test.each(pure)('$room $k: $name', ({ right, call }) => {
    const expected = call(right);
    for (const strange of strangeButRight) expect(call(strange(right))).toEqual(expected);
  });
});

test('400,000 calls with a detached array leave the engine as it was', () => {
  const lost = detached(doubles(1, 2));
  for (let k = 0; k < 400_000; k++) {
    try {
      engine.softmax(lost);
    } catch {
      continue;
    }
    throw new Error('it was taken');
  }
  expect([...bowl.gradient(doubles(3, 4))]).toEqual([6, 8]);
});

test('calls from where the stack of JavaScript is full leave the engine as it was', async () => {
  const { engine: fresh, memory } = await engineWithMemory();
  const f = fresh.expression('x0^2 + x1^2', ['x0', 'x1']);
  const x = doubles(3, 4);
  let called = false;
  /** Calls on the way back from the deepest place, where there is ever more room, until there is enough. */
  const deep = (): void => {
    try {
      deep();
    } catch {}
    if (called) return;
    fresh.numericalGradient(f, x);
    called = true;
  };
  for (let k = 0; k < 2000; k++) {
    called = false;
    deep();
    expect(called).toBe(true);
  }
  expect([...f.gradient(x)]).toEqual([6, 8]);
  expect(memory.buffer.byteLength).toBeLessThan(2 ** 25);
});

test('what is read from options cannot take the arrays and objects from under the call', () => {
  const x = floats(1, 2);
  const doomed = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2 });
  const options = {
    get h() {
      detached(x);
      doomed.delete();
      return 1e-4;
    },
  };
  expect(thrownBy(() => doomed.numericalGradient(x, bytes(1), options)).message).toMatch(/x is a Float32Array whose memory|TwoLayerNet has been deleted/);
  const other = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2 });
  const deleting = {
    get learningRate() {
      other.delete();
      return 0.1;
    },
  };
  expect(thrownBy(() => new engine.Trainer(other, data, deleting)).message).toBe('net is a TwoLayerNet that has been deleted; allowed is one that has not');
});

test('what a getter throws comes as a TypeError that names the option, with its cause', () => {
  const cause = new Error('no');
  const error = thrownBy(() =>
    engine.Dataset.toy('xor', {
      get size(): number {
        throw cause;
      },
    }),
  );
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toBe('size cannot be read: reading it threw an Error');
  expect(error.cause).toBe(cause);
});
