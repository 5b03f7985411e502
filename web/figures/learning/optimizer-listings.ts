import adagrad from 'source:native/src/descent/optimizer.cpp#adagrad';
import adam from 'source:native/src/descent/optimizer.cpp#adam';
import momentum from 'source:native/src/descent/optimizer.cpp#momentum';
import nesterov from 'source:native/src/descent/optimizer.cpp#nesterov';
import rmsprop from 'source:native/src/descent/optimizer.cpp#rmsprop';
import sgd from 'source:native/src/descent/optimizer.cpp#sgd';
import numpyAdaGrad from 'source:web/figures/listings/optimizers.py#AdaGrad';
import numpyAdam from 'source:web/figures/listings/optimizers.py#Adam';
import numpyMomentum from 'source:web/figures/listings/optimizers.py#Momentum';
import numpyNesterov from 'source:web/figures/listings/optimizers.py#Nesterov';
import numpyRMSProp from 'source:web/figures/listings/optimizers.py#RMSProp';
import numpySGD from 'source:web/figures/listings/optimizers.py#SGD';
import type { OptimizerName } from '../../engine/api/api.ts';
import type { CodeTongue } from '../base/tools/listing.ts';
import { optimizerNames } from './optimizers.ts';

/** The rule of each. */
export const optimizerListings: Readonly<Record<OptimizerName, Readonly<Record<CodeTongue, string>>>> = {
  sgd: { numpy: numpySGD, cpp: sgd },
  momentum: { numpy: numpyMomentum, cpp: momentum },
  nesterov: { numpy: numpyNesterov, cpp: nesterov },
  adagrad: { numpy: numpyAdaGrad, cpp: adagrad },
  rmsprop: { numpy: numpyRMSProp, cpp: rmsprop },
  adam: { numpy: numpyAdam, cpp: adam },
};

/** One of them in Python, with this rate. */
export function numpyOptimizer(name: OptimizerName, learningRate: number): string {
  return `${optimizerNames[name]}(learning_rate=${learningRate})`;
}
