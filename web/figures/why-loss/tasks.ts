import type { WeightSweep } from '../../engine/api/api.ts';
import { written } from '../base/controls/numbers.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import { digitCount } from './compute.ts';
import { risers } from './risers.ts';
import type { Passed } from './stretch.ts';

/** What the sweep has between the ends of a movement. */
export interface Swept {
  readonly lowest: number;
  readonly highest: number;
  /** The least and the largest of the points in it. */
  readonly accuracy: readonly [number, number];
  readonly loss: readonly [number, number];
  /** The step in it that is nearest to where it came to rest. */
  readonly step: number | undefined;
}

/** Shorter, or with less in it, a stretch says nothing. */
const least = { width: 0.2, lossMoves: 0.005 };
/** Of a decimal number in binary. */
const rounding = 1e-9;

export function sweptOf(sweep: Pick<WeightSweep, 'weight' | 'accuracy' | 'loss'>, { lowest, highest, last }: Passed): Swept | undefined {
  const inside = [...sweep.weight.keys()].filter((i) => (sweep.weight[i] ?? 0) >= lowest && (sweep.weight[i] ?? 0) <= highest);
  if (inside.length < 2) return undefined;
  const rangeOf = (values: Float64Array): [number, number] => {
    const all = inside.map((i) => values[i] ?? Number.NaN);
    return [Math.min(...all), Math.max(...all)];
  };
  const [step] = risers(sweep)
    .filter(({ at }) => at > lowest && at < highest)
    .map(({ at }) => at)
    .sort((a, b) => Math.abs(a - last) - Math.abs(b - last));
  return { lowest, highest, accuracy: rangeOf(sweep.accuracy), loss: rangeOf(sweep.loss), step };
}

function judge(trail: readonly Swept[]): Verdict | undefined {
  const last = trail.at(-1);
  if (!last) return undefined;
  const { lowest, highest, accuracy, loss, step } = last;
  if (highest - lowest < least.width - rounding) return undefined;
  if (step !== undefined || accuracy[0] !== accuracy[1]) return step === undefined ? undefined : near('step', written(step, 3));
  const moved = loss[1] - loss[0];
  if (moved < least.lossMoves) return near('still', written(moved, 2));
  return found(written(lowest, 3), written(highest, 3), written(Math.round(digitCount * accuracy[0]), 3), written(moved, 2));
}

/** A plateau of the weight that is turned by default. */
const shown = { from: -2.13, to: -3.9, frames: 30 };

/** A stretch in which the accuracy does not move and the loss does. `ready`: the net has learnt. */
export function plateauTask(ready: () => boolean): Task<Swept> {
  return {
    id: 'plateau',
    judge,
    show: async (film) => {
      const { from, to, frames } = shown;
      await film.set({ weight: null, span: null, value: from });
      await film.until(ready);
      await film.pause(800);
      for (let frame = 1; frame <= frames; frame++) {
        await film.set({ value: Number((from + ((to - from) * frame) / frames).toFixed(3)) });
        await film.pause(60);
      }
    },
  };
}
