import { written } from '../base/controls/numbers.ts';
import type { Point } from '../base/state/reading.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import type { Flow } from './compute.ts';
import { pass, saddleOfPass } from './state.ts';

/** A point that was dropped, and where it has come to rest. */
export interface Drop {
  readonly flow: Flow;
  /** The name of f, if it has one. */
  readonly field: string | undefined;
  /** It came to rest on a saddle that the picture shows. */
  readonly onSaddle: boolean;
}

/** A drop that begins on the saddle does not come to rest there. */
const fewestPoints = 10;
/** The drops next to the line that leads to the saddle pass it as near as that. */
const close = 0.75;

export const pointText = ([x0, x1]: Point, digits = 3) => `(${written(x0, digits)}, ${written(x1, digits)})`;

export function judge({ flow, field, onSaddle }: Drop): Verdict {
  const { from, to, line, value } = flow;
  if (onSaddle && line.length / 2 >= fewestPoints) return found(pointText(from), pointText(to), written(value, 3));
  if (field !== pass.name) return near('other');
  return distance(line, saddleOfPass) < close ? near('close', pointText(to)) : near('valley', pointText(from), pointText(to));
}

/** Of the nearest point of a line. */
function distance(line: Float64Array, [x0, x1]: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < line.length; i += 2) nearest = Math.min(nearest, Math.hypot((line[i] as number) - x0, (line[i + 1] as number) - x1));
  return nearest;
}

const shownDrops: readonly Point[] = [
  [0.2, 1.5],
  [-0.2, 1.5],
  [0, 1.5],
];

export const tasks: readonly Task<Drop>[] = [
  {
    id: 'saddle',
    judge: (trail) => {
      const last = trail.at(-1);
      return last && judge(last);
    },
    show: async (film) => {
      await film.set({ f: pass.source, x0: null, x1: null, length: null, drops: null, probe: null });
      await film.pause(600);
      for (const [i, drop] of shownDrops.entries()) {
        await film.set({
          probe: drop.join(','),
          drops: shownDrops
            .slice(0, i + 1)
            .map(String)
            .join(';'),
        });
        await film.pause(2600);
      }
    },
  },
];
