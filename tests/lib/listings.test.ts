import { afterAll, describe, expect, it } from 'vitest';
import type { OptimizerName } from '../../web/engine/api/api.ts';
import type { CodeListing } from '../../web/figures/base/tools/listing.ts';
import { listingOf as derivative } from '../../web/figures/derivative/listing.ts';
import { schemes } from '../../web/figures/derivative/state.ts';
import { listingOf as descent } from '../../web/figures/descent/listing.ts';
import { optimizers } from '../../web/figures/learning/optimizers.ts';
import { stepListing as training } from '../../web/figures/learning/step-listing.ts';
import { listingOf as loss } from '../../web/figures/loss/listing.ts';
import { answers } from '../../web/figures/loss/state.ts';
import { listingOf as simpleNet } from '../../web/figures/simple-net/listing.ts';
import { listingOf as whyLoss } from '../../web/figures/why-loss/listing.ts';
import { inPython } from '../python.ts';
import { bowl, doubles, engine, indices } from './engine.ts';
import { example } from './listing-examples.ts';

// The functions of web/figures/listings, by the very calls that the figures' Code panels show, beside the engine.

const modules = ['activation', 'dataset', 'derivative', 'descent', 'gradient', 'loss', 'mini_batch', 'optimizers', 'simple_net', 'training', 'two_layer_net', 'weight_sweep'];

/** The call that the panel shows, after what it takes for granted. */
const called = ({ numpy }: CodeListing, before = '') => python(`${before}\n${numpy.call}`);
// biome-ignore lint/suspicious/noExplicitAny: arrays of numbers, as deep as the program makes them
const python = (program: string): any => inPython(`${modules.map((name) => `from ${name} import *`).join('\n')}\n${program}`);
const close = (actual: Iterable<number>, expected: Iterable<number>, digits: number) => {
  const [found, wanted] = [Array.from(actual), Array.from(expected)];
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => void expect(value).toBeCloseTo(wanted[i]!, digits));
};

describe('functions of numbers', () => {
  it.each(schemes)('the %s difference quotient has the same bits', (scheme) => {
    const f = engine.expression('0.01*x^2+0.1*x', ['x']);
    expect(called(derivative({ f: f.canonical, x: 5, h: 1e-4, scheme }))).toBe(engine.numericalDerivative(f, 5, 1e-4, scheme));
  });

  it('the gradient of x0² + x1² at (3, 4)', () => {
    const gradient = called(example.partial);
    expect(gradient).toEqual([...engine.numericalGradient(bowl, doubles(3, 4))]);
    close(gradient, [6, 8], 9);
  });

  it('the gradient of integers, and of a point that stays as it was', () => {
    expect(python('x = np.array([3, 4])\nnumerical_gradient(lambda x: x[0]**2 + x[1]**2, x), x')).toEqual([[...engine.numericalGradient(bowl, doubles(3, 4))], [3, 4]]);
  });

  it('one gradient for each point of the grid', () => {
    const [X, Y, d0, d1] = called(example.gradientField) as number[][][];
    const grid = { x0: [-2, 2.25], x1: [-1, 1], columns: X![0]!.length, rows: X!.length } as const;
    const field = engine.gradientField(bowl, { ...grid, x0: [-2, 2.25], x1: [-1, 1] });
    close([X![0]![0]!, X![0]!.at(-1)!, Y![0]![0]!, Y!.at(-1)![0]!], [-2, 2.25, -1, 1], 15);
    close(d0!.flat(), field.d0, 9);
    close(d1!.flat(), field.d1, 9);
  });

  it("the chapter's losses", () => {
    close(called(example.loss), [0.0975, 0.510825457099338], 14);
    close(called(loss({ y: answers.wrong, label: 2 })), [0.5975, 2.3025840929945454], 14);
  });

  it('the loss of a batch is the mean, with one-hot rows and with labels', () => {
    const mean = (0.510825457099338 + 2.3025840929945454) / 2;
    const y = `np.array([[${answers.right}], [${answers.wrong}]])`;
    close(python(`y = ${y}\ncross_entropy_error(y, np.eye(10)[[2, 2]]), cross_entropy_error_of_labels(y, np.array([2, 2]))`), [mean, mean], 14);
  });

  it('softmax of each row by itself, of numbers of any size', () => {
    const a = [1000, 1000, -1000, 3, 1, 2];
    close(python(`softmax(np.array([${a}], dtype=float).reshape(2, 3)).ravel()`), engine.softmax(doubles(...a), 2), 15);
  });
});

