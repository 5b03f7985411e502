import { expect, test } from 'vitest';
import { languages } from '../../web/i18n/language.ts';
import { readSheets } from '../../web/page/build/exercises-plugin.ts';
import { learntNet, pageDigits } from './digits.ts';
import { bowl, doubles, engine, indices } from './engine.ts';

// Every number in an answer of web/page/exercises is computed here, in both languages, or stands in its exercise.

const sheets = new Map(readSheets().map((sheet) => [sheet.id, sheet.exercises]));
const untested = new Set([...sheets].flatMap(([id, exercises]) => exercises.map((_, at) => `${id}, ${at + 1}`)));

/** The answer says what was computed, and no number of two digits or more that was neither computed nor given. */
function says(id: string, exercise: number, ...computed: string[]): void {
  const asked = sheets.get(id)?.[exercise - 1];
  if (!asked) throw new Error(`There is no exercise ${exercise} of ${id}`);
  untested.delete(`${id}, ${exercise}`);
  for (const language of languages) {
    const said = numbersIn(asked.answer[language]);
    expect(said, `${id}, ${exercise}, ${language}`).toEqual(expect.arrayContaining(computed));
    const known = [...computed, ...numbersIn(asked.text[language])];
    expect(
      said.filter((number) => number.length > 1 && !known.includes(number) && !known.includes(`-${number}`)),
      `${id}, ${exercise}, ${language}`,
    ).toEqual([]);
  }
}

function numbersIn(text: string): string[] {
  const plain = text
    .replace(/\]\([^\s]*\)/g, ']')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/−/g, '-');
  return plain.match(/(?<![\w.)}]\s?)-\d+(\.\d+)?|\d+(\.\d+)?/g) ?? [];
}

const shown = (values: Iterable<number>, digits = 0) => [...values].map((value) => value.toFixed(digits));
const entropy = (y: number) => engine.crossEntropyError(doubles(y), doubles(1));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const oneHot = (count: number, label: number) => Float64Array.from({ length: count }, (_, k) => Number(k === label));
const path = (start: number[], learningRate: number, steps: number, f = bowl) => engine.gradientDescent(f, doubles(...start), { learningRate, steps }).path;
const data = pageDigits();
const netOf = (hiddenSize: number, weightInitStd = 0.01) => new engine.TwoLayerNet({ inputSize: 784, hiddenSize, outputSize: 10, weightInitStd, seed: 1 });

test('4.1', () => {
  const pixels = data.pixels(Uint32Array.from({ length: data.size }, (_, i) => i));
  const zeros = pixels.reduce((count, pixel) => count + Number(pixel === 0), 0);
  const [train] = data.split(0.2, 1);
  says('4.1', 1, String(60_000 * data.inputSize), String(data.inputSize), String(Math.round((60_000 * data.inputSize) / 1e6)));
  says('4.1', 2, String(train.size), ((100 * zeros) / pixels.length).toFixed(0));
  says('4.1', 3);
});

test('4.2.1', () => {
  const y = doubles(0.7, 0.2, 0.1);
  const squares = engine.squaredErrorTerms(y, oneHot(3, 1));
  says(
    '4.2.1',
    1,
    ...shown(
      squares.map((term) => 2 * term),
      2,
    ),
    engine.meanSquaredError(y, oneHot(3, 1)).toFixed(2),
    entropy(0.2).toFixed(3),
  );
  const losses = [0.6, 0.3, 0.15].map(entropy);
  says('4.2.1', 2, ...shown(losses, 3), (losses[1]! - losses[0]!).toFixed(3));
  expect(losses[2]! - losses[1]!).toBeCloseTo(losses[1]! - losses[0]!, 5);
  const [a, b] = [[...Array(9).fill(0.9), 0.0001], Array(10).fill(0.4)];
  says('4.2.1', 3, '90', '100', ...shown([mean(a.map(entropy)), mean(b.map(entropy))], 3));
});

