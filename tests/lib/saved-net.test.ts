import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytes, engine, floats, indices, thrownBy } from './engine.ts';

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

test('a file without its activation takes that of the options, and is refused where these have none', () => {
  const json = JSON.stringify({
    W1: [[1, 2]],
    b1: [0, 0],
    W2: [
      [1, 2],
      [3, 4],
    ],
    b2: [0, 0],
  });
  const { fromJson, fromNpz } = engine.TwoLayerNet;
  const missing = (name: string) => `${name} has no activation; allowed is "sigmoid", "relu" or "tanh", there or in the options`;
  expect(thrownBy(() => fromJson(json)).message).toBe(missing('text'));
  expect(thrownBy(() => fromJson(JSON.stringify({ ...JSON.parse(json), activaton: 'relu' }))).message).toBe(missing('text'));
  expect(fromJson(json, { activation: 'relu' }).activation).toBe('relu');
  expect([...fromJson(json, { activation: 'tanh' }).getParameters()]).toEqual([...floats(1, 2, 0, 0, 1, 2, 3, 4, 0, 0)]);
  expect(engine.TwoLayerNet.fromNpz(learnt().toNpz(), { activation: 'relu' }).activation).toBe('tanh');
  const { 'activation.npy': _, ...bare } = unzipSync(learnt().toNpz());
  expect(engine.TwoLayerNet.fromNpz(zipSync(bare), { activation: 'relu' }).activation).toBe('relu');
  expect(thrownBy(() => fromNpz(zipSync(bare))).message).toBe(missing('bytes'));
  expect(fromNpz(zipSync({ ...bare, 'losses.npy': new Uint8Array(1) }), { activation: 'relu' }).activation).toBe('relu');
});

test('an activation of the options that is none is refused also where the file has its own', () => {
  for (const read of [
    () => engine.TwoLayerNet.fromNpz(learnt().toNpz(), { activation: 'foo' as never }),
    () => engine.TwoLayerNet.fromJson(learnt().toJson(), { activation: 'foo' as never }),
  ]) {
    expect(thrownBy(read).message).toBe('activation is "foo"; allowed is "sigmoid", "relu" or "tanh"');
  }
});

test('a net that an update has broken is not written', () => {
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 5, outputSize: 2, activation: 'relu', weightInitStd: 1 });
  const trainer = new engine.Trainer(net, data, { batchSize: 10, learningRate: 1e300 });
  trainer.drawMiniBatch();
  trainer.computeGradient();
  trainer.update();
  expect(net.getParameters().every(Number.isFinite)).toBe(false);
  for (const write of [() => net.toJson(), () => net.toNpz()]) expect(thrownBy(write).message).toMatch(/^\w\d\[\d+\] is -?(NaN|Infinity); allowed is a finite number$/);
  expect(thrownBy(() => trainer.snapshot()).message).toMatch(/^parameters\[\d+\] is .*; allowed is a finite number$/);
  trainer.record();
  expect(trainer.diverged).toBe(true);
  expect(net.toJson()).not.toContain('null');
  trainer.snapshot();
});

test.each([
  [() => engine.TwoLayerNet.fromJson('{'), 'text is damaged or no net; allowed is JSON with W1, b1, W2 and b2'],
  [() => engine.TwoLayerNet.fromJson('{"activation": "relu", "W1": [[1]], "b1": [1]}'), 'text has no W2; allowed is a net with W1, b1, W2 and b2'],
  [() => engine.TwoLayerNet.fromJson('{"activation": "relu", "W1": [[1]], "b1": [1, 2], "W2": [[1, 2]], "b2": [1, 2]}'), 'b1 in text has the shape (2); allowed is (1)'],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "relu", "W1": [[null]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'W1 in text holds what is no finite number; allowed are numbers of float32',
  ],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "gelu", "W1": [[1]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'activation in text is "gelu"; allowed is "sigmoid", "relu" or "tanh"',
  ],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "relu", "output": "linear", "W1": [[1]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'output in text is "linear"; allowed is "softmax"',
  ],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "relu", "classes": ["a"], "W1": [[1]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'classes in text are ["a"]; allowed are 2 strings, one for each output',
  ],
  [
    () => engine.TwoLayerNet.fromJson('{"activation": "relu", "pixelScale": "255", "W1": [[1]], "b1": [1], "W2": [[1, 2]], "b2": [1, 2]}'),
    'the pixel scale in text is 255; allowed is a whole number from 1 to 255',
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
