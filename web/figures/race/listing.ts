import naiveGradient from 'source:native/src/net/two_layer_net.cpp#naive_gradient';
import gradient from 'source:native/src/net/two_layer_net.cpp#TwoLayerNet::gradient';
import numpyGradient from 'source:web/figures/listings/two_layer_net.py#TwoLayerNet.gradient';
import numpyNumericalGradient from 'source:web/figures/listings/two_layer_net.py#TwoLayerNet.numerical_gradient';
import type { CodeListing } from '../base/tools/listing.ts';

/** The gradient of the same loss, from two losses for each parameter and from the chain rule. */
export const listing: CodeListing = {
  numpy: { call: 'net.numerical_gradient(x, labels), net.gradient(x, labels)', functions: [numpyNumericalGradient, numpyGradient] },
  cpp: {
    call: `net.numerical_gradient(x, labels, {.method = NumericalMethod::naive});
net.numerical_gradient(x, labels, {.method = NumericalMethod::incremental});  // only what each nudge changes
net.gradient(x, labels);`,
    functions: [naiveGradient, gradient],
  },
};