test('4.2.3', () => {
  const losses = [0.1, 0.3, 2.2, 0.2];
  const pairs = losses.flatMap((first, at) => losses.slice(at + 1).map((second) => mean([first, second])));
  says('4.2.3', 1, mean(losses).toFixed(1), ...shown([Math.min(...pairs), Math.max(...pairs)], 2));
  using net = learntNet(data, 500);
  const all = engine.sampleLosses(net, data);
  const widths = [25, 100, 400].map((batchSize) => engine.miniBatchLosses(all, { batchSize, batches: 1000, seed: 1 }).standardDeviation);
  for (const at of [0, 1]) expect(widths[at]! / widths[at + 1]!).toBeCloseTo(2, 0);
  says('4.2.3', 2);
  says('4.2.3', 3, String(60_000 / 100), String(100 * 100), String(60_000 / (100 * 100)));
  // A tenth, in words.
  expect(Math.sqrt(100 / (100 * 100))).toBe(0.1);
});

test('4.2.5', () => {
  says('4.2.5', 1, ...shown([0.9, 0.51, 0.49].map(entropy), 3));
  says('4.2.5', 2);
  const sigmoid = engine.expression('1/(1+exp(-x))', ['x']);
  says('4.2.5', 3, engine.numericalDerivative(sigmoid, 3).toFixed(3));
  // A quarter, in words.
  expect(engine.numericalDerivative(sigmoid, 0)).toBeCloseTo(0.25, 6);
});

test('4.3.1', () => {
  const square = engine.expression('x^2', ['x']);
  const at3 = (scheme: 'forward' | 'central') => engine.numericalDerivative(square, 3, 0.1, scheme);
  says('4.3.1', 1, at3('forward').toFixed(1), at3('central').toFixed(0), (3.1 ** 2).toFixed(2), (2.9 ** 2).toFixed(2), (2 * 0.1).toFixed(1));
  const shrinks = (scheme: 'forward' | 'central') => {
    const { float64 } = engine.derivativeErrors(engine.expression('sin(x)', ['x']), 1, { scheme, largest: 0.1, smallest: 0.01, count: 2 });
    return String(Math.round(float64[0]! / float64[1]! / 5) * 5);
  };
  says('4.3.1', 2);
  // A hundredth and a tenth, in words.
  expect([shrinks('central'), shrinks('forward')]).toEqual(['100', '10']);
  expect(engine.numericalDerivative(engine.expression('0.01*x^2+0.1*x', ['x']), 5, 1e-16)).toBe(0);
  says('4.3.1', 3, '64', '16');
});

test('4.3.3', () => {
  const exact = (f: string, ...at: number[]) => [...engine.expression(f, ['x0', 'x1']).gradient(doubles(...at))];
  says('4.3.3', 1, ...shown(exact('x0^2*x1', 2, 3)));
  says('4.3.3', 2, ...shown(exact('x0^2*x1', 2, 3)));
  for (const x1 of [-2, 0, 3]) expect(exact('x0^2*x1', 0, x1).map(Math.abs)).toEqual([0, 0]);
  expect(exact('x0^2 - x1^2', 0, 0).map(Math.abs)).toEqual([0, 0]);
  says('4.3.3', 3);
});

test('4.4', () => {
  const gradient = bowl.gradient(doubles(-1, 2));
  says('4.4', 1, ...shown(gradient), ...shown(gradient.map((slope) => -slope)), Math.hypot(...gradient).toFixed(2), '20');
  expect(Math.hypot(...gradient) ** 2).toBeCloseTo(20, 9);
  const down = engine
    .expression('x0^2/20+x1^2', ['x0', 'x1'])
    .gradient(doubles(-7, 2))
    .map((slope) => -slope);
  const there = [7, -2] as const;
  const angle = Math.acos((there[0] * down[0]! + there[1] * down[1]!) / Math.hypot(...down) / Math.hypot(...there));
  says('4.4', 2, ...shown(there), down[0]!.toFixed(1), down[1]!.toFixed(0), ((180 * angle) / Math.PI).toFixed(0));
  const change = (x0: number, x1: number) => (engine.slice(bowl, doubles(3 + x0, 4 + x1), 0, [0, 1], 2).valueAt - 25).toFixed(4);
  says('4.4', 3, change(-0.008, 0.006), change(0.006, 0.008), '90');
});

