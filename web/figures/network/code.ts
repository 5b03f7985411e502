import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

/** One digit forward through the net, and what one hidden unit says for the answer. */
export function codeOf({ digit, unit = 0 }: State, answer: number): CodeListing {
  return {
    numpy: `def predict(x):
    a1 = x @ W1 + b1       # 784 pixels, 50 sums
    z = sigmoid(a1)        # 50 hidden units
    a2 = z @ W2 + b2       # 10 sums
    return z, softmax(a2)  # 10 probabilities

z, y = predict(x_test[${digit}])
np.argmax(y)                # ${answer}
z[${unit}] * W2[${unit}, ${answer}]`,
    cpp: `const ForwardPass<float> pass = net.forward(x);  // a1, z, a2, y
const Contributions of = contributions(net, x);
of.to_output(${unit}, ${answer});  // z(${unit})·W2(${unit}, ${answer})`,
  };
}
