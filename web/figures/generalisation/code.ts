import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

/** Learning from few digits, and the two accuracies. */
export function code({ size, iterations, hiddenSize, learningRate }: State): CodeListing {
  const count = size === 'all' ? 'len(x_train)' : size;
  return {
    numpy: `x, t = x_train[:${count}], t_train[:${count}]            # few digits, or many
net = TwoLayerNet(784, ${hiddenSize}, 10)
for iteration in range(${iterations}):
    chosen = rng.integers(len(x), size=100)
    net.parameters -= ${learningRate} * net.gradient(x[chosen], t[chosen])
    if iteration % max(len(x) // 100, 1) == 0:       # an epoch
        train.append(net.accuracy(x, t))
        test.append(net.accuracy(x_test, t_test))    # never learnt from
gap = train[-1] - test[-1]
`,
    cpp: `Trainer trainer(net, train_set${size === 'all' ? '' : `.subset(first_${size})`}, {.batch_size = 100, .learning_rate = ${learningRate}});
trainer.run(${iterations});
const double gap = accuracy(net, train_set) - accuracy(net, test_set);
const Examination found = examine(net, test_set);    // confusion matrix, worst mistakes
`,
  };
}
