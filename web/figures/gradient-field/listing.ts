import central from 'source:native/src/calculus/gradient.cpp#central';
import gradientField from 'source:native/src/calculus/gradient.cpp#gradient_field';
import numericalPartials from 'source:native/src/calculus/gradient.cpp#numerical_partials';
import numpyGradientField from 'source:web/figures/listings/gradient.py#gradient_field';
import numpyNumericalGradient from 'source:web/figures/listings/gradient.py#numerical_gradient';
import { numpyFunction } from '../base/exports/numpy.ts';
import type { CodeListing } from '../base/tools/listing.ts';
import { gridPoints, type State } from './state.ts';

/** The gradient at a point, and one for each point of the grid: in C++ a row of them at a time. */
export function listingOf(f: string, { x0, x1 }: Pick<State, 'x0' | 'x1'>): CodeListing {
  const [first, second] = [x0, x1].map((range) => range.join(', '));
  return {
    numpy: {
      call: `gradient_field(${numpyFunction(f, ['x0', 'x1'])}, x0=(${first}), x1=(${second}), points=${gridPoints})`,
      functions: [numpyNumericalGradient, numpyGradientField],
    },
    cpp: {
      call: `gradient_field(f, {.x0 = {${first}}, .x1 = {${second}}, .columns = ${gridPoints}, .rows = ${gridPoints}});  // f(x0, x1) = ${f}`,
      functions: [gradientField, numericalPartials, central],
    },
  };
}
