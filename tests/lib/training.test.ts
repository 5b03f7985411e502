import { expect, test } from 'vitest';
import type { Trainer, TrainerOptions } from '../../web/engine/api/api.ts';
import { bytes, engine, floats, indices, thrownBy } from './engine.ts';

const data = engine.Dataset.toy('circle', { size: 200, noise: 0.1, seed: 3 });
const netOptions = { inputSize: 2, hiddenSize: 8, outputSize: 2, xavier: true, activation: 'tanh', seed: 7 } as const;

function started(options: TrainerOptions = {}): { net: InstanceType<typeof engine.TwoLayerNet>; trainer: Trainer } {
  const net = new engine.TwoLayerNet(netOptions);
  return { net, trainer: new engine.Trainer(net, data, { batchSize: 20, learningRate: 0.5, seed: 11, ...options }) };
}

const x = data.inputs(indices(0, 1, 2, 3, 4));
const labels = data.labels(indices(0, 1, 2, 3, 4));

test('equal seeds give runs that are equal to the last bit', () => {
  const [a, b] = [started(), started()];
  expect(a.trainer.run(100)).toEqual(b.trainer.run(100));
  expect(a.net.getParameters()).toEqual(b.net.getParameters());
  expect(started({ seed: 12 }).trainer.run(100)).not.toEqual(a.trainer.losses());
});

test('a net learns the circle', () => {
  const { net, trainer } = started();
  const losses = trainer.run(2000);
  expect(trainer.iteration).toBe(2000);
  expect(losses.at(-1)!).toBeLessThan(losses[0]!);
  expect(net.accuracy(data)).toBeGreaterThan(0.95);
  expect(engine.evaluate(net, data).accuracy).toBe(net.accuracy(data));
});

test('backprop, naive and incremental gradients agree', () => {
  const { net } = started();
  const backprop = net.gradient(x, labels);
  const naive = net.numericalGradient(x, labels, { method: 'naive' });
  const incremental = net.numericalGradient(x, labels, { method: 'incremental' });
  expect(engine.difference(naive, incremental).largest).toBeLessThan(1e-9);
  expect(engine.difference(Float64Array.from(backprop), naive).largest).toBeLessThan(1e-6);
  expect(naive.some((value) => Math.abs(value) > 1e-3)).toBe(true);
});

test('the numerical gradient of chosen parameters is that of all, picked', () => {
  const { net } = started();
  const parameters = indices(5, 0, 30);
  for (const method of ['naive', 'incremental'] as const) {
    const all = net.numericalGradient(x, labels, { method });
    expect([...net.numericalGradient(x, labels, { method, parameters })]).toEqual([all[5], all[0], all[30]]);
  }
});

test('training by the numerical gradient goes the same way', () => {
  const a = started({ gradient: 'backprop' }).trainer.run(20);
  const b = started({ gradient: 'numerical' }).trainer.run(20);
  for (const [i, loss] of a.entries()) expect(b[i]).toBeCloseTo(loss, 4);
});

test('four phases are one step', () => {
  const [a, b] = [started(), started()];
  const loss = a.trainer.step();
  expect(b.trainer.phase).toBe('mini-batch');
  const batch = b.trainer.drawMiniBatch();
  expect(batch).toHaveLength(20);
  expect(b.trainer.miniBatch).toEqual(batch);
  expect(b.trainer.phase).toBe('gradient');
  const gradient = b.trainer.computeGradient();
  expect(b.trainer.lastGradient).toEqual(gradient);
  b.trainer.update();
  expect(b.trainer.phase).toBe('record');
  expect(b.trainer.record()).toBe(loss);
  expect(b.trainer.iteration).toBe(1);
  expect(() => b.trainer.update()).toThrow(RangeError);
});

test('the loss of a step is that of its mini-batch after the update', () => {
  const { net, trainer } = started();
  const chosen = indices(3, 1, 4, 1, 5);
  const loss = trainer.stepOn(chosen);
  expect(loss).toBeCloseTo(net.loss(data.inputs(chosen), data.labels(chosen)), 5);
});

