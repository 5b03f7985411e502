import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { findHeader } from '../../.scripts/versions.mjs';
import { example } from './listing-examples.ts';

const headers = ['descent/descent', 'loss/loss', 'net/examination', 'net/mini_batch_losses', 'net/simple_net', 'net/trainer', 'net/weight_sweep'];

/** What each call takes for granted; a net for gradients is one of float64. */
const given: Readonly<Record<keyof typeof example, string>> = {
  data: 'const Dataset& digits',
  derivative: 'const Expression& f',
  partial: 'const Expression& f',
  gradientField: 'const Expression& f',
  descent: 'const Expression& f',
  loss: '',
  simpleNet: '',
  miniBatch: 'const TwoLayerNet<float>& net, const Dataset& data',
  whyLoss: 'const TwoLayerNet<double>& net, const Matrix<double>& x, std::span<const Label> labels',
  race: 'const TwoLayerNet<double>& net, const Matrix<double>& x, std::span<const Label> labels',
  training: 'TwoLayerNet<float>& net, const Dataset& train',
  generalisation: 'std::shared_ptr<TwoLayerNet<float>> net, const Dataset& train, const Dataset& test',
  generalisationOfFew: 'std::shared_ptr<TwoLayerNet<float>> net, const Dataset& train, const Dataset& test',
};

it('the calls in C++ that the Code panels show compile', () => {
  const functions = Object.entries(example).map(([name, { cpp }]) => `void ${name}(${given[name as keyof typeof given]}) {\n${cpp.call}\n}\n`);
  const program = ['#include <numeric>\n', ...headers.map((header) => `#include <downhill/${header}.hpp>\n`), 'using namespace downhill;\n', ...functions].join('');
  const eigen = dirname(dirname(findHeader('eigen3/Eigen/Core') ?? ''));
  const options = ['-std=c++20', '-fsyntax-only', '-I', join(import.meta.dirname, '../../native/include'), '-isystem', eigen];
  expect(() => execFileSync('g++', [...options, '-x', 'c++', '-'], { input: program, stdio: 'pipe' })).not.toThrow();
});
