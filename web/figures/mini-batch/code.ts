import type { CodeListing } from '../base/tools/code-panel.ts';
import { batches, type State } from './state.ts';

export function codeOf({ batchSize, seed }: State): CodeListing {
  return {
    numpy: `rng = np.random.default_rng(${seed})
losses = []
for _ in range(${batches}):
    chosen = rng.integers(len(x_train), size=${batchSize})   # a mini-batch
    losses.append(net.loss(x_train[chosen], t_train[chosen]))

np.std(losses)   # about sigma / np.sqrt(${batchSize})`,
    cpp: `// The loss of a mini-batch is the mean of those of its samples: each sample needs one forward pass only.
const std::vector<float> each = sample_losses(net, train_set);
const MiniBatchLosses drawn = mini_batch_losses(each, ${batchSize}, ${batches}, Random(${seed}));

drawn.standard_deviation;  // measured
drawn.expected_deviation;  // σ/√${batchSize}`,
  };
}
