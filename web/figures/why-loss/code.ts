import { written } from '../base/controls/numbers.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';
import type { Sweep } from './compute.ts';
import type { Place } from './weight-map.ts';

export function codeOf({ part, row, column, sides }: Place, parameter: number, { range }: Sweep): CodeListing {
  const [lo, hi] = range.map((end) => written(end, 4).replace('−', '-'));
  const index = sides.row ? `${row}, ${column}` : String(column);
  return {
    numpy: `for w in np.linspace(${lo}, ${hi}, 401):
    net.params['${part.name}'][${index}] = w              # all others stay
    y = net.predict(x)
    accuracy.append(np.mean(y.argmax(axis=1) == t))   # counts right answers
    loss.append(net.loss(x, t))                       # hears every touch`,
    cpp: `// Parameter ${parameter} is ${part.name}(${index}).
const WeightSweep sweep = weight_sweep(net, x, labels, ${parameter}, {${lo}, ${hi}}, 401);

for (const auto& [weight, accuracy, loss] : sweep.points) {
  std::cout << weight << ',' << accuracy << ',' << loss << '\\n';
}`,
  };
}
