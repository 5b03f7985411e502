import gradientDescent from 'source:native/src/descent/descent.cpp#gradient_descent';
import numpyGradientDescent from 'source:web/figures/listings/descent.py#gradient_descent';
import { floatLiteral } from '../base/controls/numbers.ts';
import { numpyFunction } from '../base/exports/numpy.ts';
import type { Point } from '../base/state/reading.ts';
import type { CodeListing } from '../base/tools/listing.ts';
import { numpyOptimizer, optimizerListings } from '../learning/optimizer-listings.ts';
import { drawn, learningRate } from './compute.ts';

/** The walk of the walker that was dropped last, or of the ring. */
export function listingOf(f: string, start: Point): CodeListing {
  const from = start.map(floatLiteral).join(', ');
  const rule = optimizerListings.sgd;
  return {
    numpy: {
      call: `gradient_descent(${numpyFunction(f, ['x0', 'x1'])}, start=(${from}), optimizer=${numpyOptimizer('sgd', learningRate)}, steps=${drawn})`,
      functions: [numpyGradientDescent, rule.numpy],
    },
    cpp: {
      call: `gradient_descent(f, std::array{${from}}, {.learning_rate = ${learningRate}, .steps = ${drawn}, .method = Differentiation::exact});  // f(x0, x1) = ${f}`,
      functions: [gradientDescent, rule.cpp],
    },
  };
}
