import at from 'source:native/src/net/weight_sweep.cpp#at';
import weightSweep from 'source:native/src/net/weight_sweep.cpp#weight_sweep';
import numpyWeightSweep from 'source:web/figures/listings/weight_sweep.py#weight_sweep';
import type { CodeListing } from '../base/tools/listing.ts';
import { type Sweep, sweepPoints } from './compute.ts';

export function listingOf(parameter: number, { range }: Pick<Sweep, 'range'>): CodeListing {
  const [lowest, highest] = range.map((end) => Number(end.toPrecision(4)));
  return {
    numpy: { call: `weight_sweep(net, x, labels, parameter=${parameter}, lowest=${lowest}, highest=${highest}, count=${sweepPoints})`, functions: [numpyWeightSweep] },
    cpp: { call: `weight_sweep(net, x, labels, ${parameter}, {${lowest}, ${highest}}, ${sweepPoints});`, functions: [weightSweep, at] },
  };
}