test('a snapshot brings a run back, in the same trainer and in a new one', () => {
  const { net, trainer } = started({ optimizer: 'adam', learningRate: 0.01 });
  trainer.run(30);
  const snapshot = trainer.snapshot();
  const losses = trainer.losses();
  const onward = trainer.run(30);
  const end = net.getParameters();
  trainer.restore(snapshot);
  expect(trainer.iteration).toBe(30);
  expect(trainer.run(30)).toEqual(onward);
  const anew = started({ optimizer: 'adam', learningRate: 0.01 });
  expect(() => anew.trainer.restore(snapshot)).toThrow(RangeError);
  anew.trainer.restore(snapshot, losses);
  expect(anew.trainer.run(30)).toEqual(onward);
  expect(anew.net.getParameters()).toEqual(end);
  expect(anew.trainer.losses(30)).toEqual(onward);
});

test('a snapshot with a changed byte, or of another run, is refused and changes nothing', () => {
  const { trainer } = started();
  trainer.run(10);
  const snapshot = trainer.snapshot();
  const losses = trainer.losses();
  const damaged = snapshot.slice();
  damaged[100] = (damaged[100] as number) ^ 1;
  expect(thrownBy(() => trainer.restore(damaged))).toMatchObject({ name: 'RangeError', message: expect.stringMatching(/^snapshot is damaged/) });
  const version1 = snapshot.slice();
  version1[4] = 1;
  expect(thrownBy(() => trainer.restore(version1)).message).toMatch(/^snapshot has version 1; this engine reads version 2/);
  expect(thrownBy(() => trainer.restore(snapshot, floats(...losses.subarray(1), Number.NaN))).message).toBe('losses[9] is NaN; allowed is a finite number');
  expect(trainer.losses()).toEqual(losses);

  const others: [other: Trainer, message: string][] = [
    [started({ batchSize: 21 }).trainer, 'the snapshot was taken with batchSize 20; this run has 21'],
    [started({ gradient: 'numerical' }).trainer, 'the snapshot was taken with gradient backprop; this run has numerical'],
    [started({ optimizer: 'adam' }).trainer, 'the snapshot was taken with optimizer sgd; this run has adam'],
    [new engine.Trainer(new engine.TwoLayerNet({ ...netOptions, activation: 'relu' }), data, { batchSize: 20 }), 'the snapshot was taken with activation tanh; this run has relu'],
    [
      new engine.Trainer(new engine.TwoLayerNet(netOptions), engine.Dataset.toy('circle', { size: 200, noise: 0.1, seed: 4 }), { batchSize: 20 }),
      'the snapshot was taken with other data than this run has: as many samples, but not the same',
    ],
  ];
  for (const [other, message] of others) {
    expect(thrownBy(() => other.restore(snapshot, losses))).toMatchObject({ name: 'TypeError', message });
    expect(other.iteration).toBe(0);
  }
  const another = started({ learningRate: 7, seed: 1 }).trainer;
  another.restore(snapshot, losses);
  expect(another.run(5)).toEqual(trainer.run(5));
});

test('divergence is told, and the net stays finite', () => {
  const net = new engine.TwoLayerNet({ ...netOptions, activation: 'relu' });
  const trainer = new engine.Trainer(net, data, { batchSize: 20, learningRate: 3e38, optimizer: 'momentum' });
  trainer.run(100);
  expect(trainer.diverged).toBe(true);
  expect(trainer.divergedAt).toBe(trainer.iteration + 1);
  expect(net.getParameters().every(Number.isFinite)).toBe(true);
  expect(trainer.stepOn(indices(199))).toBeNaN();
  expect(thrownBy(() => trainer.stepOn(indices(200))).message).toBe('indices[0] is 200; allowed is a whole number from 0 to 199');
  expect(() => trainer.stepOn(indices())).toThrow(RangeError);
});

