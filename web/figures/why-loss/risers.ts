import type { WeightSweep } from '../../engine/api/api.ts';

/** A step of the accuracy: between the points `index` − 1 and `index` of the sweep. */
export interface Riser {
  readonly index: number;
  /** Half-way between them. */
  readonly at: number;
}

export function risers({ weight, accuracy }: Pick<WeightSweep, 'weight' | 'accuracy'>): Riser[] {
  return Array.from(weight.keys()).flatMap((index) => {
    const [left, right] = [weight[index - 1], weight[index]];
    return left !== undefined && right !== undefined && accuracy[index - 1] !== accuracy[index] ? [{ index, at: (left + right) / 2 }] : [];
  });
}

export function nearestRiser(sweep: Pick<WeightSweep, 'weight' | 'accuracy'>, value: number): Riser | undefined {
  return risers(sweep).reduce<Riser | undefined>((nearest, each) => (nearest && Math.abs(nearest.at - value) <= Math.abs(each.at - value) ? nearest : each), undefined);
}
