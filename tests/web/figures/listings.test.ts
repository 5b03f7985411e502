import { describe, expect, it } from 'vitest';
import { type CodeListing, type CodeTongue, written } from '../../../web/figures/base/tools/listing.ts';
import { listingOf as data } from '../../../web/figures/data/listing.ts';
import { listingOf as derivative } from '../../../web/figures/derivative/listing.ts';
import { schemes } from '../../../web/figures/derivative/state.ts';
import { listingOf as descent } from '../../../web/figures/descent/listing.ts';
import { listingOf as generalisation } from '../../../web/figures/generalisation/listing.ts';
import { readState as readGeneralisation } from '../../../web/figures/generalisation/state.ts';
import { listingOf as gradientField } from '../../../web/figures/gradient-field/listing.ts';
import { optimizers } from '../../../web/figures/learning/optimizers.ts';
import { stepListing as training } from '../../../web/figures/learning/step-listing.ts';
import { listingOf as loss } from '../../../web/figures/loss/listing.ts';
import { readState as readLoss } from '../../../web/figures/loss/state.ts';
import { listingOf as miniBatch } from '../../../web/figures/mini-batch/listing.ts';
import { listingOf as partial } from '../../../web/figures/partial/listing.ts';
import { listing as race } from '../../../web/figures/race/listing.ts';
import { listingOf as simpleNet } from '../../../web/figures/simple-net/listing.ts';
import { readState as readSimpleNet } from '../../../web/figures/simple-net/state.ts';
import { listingOf as whyLoss } from '../../../web/figures/why-loss/listing.ts';

const tongues: readonly CodeTongue[] = ['numpy', 'cpp'];
const textOf = (listing: CodeListing, tongue: CodeTongue) => written(tongue, listing[tongue]).lines.join('\n');

function currentLine(listing: CodeListing, tongue: CodeTongue): string | undefined {
  const { lines, current } = written(tongue, listing[tongue]);
  return current === undefined ? undefined : lines[current]?.trim();
}

describe('a program as it is written', () => {
  it('has the call first, and two empty lines between functions of Python', () => {
    const program = { call: 'f(1)', functions: ['def f(x):\n    return g(x)', 'def g(x):\n    return x'] };
    expect(written('numpy', program)).toEqual({ lines: ['f(1)', '', '', 'def f(x):', '    return g(x)', '', '', 'def g(x):', '    return x'], current: undefined });
    expect(written('cpp', program).lines).toHaveLength(7);
  });
  it('knows the line that is being executed by a part of it', () => expect(written('cpp', { functions: ['a\nb(c)\nd'], at: '(c' }).current).toBe(1));
  it('is refused if that part stands on no line or on two', () => {
    expect(() => written('cpp', { functions: ['a'], at: 'b' })).toThrow('0 lines of the cpp code have b');
    expect(() => written('numpy', { functions: ['a', 'a'], at: 'a' })).toThrow('2 lines of the numpy code have a');
  });
});

describe('each figure shows the functions that it runs, and their twins', () => {
  const none = () => null;
  it.each<[string, CodeListing, Record<CodeTongue, RegExp>]>([
    ['data', data({ testFraction: 0.2, seed: 1 }), { numpy: /^def split/m, cpp: /^std::pair<Dataset, Dataset> Dataset::split/m }],
    ['derivative', derivative({ f: 'x^2', x: 5, h: 1e-4, scheme: 'central' }), { numpy: /^def numerical_derivative/m, cpp: /^Real difference_quotient/m }],
    ['partial', partial('x0^2+x1^2', [3, 4]), { numpy: /^def numerical_gradient/m, cpp: /^std::vector<double> numerical_gradient/m }],
    [
      'gradient-field',
      gradientField('x0^2+x1^2', { x0: [-2, 2], x1: [-2, 2] }),
      { numpy: /^def gradient_field/m, cpp: /^GradientField gradient_field[\s\S]*^void numerical_partials[\s\S]*^void central/m },
    ],
    ['descent', descent('x0^2+x1^2', { start: [-3, 4], steps: 20, runs: [] }, 0), { numpy: /^def gradient_descent/m, cpp: /^Descent gradient_descent/m }],
    ['loss', loss(readLoss(none)), { numpy: /^def cross_entropy_error/m, cpp: /^double cross_entropy_error/m }],
    ['simple-net', simpleNet(readSimpleNet(none)), { numpy: /^class SimpleNet/m, cpp: /^SimpleNet::Weights SimpleNet::gradient/m }],
    ['mini-batch', miniBatch({ batchSize: 100, seed: 1 }), { numpy: /^def mini_batch_losses/m, cpp: /^MiniBatchLosses mini_batch_losses/m }],
    ['why-loss', whyLoss(39_250, { range: [-1, 1] }), { numpy: /^def weight_sweep/m, cpp: /^WeightSweep weight_sweep/m }],
    ['race', race, { numpy: /^def numerical_gradient[\s\S]*^def gradient/m, cpp: /^Vector<Scalar> naive_gradient[\s\S]*TwoLayerNet<Scalar>::gradient/m }],
    ['four-steps and training', training({ batchSize: 100, learningRate: 0.1, optimizer: 'sgd', seed: 1 }), { numpy: /^def plain_step/m, cpp: /^double plain_step/m }],
    ['generalisation', generalisation(readGeneralisation(none)), { numpy: /^def learn/m, cpp: /^Examination examine/m }],
  ])('%s', (_, listing, heads) => {
    for (const tongue of tongues) expect(textOf(listing, tongue)).toMatch(heads[tongue]);
  });
});

describe('the line that is being executed', () => {
  it.each(schemes)('is the quotient of the scheme: %s', (scheme) => {
    const listing = derivative({ f: 'x^2', x: 5, h: 1e-4, scheme });
    expect(currentLine(listing, 'cpp')).toBe(`${currentLine(listing, 'numpy')};`);
  });

  it.each(optimizers)('is the start of a walk, then its update, with %s', (optimizer) => {
    const listing = (at: number) => descent('x0^2+x1^2', { start: [-3, 4], steps: 20, runs: [{ optimizer, learningRate: 0.1 }] }, at);
    expect(currentLine(listing(0), 'numpy')).toMatch(/^x = np\.array\(start/);
    expect(currentLine(listing(0), 'cpp')).toBe('std::vector<double> x(start.begin(), start.end());');
    expect(currentLine(listing(3), 'numpy')).toBe('optimizer.update(x, gradient)');
    expect(currentLine(listing(3), 'cpp')).toMatch(/^optimizer\.update\(/);
  });

  it.each(optimizers)('is that of the phase in training, with %s', (optimizer) => {
    const lines = (['mini-batch', 'gradient', 'update', 'record'] as const).map((phase) => {
      const listing = training({ batchSize: 100, learningRate: 0.1, optimizer, seed: 1 }, phase);
      return tongues.map((tongue) => currentLine(listing, tongue));
    });
    expect(lines).toEqual([
      ['mini_batch = rng.integers(len(x_train), size=batch_size)', 'const std::span<const Index> mini_batch = sampler.draw();'],
      ['gradient = net.gradient(x, labels)', 'const Vector<float> gradient = net.gradient(x, labels);'],
      ['optimizer.update(net.parameters, gradient)', 'optimizer.update(net.parameters(), gradient, learning_rate);'],
      ['return net.loss(x, labels)', 'return net.loss(x, labels);'],
    ]);
  });
});