test('a net whose parameters are too large for an answer is refused by all that asks for one', () => {
  const net = new engine.TwoLayerNet({ ...netOptions, activation: 'relu' });
  net.setParameters(new Float32Array(net.parameterCount).fill(3e38));
  const asks: [ask: () => unknown, what: string][] = [
    [() => net.predict(x), 'output[0]'],
    [() => net.loss(x, labels), 'loss'],
    [() => net.gradient(x, labels), 'gradient[0]'],
    [() => net.accuracy(data), 'output for sample 0'],
    [() => engine.evaluate(net, data), 'output for sample 0'],
    [() => engine.examine(net, data), 'output for sample 0'],
    [() => engine.sampleLosses(net, data), 'output for sample 0'],
    [() => engine.predictOnGrid(net, { x0: [0, 1], x1: [0, 1], columns: 2, rows: 2 }), 'output[0]'],
  ];
  for (const [ask, what] of asks) {
    const error = thrownBy(ask);
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe(`the net's ${what} is NaN: a parameter is NaN or too large; allowed is a net whose answers are finite numbers`);
  }
  expect(() => net.forward(x)).toThrow("the net's a1[0] is Infinity: a parameter is NaN or too large");
  expect(() => new engine.TwoLayerNet({ ...netOptions, xavier: false, weightInitStd: 1e308 })).toThrow('weightInitStd is 1e+308; allowed is a number from 0 to 1e+37');
});

test('the learning rate can be changed on the way', () => {
  const { net, trainer } = started();
  trainer.learningRate = 0;
  const before = net.getParameters();
  trainer.step();
  expect(net.getParameters()).toEqual(before);
});

test('a loss surface passes through the net’s own loss', () => {
  const { net, trainer } = started();
  const path = new engine.ParameterPath({ capacity: 8 });
  for (let i = 0; i < 20; i++) {
    trainer.step();
    path.record(trainer.iteration, net.getParameters());
  }
  expect(path.points().length).toBeLessThanOrEqual(8);
  const surface = engine.runSurface(net, path, x, labels, { columns: 9, rows: 7, seed: 1 });
  expect(surface.loss).toHaveLength(63);
  expect(surface.path).toHaveLength(2 * path.points().length);
  const centre = { x0: [0, 0], x1: [0, 0], columns: 1, rows: 1 } satisfies Parameters<typeof engine.lossSurface>[4];
  net.setParameters(surface.plane.centre);
  expect(engine.lossSurface(net, surface.plane, x, labels, centre).loss[0]).toBeCloseTo(net.loss(x, labels), 5);
  expect([...engine.project(surface.plane, surface.plane.centre)]).toEqual([0, 0]);
  path.rewind(0);
  expect(path.points()).toHaveLength(0);
});

test('examinations of two halves add up', () => {
  const { net } = started();
  const all = engine.examine(net, data, { worst: 4 });
  const merged = engine.mergeExaminations(engine.examine(net, data, { end: 90, worst: 4 }), engine.examine(net, data, { begin: 90, worst: 4 }), 4);
  expect(merged).toEqual(all);
  expect(all.count).toBe(200);
});

test('the loss of all data is the mean of the losses of its samples', () => {
  const { net } = started();
  const each = engine.sampleLosses(net, data);
  const drawn = engine.miniBatchLosses(each, { batchSize: 20, batches: 500, seed: 1 });
  expect(drawn.allMean).toBeCloseTo(engine.evaluate(net, data).loss, 6);
  expect(drawn.mean).toBeCloseTo(drawn.allMean, 1);
  const { counts, below, above } = engine.histogram(drawn.losses, [0, 2], 10);
  expect(counts.reduce((sum, n) => sum + n, 0) + below + above).toBe(500);
});

test('a sweep of one weight meets the net at its own value', () => {
  const { net } = started();
  const sweep = engine.weightSweep(net, x, labels, { parameter: 4, range: [-1, 1], count: 11 });
  expect(sweep.weight).toHaveLength(11);
  expect(sweep.now.loss).toBeCloseTo(net.loss(x, labels), 6);
  expect(sweep.lossSlope).toBeCloseTo(net.gradient(x, labels)[4]!, 5);
});

test('the reader’s own points', () => {
  using own = engine.Dataset.fromPoints(floats(0, 0, 1, 1, 2, 2), bytes(0, 1, 1), 2);
  expect([own.size, own.inputSize, own.classes, own.hasPixels]).toEqual([3, 2, 2, false]);
  expect([...own.classCounts()]).toEqual([1, 2]);
  expect([...own.subset(indices(2)).inputs(indices(0))]).toEqual([2, 2]);
});

