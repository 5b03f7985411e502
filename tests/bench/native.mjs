// The engine compiled for this machine: native/bench by Google Benchmark, which writes JSON.
import { mkdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../../.scripts/root.mjs';
import { run } from '../../.scripts/run.mjs';
import { dataFolder } from './data.mjs';
import { names } from './files.mjs';

const program = 'build/native/native/bench/downhill_bench';

/** Google Benchmark's name of each measurement. */
const benchmarks = {
  iteration: 'train_iteration/sgd/100/50',
  numericalGradient: 'numerical_gradient/4',
  naiveGradient: 'plain_numerical_gradient_of_100',
  accuracy: 'evaluate_10000',
  field: 'field_100x100/numerical',
  surface: 'surface_21x21<loss_surface>',
};
const perMillisecond = { ns: 1e6, us: 1e3, ms: 1 };
const parameterCount = 39_760;

/**
 * One round, the quickest of ten repetitions as in timing.mjs; the whole report stays in build/bench/native.json.
 * @returns {Promise<Record<keyof typeof benchmarks, number>>} milliseconds
 */
export async function measureNative() {
  const report = inRepository('build/bench/native.json');
  mkdirSync(inRepository('build/bench'), { recursive: true });
  const filter = `^(${Object.values(benchmarks).join('|')})$`;
  await run(
    inRepository(program),
    [
      `--images=${dataFolder}${names.images}`,
      `--labels=${dataFolder}${names.labels}`,
      `--benchmark_filter=${filter}`,
      '--benchmark_min_time=0.03',
      '--benchmark_repetitions=10',
      `--benchmark_out=${report}`,
    ],
    { quiet: true },
  );
  /** @type {{ benchmarks: { run_name: string, run_type: string, real_time: number, time_unit: keyof typeof perMillisecond }[] }} */
  const { benchmarks: measured } = JSON.parse(readFileSync(report, 'utf8'));
  const times = Object.entries(benchmarks).map(([name, of]) => {
    const repetitions = measured.filter((benchmark) => benchmark.run_type === 'iteration' && benchmark.run_name === of);
    if (repetitions.length === 0) throw new Error(`${program} has no benchmark ${of}`);
    return [name, Math.min(...repetitions.map(({ real_time, time_unit }) => real_time / perMillisecond[time_unit]))];
  });
  const all = Object.fromEntries(times);
  return { ...all, naiveGradient: (all.naiveGradient * parameterCount) / 100 };
}
