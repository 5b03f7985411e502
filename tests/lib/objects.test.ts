import { expect, test } from 'vitest';
import { loadEngine } from '../../web/engine/api/downhill.ts';
import { bytes, doubles, engine, floats, thrownBy } from './engine.ts';
import { engineWithMemory } from './memory.ts';

const smallNet = (seed = 1) => new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2, seed });
const points = () => engine.Dataset.toy('gauss', { size: 40 });

test('an object that was deleted says so, and can be deleted again', () => {
  const net = smallNet();
  net.delete();
  net.delete();
  expect(thrownBy(() => net.getParameters()).message).toContain('TwoLayerNet has been deleted');
  expect(thrownBy(() => net.parameterCount).message).toContain('TwoLayerNet has been deleted');
  const f = engine.expression('x', ['x']);
  f.delete();
  expect(thrownBy(() => engine.numericalDerivative(f, 1)).message).toContain('f is an Expression that has been deleted');
});

test('`using` deletes at the end of the block', () => {
  let kept: ReturnType<typeof smallNet>;
  {
    using net = smallNet();
    kept = net;
    expect(net.parameterCount).toBe(17);
  }
  expect(() => kept.predict(floats(1, 2))).toThrow('has been deleted');
});

test('a trainer goes on when its net and its data are deleted', () => {
  const net = smallNet();
  const data = points();
  using trainer = new engine.Trainer(net, data, { batchSize: 5 });
  net.delete();
  data.delete();
  expect(trainer.run(20)).toHaveLength(20);
});

test('the parts of a split outlive the whole', () => {
  const data = points();
  const [train, test] = data.split(0.25, 1);
  data.delete();
  expect([train.size, test.size]).toEqual([30, 10]);
  train.delete();
  test.delete();
});

test('arrays are copies: changing one changes nothing else', () => {
  using net = smallNet();
  const parameters = net.getParameters();
  const before = parameters[0];
  parameters[0] = 99;
  expect(net.getParameters()[0]).toBe(before);
});

test('arrays stay valid when memory grows', () => {
  using net = smallNet();
  const parameters = net.getParameters();
  const copy = Float32Array.from(parameters);
  using _large = new engine.TwoLayerNet({ inputSize: 4000, hiddenSize: 2000, outputSize: 2 });
  expect(parameters).toEqual(copy);
});

test('an object of another engine is refused', async () => {
  const other = await loadEngine();
  using f = other.expression('x', ['x']);
  expect(thrownBy(() => engine.numericalGradient(f, doubles(1)))).toBeInstanceOf(TypeError);
});

test('objects are told by what they are, not by what they look like', () => {
  const net = smallNet();
  const data = points();
  for (const fake of [Object.create(net), new Proxy(net, {}), Object.getPrototypeOf(net), { __proto__: Object.getPrototypeOf(net) }, data]) {
    const error = thrownBy(() => engine.parameterParts(fake as never));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^net is an? \w+; allowed is a TwoLayerNet of this engine$/);
    if (fake !== data) expect(thrownBy(() => net.predict.call(fake as never, floats(1, 2))).message).toMatch(/^this is /);
  }
  class Own extends engine.TwoLayerNet {}
  using own = new Own({ inputSize: 2, hiddenSize: 3, outputSize: 2 });
  Object.setPrototypeOf(own, new Proxy({}, { getPrototypeOf: () => null }));
  expect(engine.parameterParts(own)).toHaveLength(4);
});

test('a trainer that is deleted leaves its net and its data, and a path its points', () => {
  using net = smallNet();
  using data = points();
  const trainer = new engine.Trainer(net, data, { batchSize: 5 });
  trainer.run(3);
  trainer.delete();
  trainer.delete();
  expect(() => trainer.step()).toThrow('this Trainer has been deleted');
  expect(() => {
    trainer.learningRate = 1;
  }).toThrow('this Trainer has been deleted');
  expect(net.accuracy(data)).toBeGreaterThanOrEqual(0);
  using again = new engine.Trainer(net, data);
  expect(again.run(1)).toHaveLength(1);
});

test('memory does not grow over 1000 rounds of making, failing and deleting', { timeout: 60_000 }, async () => {
  const { engine: fresh, memory } = await engineWithMemory();
  const round = (seed: number) => {
    const data = fresh.Dataset.toy('spiral', { size: 1000, seed });
    const net = new fresh.TwoLayerNet({ inputSize: 2, hiddenSize: 500, outputSize: 2, seed });
    const trainer = new fresh.Trainer(net, data, { batchSize: 20 });
    trainer.run(2);
    const f = fresh.expression('x^2', ['x']);
    expect(() => fresh.expression('x +', ['x'])).toThrow(SyntaxError);
    expect(() => new fresh.Trainer(net, data, { batchSize: 0 })).toThrow(RangeError);
    expect(() => net.loss(floats(1, 2, 3), bytes(0))).toThrow(TypeError);
    for (const object of [f, trainer, net, data]) object.delete();
  };
  for (let i = 0; i < 20; i++) round(i);
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 1000; i++) round(i);
  expect(memory.buffer.byteLength).toBe(before);
});

test('what the engine lists cannot be changed', () => {
  const first = engine.scalarFields[0]!;
  expect(() => Object.assign(first, { source: 'x' })).toThrow(TypeError);
  expect(() => (first.x0 as number[]).push(1)).toThrow(TypeError);
  expect(() => (engine.errata.list as unknown[]).pop()).toThrow(TypeError);
  expect(() => Object.assign(engine.simpleNet, { random: () => new Float64Array(6) })).toThrow(TypeError);
});
