import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../web/i18n/language.ts';
import { codeOf } from '../../../web/page/build/listing.ts';
import { parseSection } from '../../../web/page/build/section.ts';
import { interpreter } from '../../python.ts';

const chapter = join(import.meta.dirname, '../../../web/page/chapter');
const texts = readdirSync(chapter)
  .sort()
  .flatMap((file) => parseSection(readFileSync(join(chapter, file), 'utf8'), file).parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])));
const listings = (language: Language) =>
  texts.flatMap((text) => [...text[language].matchAll(/^```(python|listing)\n([\s\S]*?)^```$/gm)].map(([, word, code = '']) => codeOf(code, word)));

it('the listings are the same in both languages, but for their comments', () => {
  const withoutComments = (language: Language) => listings(language).map((code) => code.replaceAll(/#.*/g, '#'));
  expect(withoutComments('zh-Hans')).toEqual(withoutComments('en'));
  expect(listings('en').length).toBeGreaterThan(0);
});

describe('the listings, run one after the other', () => {
  const found = run(listings('en').join('\n'));

  it('find the numbers of the chapter', () => {
    expect(found.losses).toEqual([expect.closeTo(0.510825457099338, 14), expect.closeTo(0.510825457099338, 14)]);
    expect(found.meanOfTwo).toEqual([expect.closeTo((0.510825457099338 + 2.3025840929945454) / 2, 14), expect.closeTo((0.510825457099338 + 2.3025840929945454) / 2, 14)]);
    expect(found.gradient).toEqual([expect.closeTo(6, 8), expect.closeTo(8, 8)]);
    expect(found.simpleLoss).toBeCloseTo(0.9280682857864075, 14);
    expect(found.simpleGradient.flat()).toEqual([0.2192476, 0.1435625, -0.3628101, 0.3288714, 0.2153437, -0.5442151].map((entry) => expect.closeTo(entry, 6)));
  });

  it('load pixels between 0 and 1, with the labels that belong to them', () => expect(found.loaded).toEqual([0, 1, true]));

  it('draw at each grid point the gradient of that point, turned round', () => expect(found.arrows).toBeLessThan(1e-8));

  it('learn: one iteration takes the loss from log 10 downwards, and leaves parameters of the same shapes', () => {
    const { first, last } = found.learning;
    expect(first).toBeCloseTo(Math.log(10), 1);
    expect(last).toBeLessThan(first);
    expect(found.shapes).toEqual([[784, 1], [1], [1, 10], [10]]);
  });
});

interface Found {
  readonly losses: readonly number[];
  readonly meanOfTwo: readonly number[];
  readonly gradient: readonly number[];
  readonly simpleLoss: number;
  readonly simpleGradient: readonly (readonly number[])[];
  readonly loaded: readonly [number, number, boolean];
  readonly arrows: number;
  readonly learning: { readonly first: number; readonly last: number };
  readonly shapes: readonly (readonly number[])[];
}

/**
 * What the listings find on ten images, with one hidden unit and one iteration, or it takes minutes.
 * A stand-in for matplotlib keeps the arrows.
 */
function run(program: string): Found {
  const folder = mkdtempSync(join(tmpdir(), 'listings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  // Image k is all 0 but for one pixel of 255, which is the kth.
  const pixels = Buffer.alloc(10 * 784);
  for (let k = 0; k < 10; k += 1) pixels[784 * k + k] = 255;
  writeFileSync(join(folder, 'train-images-idx3-ubyte.gz'), gzipSync(Buffer.concat([Buffer.alloc(16), pixels])));
  writeFileSync(join(folder, 'train-labels-idx1-ubyte.gz'), gzipSync(Buffer.concat([Buffer.alloc(8), Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])])));
  const changes = [
    ['TwoLayerNet(784, 50, 10)', 'TwoLayerNet(784, 1, 10)'],
    ['range(10000)', 'range(1)'],
    ['train_loss = []', 'train_loss, untaught = [], copy.deepcopy(network)'],
  ] as const;
  for (const [from] of changes) expect(program).toContain(from);
  const short = changes.reduce((changed, [from, to]) => changed.replace(from, to), program);
  const arrows = `import copy, sys, types
arrows = []
sys.modules['matplotlib'] = types.ModuleType('matplotlib')
pyplot = sys.modules['matplotlib.pyplot'] = types.ModuleType('matplotlib.pyplot')
pyplot.quiver = lambda X, Y, U, V, angles: arrows.append((X.ravel(), Y.ravel(), U, V))
pyplot.show = lambda: None
`;
  const questions = `
import json
y = np.array([[0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0], [0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0]])
t = np.eye(10)[[2, 2]]
W = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])
X, Y, U, V = arrows[0]
right = np.array([0, 0, 1])
print(json.dumps({
    'losses': [cross_entropy_error(y[0], t[0]), cross_entropy_error_of_labels(y[0], 2)],
    'meanOfTwo': [cross_entropy_error(y, t), cross_entropy_error_of_labels(y, np.array([2, 2]))],
    'gradient': numerical_gradient(f, np.array([3, 4])).tolist(),
    'simpleLoss': SimpleNet(W).loss(x, right),
    'simpleGradient': numerical_gradient(lambda W: SimpleNet(W).loss(x, right), W).tolist(),
    'loaded': [x_train.min(), x_train.max(), bool(np.all(x_batch.argmax(axis=1) == t_batch))],
    'arrows': np.abs([U + 2 * X, V + 2 * Y]).max(),
    'learning': {'first': untaught.loss(x_batch, t_batch), 'last': train_loss[-1]},
    'shapes': [network.params[name].shape for name in ('W1', 'b1', 'W2', 'b2')],
}))`;
  return JSON.parse(execFileSync(interpreter, ['-c', arrows + short + questions], { encoding: 'utf8', cwd: folder })) as Found;
}
