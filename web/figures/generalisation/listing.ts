import accuracy from 'source:native/src/net/examination.cpp#Examination::accuracy';
import examine from 'source:native/src/net/examination.cpp#examine';
import numpyConfusionMatrix from 'source:web/figures/listings/training.py#confusion_matrix';
import numpyLearn from 'source:web/figures/listings/training.py#learn';
import type { CodeListing } from '../base/tools/listing.ts';
import { numpyOptimizer } from '../learning/optimizer-listings.ts';
import { type State, settingsOf } from './state.ts';

const firstOf = (count: number) => `std::vector<Index> first(${count});
std::iota(first.begin(), first.end(), Index{0});
`;

/** Learning from few digits, and what the net then answers to those that it has not seen. */
export function listingOf(state: State): CodeListing {
  const { batchSize, trainSize, optimizer, learningRate, seed } = settingsOf(state);
  const part = trainSize === undefined ? '' : `[:${trainSize}]`;
  return {
    numpy: {
      call: `train, test = (x_train${part}, t_train${part}), (x_test, t_test)
learn(net, train, test, iterations=${state.iterations}, batch_size=${batchSize}, optimizer=${numpyOptimizer(optimizer, learningRate)}, rng=np.random.default_rng(${seed}))
confusion_matrix(net, *test)`,
      functions: [numpyLearn, numpyConfusionMatrix],
    },
    cpp: {
      call: `${trainSize === undefined ? '' : firstOf(trainSize)}Trainer trainer(net, ${trainSize === undefined ? 'train' : 'train.subset(first)'}, {.batch_size = ${batchSize}, .learning_rate = ${learningRate}, .optimizer = OptimizerKind::${optimizer}, .seed = ${seed}});
trainer.run(${state.iterations});
const Examination found = examine(*trainer.net(), test, 10, 0, test.size());
found.accuracy();`,
      functions: [examine, accuracy],
    },
  };
}
