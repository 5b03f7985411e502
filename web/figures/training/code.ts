import type { Phase } from '../../engine/api/api.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

const lineOf: Readonly<Record<Phase, { numpy: number; cpp: number }>> = {
  'mini-batch': { numpy: 2, cpp: 2 },
  gradient: { numpy: 4, cpp: 3 },
  update: { numpy: 5, cpp: 4 },
  record: { numpy: 6, cpp: 5 },
};

/** The four steps, with the numbers that are set; `phase` is the one that was run by itself last. */
export function code(
  { batchSize, learningRate, hiddenSize, optimizer }: State,
  { inputs, classes }: { readonly inputs: number; readonly classes: number },
  phase: Phase | undefined,
): CodeListing {
  const step = optimizer === 'sgd' ? `    net.parameters -= ${learningRate} * gradient` : `    optimizer.update(net.parameters, gradient)   # ${optimizer}, rate ${learningRate}`;
  return {
    ...(phase && { current: lineOf[phase] }),
    numpy: `net = TwoLayerNet(${inputs}, ${hiddenSize}, ${classes})
for iteration in range(10_000):
    chosen = rng.integers(len(x_train), size=${batchSize})        # 1. mini-batch
    x, t = x_train[chosen], t_train[chosen]
    gradient = net.gradient(x, t)                         # 2. gradient
${step}
    losses.append(net.loss(x, t))                         # 4. repeat
`,
    cpp: `Trainer trainer(net, train_set, {.batch_size = ${batchSize}, .learning_rate = ${learningRate}});
for (int iteration = 0; iteration < 10'000; ++iteration) {
  trainer.draw_mini_batch();                     // 1. mini-batch
  trainer.compute_gradient();                    // 2. gradient
  trainer.update();                              // 3. update
  trainer.record();                              // 4. repeat
}
`,
  };
}
