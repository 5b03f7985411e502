import numericalGradient from 'source:native/include/downhill/calculus/gradient.hpp#numerical_gradient';
import numpyNumericalGradient from 'source:web/figures/listings/gradient.py#numerical_gradient';
import { floatLiteral } from '../base/controls/numbers.ts';
import { numpyFunction } from '../base/exports/numpy.ts';
import type { Point } from '../base/state/reading.ts';
import type { CodeListing } from '../base/tools/listing.ts';

/** Both partial derivatives: while one variable is moved the other is held still. */
export function listingOf(f: string, point: Point): CodeListing {
  const x = point.map(floatLiteral).join(', ');
  return {
    numpy: { call: `numerical_gradient(${numpyFunction(f, ['x0', 'x1'])}, x=(${x}))`, functions: [numpyNumericalGradient] },
    cpp: { call: `numerical_gradient(f, std::array{${x}});  // f(x0, x1) = ${f}`, functions: [numericalGradient] },
  };
}
