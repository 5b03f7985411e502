import { percent, written } from '../base/controls/numbers.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import { crossingOf, endOf, type RunRecord } from './records.ts';

/** All runs of the reader that can be compared, the latest last. */
export type Runs = readonly RunRecord[];

/** What a film does beside setting attributes. */
export interface Stage {
  /** A run from its start at this rate. */
  learn(rate: number): void;
  /** The run as it is. */
  run(): RunRecord | undefined;
}

const rates = [0.01, 0.1, 1] as const;
/** A rate that has not arrived after as many iterations may be said to be slower. */
const fewest = 700;
const patience = 1500;

const arrived = (run: RunRecord) => crossingOf(run) ?? Number.POSITIVE_INFINITY;
const latestAt = (runs: Runs, rate: number) => runs.findLast((run) => run.steady && run.rate === rate);
/** It has not read so much by then, and had the time. */
const isLater = (run: RunRecord, crossing: number, least: number) => arrived(run) > crossing && (crossingOf(run) !== undefined || run.iterations >= Math.max(crossing, least));
/** Rate, iterations to the goal or '', all iterations, accuracy at the end. */
const told = (run: RunRecord) => [written(run.rate, 3), String(crossingOf(run) ?? ''), String(run.iterations), percent(endOf(run) ?? 0, 1)];

export function judgeFirst(runs: Runs): Verdict | undefined {
  const [winner, ...others] = rates.flatMap((rate) => latestAt(runs, rate) ?? []).sort((a, b) => arrived(a) - arrived(b));
  const crossing = winner && crossingOf(winner);
  if (crossing !== undefined && others.length === rates.length - 1 && others.every((other) => isLater(other, crossing, fewest))) {
    return found(written(winner?.rate ?? Number.NaN, 3), String(crossing), ...others.flatMap(told));
  }
  const last = runs.at(-1);
  const givenUp = last?.over && last.steady && rates.some((rate) => rate === last.rate) && crossingOf(last) === undefined && last.iterations < fewest;
  return givenUp ? near('given-up', written(last.rate, 3), percent(endOf(last) ?? 0, 1), String(fewest)) : undefined;
}

export function judgeTooLarge(runs: Runs): Verdict | undefined {
  const steady = runs.filter((run) => run.steady && run.rate >= 1);
  for (const larger of steady) {
    const smaller = steady.find((run) => run.rate < larger.rate && isLater(larger, arrived(run), patience));
    if (smaller) return found(...told(smaller), ...told(larger));
  }
  const last = runs.at(-1);
  if (!last?.over || !last.steady || last.rate <= 1) return undefined;
  return crossingOf(last) === undefined ? near('wait', written(last.rate, 3), String(patience)) : near('larger', written(last.rate, 3), String(crossingOf(last)));
}

/** What a film sets before it lets the net learn. */
const chapter = {
  data: null,
  'hidden-size': null,
  activation: null,
  'weight-init': null,
  'batch-size': null,
  optimizer: null,
  seed: null,
  'full-speed': null,
};

export function tasksOf(stage: Stage): readonly Task<Runs>[] {
  const done = (iterations: number) => {
    const run = stage.run();
    return run !== undefined && (crossingOf(run) !== undefined || run.iterations >= iterations);
  };
  return [
    {
      id: 'first',
      judge: (trail) => judgeFirst(trail.at(-1) ?? []),
      show: async (film) => {
        await film.set(chapter);
        for (const rate of [1, 0.1, 0.01]) {
          stage.learn(rate);
          await film.until(() => stage.run()?.rate === rate && done(fewest + 80));
          await film.pause(600);
        }
      },
    },
    {
      id: 'too-large',
      judge: (trail) => judgeTooLarge(trail.at(-1) ?? []),
      show: async (film) => {
        await film.set(chapter);
        for (const rate of [3, 10]) {
          stage.learn(rate);
          await film.until(() => stage.run()?.rate === rate && done(patience));
          await film.pause(600);
        }
      },
    },
  ];
}
