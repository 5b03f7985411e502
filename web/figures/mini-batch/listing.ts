import miniBatchLosses from 'source:native/src/net/mini_batch_losses.cpp#mini_batch_losses';
import sampleLosses from 'source:native/src/net/mini_batch_losses.cpp#sample_losses(const TwoLayerNet<float>& net, const Dataset& data, Index begin';
import numpyMiniBatchLosses from 'source:web/figures/listings/mini_batch.py#mini_batch_losses';
import numpySampleLosses from 'source:web/figures/listings/mini_batch.py#sample_losses';
import type { CodeListing } from '../base/tools/listing.ts';
import { batches, type State } from './state.ts';

export function listingOf({ batchSize, seed }: Pick<State, 'batchSize' | 'seed'>): CodeListing {
  return {
    numpy: {
      call: `mini_batch_losses(sample_losses(net, x, labels), batch_size=${batchSize}, batches=${batches}, rng=np.random.default_rng(${seed}))`,
      functions: [numpySampleLosses, numpyMiniBatchLosses],
    },
    cpp: { call: `mini_batch_losses(sample_losses(net, data, 0, data.size()), ${batchSize}, ${batches}, Random(${seed}));`, functions: [sampleLosses, miniBatchLosses] },
  };
}
