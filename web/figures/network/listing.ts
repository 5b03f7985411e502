import contributions from 'source:native/src/net/contributions.cpp#contributions';
import forward from 'source:native/src/net/two_layer_net.cpp#TwoLayerNet::forward';
import numpySigmoid from 'source:web/figures/listings/activation.py#sigmoid';
import numpySoftmax from 'source:web/figures/listings/activation.py#softmax';
import numpyPredict from 'source:web/figures/listings/two_layer_net.py#TwoLayerNet.predict';
import type { CodeListing } from '../base/tools/listing.ts';
import type { State } from './state.ts';

/** One digit forward through the net, and what its sums are made of. */
export function listingOf({ digit }: Pick<State, 'digit'>): CodeListing {
  return {
    numpy: { call: `net.predict(x_test[${digit}:${digit + 1}])`, functions: [numpyPredict, numpySigmoid, numpySoftmax] },
    cpp: { call: `contributions(net, test.inputs(std::array<Index, 1>{${digit}}));`, functions: [contributions, forward] },
  };
}
