import differenceQuotient from 'source:native/src/calculus/derivative.cpp#difference_quotient';
import numericalDerivative from 'source:native/src/calculus/derivative.cpp#numerical_derivative(const Expression& f';
import numpyNumericalDerivative from 'source:web/figures/listings/derivative.py#numerical_derivative';
import type { Scheme } from '../../engine/api/api.ts';
import { floatLiteral } from '../base/controls/numbers.ts';
import { numpyFunction } from '../base/exports/numpy.ts';
import type { CodeListing } from '../base/tools/listing.ts';
import type { State } from './state.ts';

const quotients: Readonly<Record<Scheme, string>> = {
  central: '(f(x + h) - f(x - h)) / (2 * h)',
  forward: '(f(x + h) - f(x)) / h',
  backward: '(f(x) - f(x - h)) / h',
};

/** The quotient of the scheme is the current line. */
export function listingOf({ f, x, h, scheme }: Pick<State, 'f' | 'x' | 'h' | 'scheme'>): CodeListing {
  const at = quotients[scheme];
  return {
    numpy: { call: `numerical_derivative(${numpyFunction(f, ['x'])}, x=${floatLiteral(x)}, h=${h}, scheme="${scheme}")`, functions: [numpyNumericalDerivative], at },
    cpp: { call: `numerical_derivative(f, ${floatLiteral(x)}, ${h}, Scheme::${scheme});  // f(x) = ${f}`, functions: [differenceQuotient, numericalDerivative], at },
  };
}
