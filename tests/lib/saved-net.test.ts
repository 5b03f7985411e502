import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytes, engine, floats, indices } from './engine.ts';

const data = engine.Dataset.toy('xor', { size: 60, noise: 0, seed: 2 });
const learnt = () => {
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 5, outputSize: 2, activation: 'tanh', xavier: true, seed: 3 });
  new engine.Trainer(net, data, { batchSize: 10, learningRate: 0.3, seed: 1 }).run(50);
  return net;
};

test('a net that was saved answers as before and goes on learning, from JSON and from npz', () => {
  const net = learnt();
  for (const again of [engine.TwoLayerNet.fromJson(net.toJson()), engine.TwoLayerNet.fromNpz(net.toNpz())]) {
    expect([again.inputSize, again.hiddenSize, again.outputSize, again.activation]).toEqual([2, 5, 2, 'tanh']);
    expect(again.getParameters()).toEqual(net.getParameters());
    const losses = (of: typeof net) => new engine.Trainer(of, data, { batchSize: 10, learningRate: 0.3, seed: 4 }).run(20);
    const copy = engine.TwoLayerNet.fromNpz(net.toNpz());
    expect(losses(again)).toEqual(losses(copy));
    expect(again.predict(data.inputs(indices(0)))).not.toEqual(net.predict(data.inputs(indices(0))));
  }
});

test('an npz without its activation takes that of the options', () => {
  const json = JSON.stringify({
    W1: [[1, 2]],
    b1: [0, 0],
    W2: [
      [1, 2],
      [3, 4],
    ],
    b2: [0, 0],
  });
  expect(engine.TwoLayerNet.fromJson(json).activation).toBe('sigmoid');
  expect([...engine.TwoLayerNet.fromJson(json).getParameters()]).toEqual([...floats(1, 2, 0, 0, 1, 2, 3, 4, 0, 0)]);
  expect(engine.TwoLayerNet.fromNpz(learnt().toNpz(), { activation: 'relu' }).activation).toBe('tanh');
  const { 'activation.npy': _, ...bare } = unzipSync(learnt().toNpz());
  expect(engine.TwoLayerNet.fromNpz(zipSync(bare), { activation: 'relu' }).activation).toBe('relu');
  expect(engine.TwoLayerNet.fromNpz(zipSync(bare)).activation).toBe('sigmoid');
});

test.each([
  [() => engine.TwoLayerNet.fromJson('{'), 'text is damaged or no net; allowed is JSON with W1, b1, W2 and b2'],
  [() => engine.TwoLayerNet.fromJson('{"W1": [[1]], "b1": [1]}'), 'text has no W2; allowed is a net with W1, b1, W2 and b2'],
  [() => engine.TwoLayerNet.fromJson('{"W1": [[1]], "b1": [1, 2], "W2": [[1, 2]], "b2": [1, 2]}'), 'b1 in text has the shape (2); allowed is (1)'],
  [() => engine.TwoLayerNet.fromJson('{"W1": [[null]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'), 'W1 in text holds what is no finite number; allowed are numbers of float32'],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "gelu", "W1": [[1]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'activation in text is "gelu"; allowed is "sigmoid", "relu" or "tanh"',
  ],
  [() => engine.TwoLayerNet.fromNpz(bytes(1, 2, 3)), 'bytes is damaged or no net; allowed is a .npz with W1, b1, W2 and b2'],
])('a file that is no net is refused: %#', (read, message) => {
  expect(read).toThrow(RangeError);
  expect(read).toThrow(message);
});

test('what is no text and no bytes is refused', () => {
  expect(() => engine.TwoLayerNet.fromJson(3 as never)).toThrow('text is 3; allowed is a string');
  expect(() => engine.TwoLayerNet.fromNpz('x' as never)).toThrow(TypeError);
});