describe('walks downhill', () => {
  const walk = (optimizer: OptimizerName) => descent('x0^2/20+x1^2', { start: [-7, 2], steps: 30, runs: [{ optimizer, learningRate: 0.1 }] }, 0);

  it.each(optimizers)('with %s', (optimizer) => {
    const f = engine.expression('x0^2/20+x1^2', ['x0', 'x1']);
    const { path } = engine.gradientDescent(f, doubles(-7, 2), { learningRate: 0.1, steps: 30, optimizer });
    close(called(walk(optimizer)).flat(), path, 9);
  });

  it("the chapter's ends where it does, and its start stays", () => {
    const start = 'start = np.array([-3, 4])\n';
    const [path, kept] = python(`${start}gradient_descent(lambda x: x[0]**2 + x[1]**2, start, SGD(learning_rate=0.1), steps=20), start`);
    expect(path).toHaveLength(21);
    expect(path[0]).toEqual([-3, 4]);
    close(path[20], [-0.0345876451, 0.0461168602], 9);
    expect(path).toEqual(called(example.descent));
    expect(kept).toEqual([-3, 4]);
  });
});

it('the 2×3 net of 4.4.2', () => {
  const W = doubles(0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093);
  const { loss: expected, gradient, numericalGradient } = engine.simpleNet.evaluate(W, doubles(0.6, 0.9), 2);
  const [found, backprop, numerical] = called(example.simpleNet);
  expect(found).toBeCloseTo(0.9280682857864075, 12);
  expect(found).toBeCloseTo(expected, 14);
  close(backprop.flat(), gradient, 14);
  close(numerical.flat(), numericalGradient, 11);
  close(called(simpleNet({ w: [1, 0, 0, 0, 1, 0], x: [2, 1], label: 0, h: 1e-4 }))[2].flat(), engine.simpleNet.evaluate(doubles(1, 0, 0, 0, 1, 0), doubles(2, 1), 0).gradient, 8);
});

