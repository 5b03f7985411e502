import { expect, test } from 'vitest';
import { netParts } from '../../web/figures/why-loss/weight-map.ts';
import { bytes, engine, floats, indices } from './engine.ts';

// Chapter 4.2.5 and 4.5: what the figures of nets show.

function trained() {
  const data = engine.Dataset.toy('circle', { size: 300, seed: 2 });
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 8, outputSize: 2, weightInitStd: 1 });
  const trainer = new engine.Trainer(net, data, { batchSize: 30, learningRate: 0.3 });
  const path: number[] = [...net.getParameters()];
  for (let part = 0; part < 12; part++) {
    trainer.run(20);
    path.push(...net.getParameters());
  }
  trainer.delete();
  const all = Uint32Array.from({ length: 300 }, (_, i) => i);
  return { data, net, points: Float32Array.from(path), x: data.inputs(all), labels: data.labels(all) };
}

const { data, net, points, x, labels } = trained();

test("the chapter's net has its parameters where the figure of 4.2.5 looks for them", () => {
  using chapterNet = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 50, outputSize: 10 });
  expect(engine.parameterParts(chapterNet)).toEqual(netParts);
});

test('along one weight accuracy is flat where the loss has a slope', () => {
  const { begin } = engine.parameterParts(net).find(({ name }) => name === 'W2')!;
  const sweep = engine.weightSweep(net, x, labels, { parameter: begin, range: [-3, 3], count: 61 });
  expect(sweep.weight).toHaveLength(61);
  expect(sweep.now.loss).toBeCloseTo(net.loss(x, labels), 5);
  expect(sweep.accuracySlope).toBe(0);
  expect(sweep.lossSlope).toBeCloseTo(net.gradient(x, labels)[begin]!, 5);
  expect(new Set(sweep.accuracy).size).toBeLessThan(61);
  expect(new Set(sweep.loss).size).toBe(61);
});

test('a confusion matrix counts every sample once, in one pass or in slices', () => {
  const whole = engine.examine(net, data, { worst: 5 });
  const slices = engine.mergeExaminations(engine.examine(net, data, { end: 100 }), engine.examine(net, data, { begin: 100 }), 5);
  expect(slices).toEqual(whole);
  expect(whole.confusion.reduce((total, count) => total + count)).toBe(300);
  expect(whole.accuracy).toBe(engine.evaluate(net, data).accuracy);
  for (const { index, label, predicted, probability, labelProbability } of whole.worst) {
    expect([...data.labels(indices(index))]).toEqual([label]);
    expect(predicted).not.toBe(label);
    expect(probability).toBeGreaterThan(labelProbability);
  }
});

test('the parts of a gradient have lengths, and three ways to it agree', () => {
  const gradient = net.gradient(x, labels);
  const norms = engine.gradientNorms(net, gradient);
  expect(Math.hypot(norms.W1, norms.b1, norms.W2, norms.b2)).toBeCloseTo(norms.all, 10);
  const naive = net.numericalGradient(x, labels, { method: 'naive' });
  const incremental = net.numericalGradient(x, labels, { method: 'incremental' });
  expect(engine.difference(naive, incremental).relative).toBeLessThan(1e-8);
  const { largest, at, each, relative } = engine.difference(gradient, naive);
  expect(relative).toBeLessThan(1e-5);
  expect(each[at]).toBe(largest);
});

test('a naive gradient can be taken in parts', () => {
  const all = net.numericalGradient(x, labels, { method: 'naive' });
  expect([...net.numericalGradient(x, labels, { method: 'naive', parameters: indices(3, 20) })]).toEqual([all[3], all[20]]);
});

test('a forward pass ends in the prediction, and its sums are made of contributions and biases', () => {
  const { a1, z, a2, y } = net.forward(x);
  expect([a1, z, a2].map(({ length }) => length)).toEqual([300 * 8, 300 * 8, 300 * 2]);
  expect(y).toEqual(net.predict(x));
  expect(z[3]).toBeCloseTo(engine.activate('sigmoid', Float64Array.of(a1[3]!))[0]!, 6);
  const { toHidden, raising, lowering, toOutput } = engine.contributions(net, x.slice(0, 2));
  expect([toHidden, raising, lowering, toOutput].map(({ length }) => length)).toEqual([16, 8, 8, 16]);
  const [, b1, , b2] = engine.parameterParts(net).map(({ begin }) => net.getParameters().subarray(begin));
  expect(raising[5]! + lowering[5]! + b1![5]!).toBeCloseTo(a1[5]!, 5);
  expect(toHidden[5]! + toHidden[13]! + b1![5]!).toBeCloseTo(a1[5]!, 5);
  const toFirst = [...toOutput].filter((_, at) => at % 2 === 0).reduce((sum, each) => sum + each, 0);
  expect(toFirst + b2![0]!).toBeCloseTo(a2[0]!, 5);
});

test('the decision map holds the predictions at its points', () => {
  const map = engine.predictOnGrid(net, { x0: [-6, 6], x1: [-6, 6], columns: 3, rows: 2 });
  expect(map).toHaveLength(12);
  expect(map[2 * 4]).toBeCloseTo(net.predict(floats(0, 6))[0]!, 6);
});

test('the surface around a run can lie in each kind of plane, and the principal one holds most of the path', () => {
  const kinds = [{ kind: 'path' }, { kind: 'weights', first: 0, second: 30 }, { kind: 'random' }, { kind: 'principal' }] as const;
  const surfaces = kinds.map((plane) => engine.runSurface(net, points, x, labels, { columns: 7, rows: 5, seed: 1, plane }));
  for (const { loss, path, pathShare } of surfaces) {
    expect(loss).toHaveLength(35);
    expect(path).toHaveLength(26);
    expect([...path.subarray(24)].map((value) => Math.abs(value) < 1e-5)).toEqual([true, true]);
    expect(pathShare).toBeLessThanOrEqual(surfaces[3]!.pathShare + 1e-9);
  }
  const { explained } = engine.planeOfPrincipalComponents(points, net.parameterCount, 1);
  expect(explained[0] + explained[1]).toBeCloseTo(surfaces[3]!.pathShare, 6);
  expect(explained[0]).toBeGreaterThan(explained[1]);
});

test('a drawing becomes a digit of 20 pixels with its weight in the middle', () => {
  const ink = new Uint8Array(100 * 60);
  for (let y = 10; y < 50; y++) ink.fill(255, y * 100 + 70, y * 100 + 80);
  const digit = engine.digitFromDrawing(ink, 100, 60);
  const rows = Array.from({ length: 28 }, (_, y) => digit.subarray(y * 28, y * 28 + 28).some((value) => value > 0));
  expect(rows.filter(Boolean)).toHaveLength(20);
  expect(digit[14 * 28 + 14]).toBe(255);
  expect(engine.digitFromDrawing(new Uint8Array(6), 3, 2)).toEqual(new Uint8Array(784));
});

test('own points, their counts and parts', () => {
  using own = engine.Dataset.fromPoints(floats(1, 2, 3, 4, 5, 6), bytes(0, 1, 1), 2);
  expect([...own.classCounts()]).toEqual([1, 2]);
  using part = own.subset(indices(2, 0));
  expect([...part.labels(indices(0, 1))]).toEqual([1, 0]);
  expect(own.hasPixels).toBe(false);
});
