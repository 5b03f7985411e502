import type { OptimizerName } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import { type Attributes, type ListRule, obeys, type Point, problemsOf, readList, readName, readNumber, readPoint, readRange } from '../base/state/reading.ts';
import { optimizers } from '../learning/optimizers.ts';

export const stateAttributes = ['f', 'x0', 'x1', 'start', 'optimizer', 'learning-rate', 'compare', 'steps', 'at', 'log'];
export const rateRule = { attribute: 'learning-rate', lowest: 0, highest: 100, fallback: 0.1 };
export const stepsRule = { attribute: 'steps', lowest: 0, highest: 1000, integer: true, fallback: 20 };
export const chapterRates = [0.1, 10, 1e-10] as const;
export const mostRuns = 4;
const chapterStart: Point = [-3, 4];
const chapterRange: Point = [-5, 5];

/** One walk from the common start. */
export interface Run {
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
}

export interface State {
  readonly x0: Point;
  readonly x1: Point;
  readonly start: Point;
  /** The walk of `optimizer` and `learning-rate`, then those of `compare`. */
  readonly runs: readonly Run[];
  readonly steps: number;
  /** The step that is shown; undefined for the last. */
  readonly at: number | undefined;
  readonly log: boolean;
  readonly problems: readonly Problem[];
}

const compareRule: ListRule<Run> = { attribute: 'compare', most: mostRuns - 1, example: 'momentum:0.1;adam:0.3', entry: readRun };

/** The chapter's walk by default; another function of the catalogue is shown where it is interesting, with the start in an upper corner. */
export function readState(attribute: Attributes, f: FunctionOfTwo | undefined): State {
  const own = f?.field && f.field.name !== 'bowl' ? f.field : undefined;
  const x0 = readRange('x0', attribute('x0'), own?.x0 ?? chapterRange);
  const x1 = readRange('x1', attribute('x1'), own?.x1 ?? chapterRange);
  const start = readPoint('start', attribute('start'), own ? [share(own.x0, 0.15), share(own.x1, 0.85)] : chapterStart);
  const optimizer = readName('optimizer', attribute('optimizer'), optimizers, 'sgd');
  const learningRate = readNumber(attribute('learning-rate'), rateRule);
  const compare = readList(attribute('compare'), compareRule);
  const steps = readNumber(attribute('steps'), stepsRule);
  const at = readNumber(attribute('at'), { ...stepsRule, attribute: 'at', fallback: steps.value });
  return {
    x0: x0.value,
    x1: x1.value,
    start: start.value,
    runs: [{ optimizer: optimizer.value, learningRate: learningRate.value }, ...compare.value],
    steps: steps.value,
    at: attribute('at') === null ? undefined : at.value,
    log: attribute('log') !== null,
    problems: problemsOf(x0, x1, start, optimizer, learningRate, compare, steps, at),
  };
}

/** The attributes that hold these runs. */
export function runAttributes(runs: readonly Run[]): Record<'optimizer' | 'learning-rate' | 'compare', string | null> {
  const [first, ...others] = runs;
  return {
    optimizer: first?.optimizer ?? null,
    'learning-rate': first ? String(first.learningRate) : null,
    compare: others.length > 0 ? others.map(({ optimizer, learningRate }) => `${optimizer}:${learningRate}`).join(';') : null,
  };
}

/** One more run: the last one, with an optimiser that is not in use yet. */
export function withOneMore(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1) ?? { optimizer: 'sgd', learningRate: rateRule.fallback };
  const optimizer = optimizers.find((each) => runs.every((run) => run.optimizer !== each)) ?? 'sgd';
  return [...runs, { ...last, optimizer }];
}

function readRun(text: string): Run | undefined {
  const [name, rate = '', ...more] = text.split(':');
  const optimizer = optimizers.find((each) => each === name);
  const learningRate = rate.trim() === '' ? Number.NaN : Number(rate);
  return optimizer && more.length === 0 && obeys(learningRate, rateRule) ? { optimizer, learningRate } : undefined;
}

function share([lo, hi]: Point, of: number): number {
  return Number((lo + of * (hi - lo)).toPrecision(2));
}
