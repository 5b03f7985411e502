import classCounts from 'source:native/src/data/dataset.cpp#Dataset::class_counts';
import split from 'source:native/src/data/dataset.cpp#Dataset::split';
import numpyClassCounts from 'source:web/figures/listings/dataset.py#class_counts';
import numpySplit from 'source:web/figures/listings/dataset.py#split';
import type { CodeListing } from '../base/tools/listing.ts';
import type { State } from './state.ts';

/** The split of the digits. */
export function listingOf({ testFraction, seed }: Pick<State, 'testFraction' | 'seed'>): CodeListing {
  return {
    numpy: {
      call: `train, test = split(x, labels, test_fraction=${testFraction}, rng=np.random.default_rng(${seed}))\nclass_counts(train[1])`,
      functions: [numpySplit, numpyClassCounts],
    },
    cpp: { call: `const auto [train, test] = digits.split(${testFraction}, ${seed});\ntrain.class_counts();`, functions: [split, classCounts] },
  };
}
