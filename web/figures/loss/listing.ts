import crossEntropyError from 'source:native/src/loss/loss.cpp#cross_entropy_error(const Matrix<double>& y, const Matrix<double>& t';
import meanSquaredError from 'source:native/src/loss/loss.cpp#mean_squared_error';
import numpyCrossEntropyError from 'source:web/figures/listings/loss.py#cross_entropy_error';
import numpyMeanSquaredError from 'source:web/figures/listings/loss.py#mean_squared_error';
import type { CodeListing } from '../base/tools/listing.ts';
import { classes, type State } from './state.ts';

export function listingOf({ y, label }: Pick<State, 'y' | 'label'>): CodeListing {
  const outputs = y.join(', ');
  const targets = classes.map((k) => (k === label ? 1 : 0)).join(', ');
  return {
    numpy: {
      call: `y = np.array([${outputs}])\nt = np.array([${targets}])\nmean_squared_error(y, t), cross_entropy_error(y, t)`,
      functions: [numpyMeanSquaredError, numpyCrossEntropyError],
    },
    cpp: {
      call: `const Matrix<double> y{{${outputs}}};
const Matrix<double> t{{${targets}}};
mean_squared_error({y.data(), ${classes.length}}, {t.data(), ${classes.length}});
cross_entropy_error(y, t);`,
      functions: [meanSquaredError, crossEntropyError],
    },
  };
}
