import probabilities from 'source:native/src/net/simple_net.cpp#probabilities';
import gradient from 'source:native/src/net/simple_net.cpp#SimpleNet::gradient';
import loss from 'source:native/src/net/simple_net.cpp#SimpleNet::loss';
import numericalGradient from 'source:native/src/net/simple_net.cpp#SimpleNet::numerical_gradient';
import numpySoftmax from 'source:web/figures/listings/activation.py#softmax';
import numpyNumericalGradient from 'source:web/figures/listings/gradient.py#numerical_gradient';
import numpyCrossEntropyError from 'source:web/figures/listings/loss.py#cross_entropy_error';
import numpySimpleNet from 'source:web/figures/listings/simple_net.py#SimpleNet';
import type { CodeListing } from '../base/tools/listing.ts';
import { classes, type State } from './state.ts';

/** The net, its loss and its gradient both ways. */
export function listingOf({ w, x, label, h }: Pick<State, 'w' | 'x' | 'label' | 'h'>): CodeListing {
  const [first, second] = [w.slice(0, 3), w.slice(3)].map((row) => row.join(', '));
  const input = x.join(', ');
  const target = classes.map((k) => (k === label ? 1 : 0)).join(', ');
  return {
    numpy: {
      call: `net = SimpleNet([[${first}], [${second}]])
x, t = np.array([${input}]), np.array([${target}])
net.loss(x, t), net.gradient(x, t), net.numerical_gradient(x, t, h=${h})`,
      functions: [numpySimpleNet, numpySoftmax, numpyCrossEntropyError, numpyNumericalGradient],
    },
    cpp: {
      call: `const SimpleNet net{.W = SimpleNet::Weights{{${first}}, {${second}}}};
const SimpleNet::Input x{${input}};
net.loss(x, ${label});
net.gradient(x, ${label});
net.numerical_gradient(x, ${label}, ${h});`,
      functions: [probabilities, loss, gradient, numericalGradient],
    },
  };
}