test('4.4.1', () => {
  const two = path([-3, 4], 0.1, 2);
  says('4.4.1', 1, ...shown(two.slice(2, 4), 1), ...shown(two.slice(4, 6), 2), '0.8');
  says('4.4.1', 2, ...shown(path([-3, 4], 10, 3).slice(6, 8)), '-19', '20');
  const near = (rate: number) => Math.hypot(...path([-3, 4], rate, 20).slice(-2));
  expect(near(0.9)).toBeCloseTo(near(0.1), 6);
  const valley = path([-3, 4], 0.9, 20, engine.expression('x0^2/20+x1^2', ['x0', 'x1']));
  says('4.4.1', 3, '0.9', (1 - 2 * 0.9).toFixed(1), ((100 * valley.at(-2)!) / -3).toFixed(0), '10');
});

test('4.4.2', () => {
  const { evaluate, nudge } = engine.simpleNet;
  // With this W the scores are the logarithms of the probabilities asked for.
  const w = doubles(...[0.2, 0.3, 0.5].map((y) => Math.log(y) / 0.6), 0, 0, 0);
  says('4.4.2', 1, ...shown(evaluate(w, doubles(0.6, 0.9), 2).gradient, 2));
  const chapter = doubles(0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093);
  const { gradient } = evaluate(chapter, doubles(0.6, 0.9), 2);
  says('4.4.2', 2, (0.1 * gradient[2]!).toFixed(4), nudge(chapter, doubles(0.6, 0.9), 2, 2, 0.1).change.toFixed(4));
  expect([...evaluate(chapter, doubles(0.6, 0), 2).gradient].slice(3).map(Math.abs)).toEqual([0, 0, 0]);
  says('4.4.2', 3);
});

test('4.5.1', () => {
  says(
    '4.5.1',
    1,
    String(netOf(50).parameterCount),
    String(netOf(100).parameterCount),
    String(60_000 / 100),
    (10_000 / 600).toFixed(1),
    String(data.inputSize),
    String(data.classes),
  );
  expect(engine.evaluate(netOf(50), data).loss).toBeCloseTo(Math.log(10), 2);
  expect(engine.evaluate(netOf(50, 1), data).loss).toBeGreaterThan(2 * Math.log(10));
  says('4.5.1', 2, String(data.classes), Math.log(data.classes).toFixed(3));
  using zero = netOf(50);
  zero.setParameters(new Float32Array(zero.parameterCount));
  using trainer = new engine.Trainer(zero, data, { batchSize: 100, learningRate: 0.1, seed: 1 });
  trainer.run(5);
  const rows = zero.getParameters().subarray(784 * 50 + 50, 784 * 50 + 50 + 500);
  for (let unit = 1; unit < 50; unit++) expect(rows.slice(unit * 10, unit * 10 + 10)).toEqual(rows.slice(0, 10));
  says('4.5.1', 3, '50');
});

test('4.5.2', () => {
  const evaluations = 2 * netOf(50).parameterCount;
  says('4.5.2', 1, String(evaluations), (evaluations / 1000).toFixed(1), String(10 * evaluations), ((10 * evaluations) / 86_400).toFixed(1));
  using net = learntNet(data, 100);
  const some = indices(...Array.from({ length: 100 }, (_, i) => i));
  const [x, labels] = [data.inputs(some), data.labels(some)];
  expect(engine.difference(net.numericalGradient(x, labels), net.gradient(x, labels)).relative).toBeLessThan(1e-5);
  says('4.5.2', 2);
  says('4.5.2', 3, String(net.parameterCount));
});

test('4.5.3', () => {
  const accuracies = [99 / 100, 1490 / 2000].map((share) => 100 * share);
  says('4.5.3', 1, accuracies[0]!.toFixed(0), accuracies[1]!.toFixed(1), (accuracies[0]! - accuracies[1]!).toFixed(1));
  const [train, unseen] = data.split(0.2, 1);
  using few = train.subset(Uint32Array.from({ length: 100 }, (_, i) => i));
  using learntFew = learntNet(few, 2000);
  using learntAll = learntNet(train, 2000);
  says('4.5.3', 2, (100 * learntFew.accuracy(few)).toFixed(0));
  expect(learntFew.accuracy(unseen)).toBeCloseTo(0.75, 1);
  expect(learntAll.accuracy(unseen)).toBeCloseTo(0.9, 1);
  expect(learntAll.accuracy(train)).toBeLessThan(1);
  says('4.5.3', 3);
});

test('no answer is left out', () => {
  expect([...untested]).toEqual([]);
});
