import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

/** The split, and the digit that is shown. */
export function code({ digit, testFraction, seed }: State, label: number | undefined, testSize: number | undefined): CodeListing {
  const of = label === undefined ? '' : `: ${label}`;
  // The comments stand in one column, whatever the digit.
  const numpy = (line: string) => line.padEnd(29);
  const cpp = (line: string) => line.padEnd(36);
  return {
    numpy: `${numpy('x.shape')} # (10000, 784): uint8, 0 … 255
${numpy(`x[${digit}].reshape(28, 28)`)} # this digit as numbers
${numpy(`t[${digit}]`)} # its label${of}
${numpy('(x == 0).mean()')} # the share of zeros in all digits

order = np.random.default_rng(${seed}).permutation(len(x))
test, train = order[:${testSize ?? 2000}], order[${testSize ?? 2000}:]
${numpy('np.bincount(t[train])')} # how many of each class
`,
    cpp: `const Dataset digits = dataset_from_idx(images, labels);
${cpp(`digits.pixels(${digit});`)} // this digit: 784 numbers, 0 … 255
${cpp(`digits.label(${digit});`)} // its label${of}

const auto [train, test] = digits.split(${testFraction}, ${seed});
${cpp('train.class_counts();')} // how many of each class
`,
  };
}
