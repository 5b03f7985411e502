import gradientDescent from 'source:native/src/descent/descent.cpp#gradient_descent';
import numpyGradientDescent from 'source:web/figures/listings/descent.py#gradient_descent';
import { floatLiteral } from '../base/controls/numbers.ts';
import { numpyFunction } from '../base/exports/numpy.ts';
import type { CodeListing } from '../base/tools/listing.ts';
import { numpyOptimizer, optimizerListings } from '../learning/optimizer-listings.ts';
import type { Run, State } from './state.ts';

const chapterRun: Run = { optimizer: 'sgd', learningRate: 0.1 };

/** Of the first run. While the reader steps, the line that made the last point is the current one: the start at 0, else the update. */
export function listingOf(f: string, { start, steps, runs: [run = chapterRun] }: Pick<State, 'start' | 'steps' | 'runs'>, at: number): CodeListing {
  const { optimizer, learningRate } = run;
  const from = start.map(floatLiteral).join(', ');
  const rule = optimizerListings[optimizer];
  return {
    numpy: {
      call: `gradient_descent(${numpyFunction(f, ['x0', 'x1'])}, start=(${from}), optimizer=${numpyOptimizer(optimizer, learningRate)}, steps=${steps})`,
      functions: [numpyGradientDescent, rule.numpy],
      at: at === 0 ? 'x = np.array(start' : 'optimizer.update(',
    },
    cpp: {
      call: `gradient_descent(f, std::array{${from}}, {.learning_rate = ${learningRate}, .steps = ${steps}, .optimizer = OptimizerKind::${optimizer}});  // f(x0, x1) = ${f}`,
      functions: [gradientDescent, rule.cpp],
      at: at === 0 ? 'x(start.begin(), start.end())' : 'optimizer.update(',
    },
  };
}
