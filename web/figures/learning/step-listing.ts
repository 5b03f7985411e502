import plainStep from 'source:native/src/net/plain_step.cpp#plain_step';
import numpyPlainStep from 'source:web/figures/listings/training.py#plain_step';
import type { Phase } from '../../engine/api/api.ts';
import type { RunSettings } from '../../engine/protocol/run-types.ts';
import { floatLiteral } from '../base/controls/numbers.ts';
import type { CodeListing, CodeTongue } from '../base/tools/listing.ts';
import { numpyOptimizer, optimizerListings } from './optimizer-listings.ts';

const lineOf: Readonly<Record<Phase, Readonly<Record<CodeTongue, string>>>> = {
  'mini-batch': { numpy: 'mini_batch = rng', cpp: 'sampler.draw()' },
  gradient: { numpy: 'net.gradient(', cpp: 'net.gradient(' },
  update: { numpy: 'optimizer.update(', cpp: 'optimizer.update(' },
  record: { numpy: 'net.loss(', cpp: 'net.loss(' },
};

/** One iteration in its four steps, and the rule of the optimiser; `phase`: the line of it is marked. */
export function stepListing({ batchSize, learningRate, optimizer, seed }: Pick<RunSettings, 'batchSize' | 'learningRate' | 'optimizer' | 'seed'>, phase?: Phase): CodeListing {
  const rule = optimizerListings[optimizer];
  return {
    numpy: {
      call: `rng = np.random.default_rng(${seed})
optimizer = ${numpyOptimizer(optimizer, learningRate)}
plain_step(net, (x_train, t_train), batch_size=${batchSize}, optimizer=optimizer, rng=rng)`,
      functions: [numpyPlainStep, rule.numpy],
      at: phase && lineOf[phase].numpy,
    },
    cpp: {
      call: `MiniBatchSampler sampler = mini_batch_sampler(train, {.batch_size = ${batchSize}, .seed = ${seed}});
Optimizer<float> optimizer{.kind = OptimizerKind::${optimizer}};
plain_step(net, train, sampler, optimizer, ${floatLiteral(learningRate)}f);`,
      functions: [plainStep, rule.cpp],
      at: phase && lineOf[phase].cpp,
    },
  };
}
