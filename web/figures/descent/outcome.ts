import type { Descent } from '../../engine/api/api.ts';
import type { Point } from '../base/state/reading.ts';

/** How a walk went, for the sentence below it. */
export type Verdict =
  | { readonly kind: 'diverged' | 'runs away'; readonly step: number }
  | { readonly kind: 'no step' | 'stays' }
  | { readonly kind: 'falls' | 'rises' | 'hardly moves' | 'jumps'; readonly from: number; readonly to: number };

/** A change of f by less than this share of it is told as none. */
const noticeable = 1e-3;

/** Where a walk stands after `step` steps, or after its last one if it has fewer. */
export function standAfter({ path, values }: Descent, step: number): { readonly step: number; readonly point: Point; readonly value: number } {
  const k = Math.min(step, values.length - 1);
  return { step: k, point: [path[2 * k] ?? Number.NaN, path[2 * k + 1] ?? Number.NaN], value: values[k] ?? Number.NaN };
}

export function verdictOf(run: Descent): Verdict {
  const taken = run.values.length - 1;
  if (run.diverged) return { kind: 'diverged', step: taken + 1 };
  if (run.runawayStep !== undefined) return { kind: 'runs away', step: run.runawayStep };
  if (taken === 0) return { kind: 'no step' };
  if (farthest(run) === 0) return { kind: 'stays' };
  const [from, to] = [run.values[0] ?? Number.NaN, run.values[taken] ?? Number.NaN];
  if (Math.abs(to - from) <= noticeable * Math.abs(from)) return { kind: farthest(run) <= noticeable ? 'hardly moves' : 'jumps', from, to };
  return { kind: to < from ? 'falls' : 'rises', from, to };
}

export function mostSteps(runs: readonly Descent[]): number {
  return Math.max(0, ...runs.map(({ values }) => values.length - 1));
}

/** The most by which a coordinate ever differed from that of the start. */
function farthest({ path }: Descent): number {
  const [x0 = 0, x1 = 0] = path;
  return Math.max(...path.map((coordinate, i) => Math.abs(coordinate - (i % 2 === 0 ? x0 : x1))));
}
