import { expect, test } from 'vitest';
import type { Engine } from '../../web/engine/api/api.ts';
import { loadEngine } from '../../web/engine/api/downhill.ts';
import { bytes, doubles, floats } from './engine.ts';
import { engineWithMemory } from './memory.ts';
import { callAtRandom } from './random-caller/caller.ts';
import { catalogue } from './random-caller/catalogue.ts';

// `npm run calls` sets these.
const calls = Number(process.env.DOWNHILL_CALLS ?? 20_000);
const seed = Number(process.env.DOWNHILL_SEED ?? 3);

/** Numbers that an engine gives as long as nothing has harmed it. */
function goldenNumbers(engine: Engine): (call: number) => void {
  const y = doubles(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0);
  const t = doubles(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  const bowl = engine.expression('x0^2 + x1^2', ['x0', 'x1']);
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2, weightInitStd: 1, seed: 5 });
  const data = engine.Dataset.toy('xor', { size: 20, seed: 5 });
  const learnt = () => {
    using pupil = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2, weightInitStd: 1, seed: 5 });
    using trainer = new engine.Trainer(pupil, data, { batchSize: 4, optimizer: 'adam', seed: 5 });
    return [...trainer.run(5)];
  };
  const losses = learnt();
  const output = [...net.predict(floats(1, 2))];
  const loss = net.loss(floats(1, 2), bytes(1));
  return (call) => {
    // Plainly, not by expect: it is much slower than the engine.
    const told = (what: string, given: readonly number[], golden: readonly number[]) => {
      if (given.join() !== golden.join()) throw new Error(`afterwards ${what} is ${given}, not ${golden}`);
    };
    told('the mean squared error', [engine.meanSquaredError(y, t)], [0.09750000000000003]);
    if (call % 10 === 0) {
      told('the gradient', [...bowl.gradient(doubles(3, 4))], [6, 8]);
      told('the output of a net', [...net.predict(floats(1, 2))], output);
      told('the loss of a net', [net.loss(floats(1, 2), bytes(1))], [loss]);
    }
    if (call % 200 === 0) told('a run', learnt(), losses);
  };
}

/** The static methods of a class. */
const makersOf = (made: object) => Object.getOwnPropertyNames(made).filter((name) => !['length', 'name', 'prototype', 'kind'].includes(name));

/** Every function, constructor, method and property that the engine has, as the catalogue names them. */
function everythingOf(engine: Engine): string[] {
  const functions = (holder: object, prefix: string): string[] =>
    Object.entries(holder).flatMap(([name, value]) => {
      if (typeof value === 'function' && /^[A-Z]/.test(name)) return [`new ${prefix}${name}`, ...makersOf(value).map((maker) => `${prefix}${name}.${maker}`)];
      if (typeof value === 'function') return [`${prefix}${name}`];
      return typeof value === 'object' && !Array.isArray(value) ? functions(value, `${name}.`) : [];
    });
  using f = engine.expression('x', ['x']);
  using data = engine.Dataset.toy('xor', { size: 4 });
  using net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 1, outputSize: 2 });
  using trainer = new engine.Trainer(net, data);
  using path = new engine.ParameterPath();
  using training = engine.errata.training('unit-weights', data, { iterations: 1 });
  const members = Object.entries({ curve: f, data, net, trainer, path, training }).flatMap(([kind, object]) =>
    ['delete', ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))].filter((name) => name !== 'constructor').map((name) => `${kind}.${name}`),
  );
  return [...functions(engine, ''), ...members];
}

test('the random caller knows everything there is', () => {
  return loadEngine().then((engine) => {
    const known = catalogue.map(({ path }) => path).filter((path) => !path.endsWith('='));
    expect([...new Set(known)].sort()).toEqual(everythingOf(engine).sort());
  });
});

test(`${calls} calls at random, right, wrong and hostile, leave the engine as it was`, { timeout: 60_000 + calls * 20 }, async () => {
  const { engine, memory } = await engineWithMemory();
  const golden = goldenNumbers(engine);
  const other = await loadEngine();
  // What the first calls need, all the others must find again.
  callAtRandom(engine, other, seed, Math.min(calls, 2000), golden);
  const before = memory.buffer.byteLength;
  const { taken, refused, paths } = callAtRandom(engine, other, seed + 1, calls, golden);
  if (calls !== 20_000) console.log(`${calls} calls, seed ${seed}: ${taken} taken, ${refused} refused; memory ${before / 2 ** 20} MiB, then ${memory.buffer.byteLength / 2 ** 20}`);
  expect(memory.buffer.byteLength).toBeLessThanOrEqual(before * 1.5);
  expect(taken).toBeGreaterThan(calls / 4);
  expect(refused).toBeGreaterThan(calls / 4);
  // Each is called, and not always in vain.
  if (calls >= 20_000) expect([...paths].filter(([, { taken }]) => taken === 0)).toEqual([]);
});