describe('the two-layer net', () => {
  const set = engine.Dataset.toy('xor', { size: 40, seed: 3 });
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 4, outputSize: 2, weightInitStd: 1, seed: 5 });
  afterAll(() => {
    net.delete();
    set.delete();
  });
  const all = Uint32Array.from({ length: 40 }, (_, i) => i);
  const x = set.inputs(all);
  const labels = set.labels(all);
  const parameters = net.getParameters();
  const given = `x = np.array([${x.join(', ')}]).reshape(-1, 2)
labels = np.array([${labels.join(', ')}])
net = TwoLayerNet(2, 4, 2, np.random.default_rng(1))
net.parameters[:] = [${parameters.join(', ')}]`;

  it('has its loss and its accuracy', () => {
    const [found, accuracy] = python(`${given}\nnet.loss(x, labels), net.accuracy(x, labels)`);
    expect(found).toBeCloseTo(net.loss(x, labels), 6);
    expect(accuracy).toBe(net.accuracy(set));
  });

  it('has its gradient, both ways, and is left as it was', () => {
    const [numerical, backprop] = called(example.race, given);
    close(backprop, net.gradient(x, labels), 6);
    close(numerical, net.numericalGradient(x, labels, { method: 'naive' }), 8);
    close(python(`${given}\nnet.numerical_gradient(x, labels)\nnet.parameters`), parameters, 15);
  });

  it('begins with small weights and no biases', () => {
    const [W1, b1, W2, b2] = python('TwoLayerNet(784, 50, 10, np.random.default_rng(1)).parts()') as [number[][], number[], number[][], number[]];
    expect([...b1, ...b2].every((bias) => bias === 0)).toBe(true);
    const weights = [...W1.flat(), ...W2.flat()];
    expect(weights).toHaveLength(39_700);
    expect(Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length)).toBeCloseTo(0.01, 3);
  });

  it.each(optimizers)('takes the same steps with %s', (optimizer) => {
    const learner = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 4, outputSize: 2, seed: 1 });
    learner.setParameters(parameters);
    using trainer = new engine.Trainer(learner, set, { batchSize: 10, learningRate: 0.1, optimizer });
    const batch = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35];
    const { numpy } = training({ batchSize: 10, learningRate: 0.1, optimizer, seed: 1 });
    const [first = '', second = '', step = ''] = numpy.call?.split('\n') ?? [];
    const fixed = `class Fixed:\n    def integers(self, count, size):\n        assert (count, size) == (40, 10)\n        return np.array([${batch}])`;
    const steps = `x_train, t_train = x, labels\n${first}\n${second}\n${fixed}\nrng = Fixed()\n[${[step, step, step].join(', ')}]`;
    const losses = python(`${given}\n${steps}`);
    close(
      losses,
      [1, 2, 3].map(() => trainer.stepOn(indices(...batch))),
      5,
    );
    learner.delete();
  });

  it('learns, judged at each epoch and at the end', () => {
    const sets = 'x_train, t_train, x_test, t_test = x[:30], labels[:30], x[30:], labels[30:]\n';
    const call = example.generalisation.numpy.call?.split('\n') ?? [];
    const [accuracies, confusion, judged] = python(
      `${given}\n${sets}${call[0]}\n${call[1]?.replace('learn(', 'accuracies = learn(')}\naccuracies, ${call[2]}, net.accuracy(*test)`,
    );
    // 30 iterations, each of them an epoch of 30 points.
    expect(accuracies).toHaveLength(31);
    expect(accuracies[30][1]).toBe(judged);
    expect(confusion.flat().reduce((sum: number, count: number) => sum + count, 0)).toBe(10);
    expect((confusion[0][0] + confusion[1][1]) / 10).toBeCloseTo(judged, 14);
  });

  it('has its confusion matrix', () => expect(python(`${given}\nconfusion_matrix(net, x, labels)`).flat()).toEqual([...engine.examine(net, set).confusion]));

  it('has the loss of each sample, and as wide a scatter of mini-batches', () => {
    const each = engine.sampleLosses(net, set);
    const [losses, deviation, expected] = called(example.miniBatch, given);
    close(python(`${given}\nsample_losses(net, x, labels)`), each, 6);
    const drawn = engine.miniBatchLosses(each, { batchSize: 100, batches: 1000, seed: 1 });
    expect(losses).toHaveLength(1000);
    expect(expected).toBeCloseTo(drawn.expectedDeviation, 6);
    expect(deviation / expected).toBeGreaterThan(0.9);
    expect(deviation / expected).toBeLessThan(1.1);
  });

  it('has the accuracy and the loss of every value of a weight', () => {
    const points = called(whyLoss(7, { range: [-1, 1.5] }), given) as number[][];
    const sweep = engine.weightSweep(net, x, labels, { parameter: 7, range: [-1, 1.5], count: 401 });
    close(
      points.map(([weight]) => weight!),
      sweep.weight,
      12,
    );
    close(
      points.map(([, accuracy]) => accuracy!),
      sweep.accuracy,
      12,
    );
    close(
      points.map(([, , each]) => each!),
      sweep.loss,
      6,
    );
    close(python(`${given}\nweight_sweep(net, x, labels, parameter=7, lowest=-1, highest=1.5, count=3)\nnet.parameters`), parameters, 15);
  });

  it('learns from one part of a set and is judged by the other', () => {
    const [train, test] = set.split(0.2, 1);
    const counts = called(example.data, `${given}\nclass_counts_of_all = class_counts(labels, 2)`);
    expect(counts).toHaveLength(10);
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(train.size);
    const [ofTrain, ofTest] = python(`${given}\ntrain, test = split(np.arange(40), labels, test_fraction=0.2, rng=np.random.default_rng(1))\ntrain, test`);
    expect([ofTrain[0].length, ofTest[0].length]).toEqual([train.size, test.size]);
    expect([...ofTrain[0], ...ofTest[0]].sort((a, b) => a - b)).toEqual([...all]);
    expect([...ofTrain[0], ...ofTest[0]].map((i) => labels[i])).toEqual([...ofTrain[1], ...ofTest[1]]);
    expect(python(`${given}\nclass_counts(labels, 2)`)).toEqual([...set.classCounts()]);
    for (const part of [train, test]) part.delete();
  });
});