test('points above and below a curve', () => {
  using above = engine.Dataset.toyAbove(engine.expression('x', ['x']), [-1, 1], { size: 50, noise: 0 });
  const all = Uint32Array.from({ length: 50 }, (_, i) => i);
  const where = above.inputs(all);
  expect([...above.labels(all)]).toEqual([...all].map((i) => Number(where[2 * i + 1]! > where[2 * i]!)));
});

test('IDX files', () => {
  const images = bytes(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 0);
  const answers = bytes(0, 0, 8, 1, 0, 0, 0, 2, 7, 3);
  using digits = engine.Dataset.fromIdx(images, answers);
  expect([digits.size, digits.inputSize, digits.classes, digits.scale]).toEqual([2, 2, 8, 255]);
  expect([...digits.pixels(indices(1, 0))]).toEqual([51, 0, 0, 255]);
  expect(digits.inputs(indices(0, 1))[2]).toBeCloseTo(0.2, 6);
  expect([...digits.labels(indices(0, 1))]).toEqual([7, 3]);
  expect(() => engine.Dataset.fromIdx(answers, images)).toThrow(RangeError);
  expect(() => engine.Dataset.fromIdx(images.subarray(0, 18), answers)).toThrow(RangeError);
});

test('IDX files of two digits alone make a net of two outputs, by the labels that are named', () => {
  const images = bytes(0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 1, 0, 0, 1, 1, 1);
  const labelled = bytes(0, 0, 8, 1, 0, 0, 0, 4, 8, 3, 8, 3);
  using digits = engine.Dataset.fromIdx(images, labelled, { classes: [3, 8] });
  expect([digits.classes, digits.scale, ...digits.classLabels]).toEqual([2, 1, 3, 8]);
  expect([...digits.labels(indices(0, 1))]).toEqual([1, 0]);
  using net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: digits.classes, seed: 1 });
  using trainer = new engine.Trainer(net, digits, { batchSize: 4, learningRate: 0, seed: 1 });
  expect(trainer.step()).toBeCloseTo(Math.log(2), 2);
  expect([...engine.Dataset.fromIdx(images, labelled, { scale: 4 }).inputs(indices(0))]).toEqual([0, 0.25]);
  expect(engine.Dataset.fromIdx(images, labelled, { classes: 10 }).classes).toBe(10);
  expect([...engine.Dataset.fromIdx(images, labelled, { classes: 10 }).classLabels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(() => engine.Dataset.fromIdx(images, labelled, { classes: [3, 4] })).toThrow('labels[0] is 8; allowed is one of classes');
  expect(() => engine.Dataset.fromIdx(images, labelled, { classes: [] })).toThrow('classes.length is 0');
  expect(() => engine.Dataset.fromIdx(images, labelled, { classes: 'all' as never })).toThrow(TypeError);
  expect(() => engine.Dataset.fromIdx(images, labelled, { scale: 0 })).toThrow('scale is 0; allowed is a whole number from 1 to 255');
});

test('images that lie on their side are turned', () => {
  const images = bytes(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);
  using turned = engine.Dataset.fromIdx(images, bytes(0, 0, 8, 1, 0, 0, 0, 1, 0), { transpose: true });
  expect([...turned.pixels(indices(0))]).toEqual([1, 4, 2, 5, 3, 6]);
});

test('values of any size keep what tells them apart, and a map of the plane lies among them', () => {
  const values = Float64Array.of(35.68952, 139.69171, 35.68957, 139.69143, 35.69021, 139.69204, 35.68871, 139.69255);
  using places = engine.Dataset.fromValues(values, bytes(0, 0, 1, 1), 2);
  const all = indices(0, 1, 2, 3);
  expect(places.values(all)).toEqual(values);
  expect(new Set(places.inputs(all)).size).toBe(8);
  expect(places.inputScales).toHaveLength(4);
  using net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2, xavier: true, seed: 1 });
  const [x0, x1] = [values[0]!, values[1]!];
  const map = engine.predictOnGrid(net, { x0: [x0, x0 + 1], x1: [x1, x1 + 1], columns: 1, rows: 1 }, places);
  expect(map[0]).toBeCloseTo(net.predict(places.inputs(indices(0)))[0]!, 6);
  expect(() => engine.Dataset.fromValues(Float64Array.of(1, 1e308), bytes(0, 1), 1)).toThrow('values[1] is 1e+308');
});
