import type { Engine } from '../../engine/api/api.ts';
import { written } from '../base/controls/numbers.ts';
import { found, near, type Task, type Verdict } from '../base/tasks/task.ts';
import type { KeptAnswer } from './compute.ts';
import { type Answer, answers, answerText, writeProbabilities } from './state.ts';

/** Two squared errors that differ by no more than this share of the larger count as equal, unless both are tiny. */
const equalWithin = 0.02;
const leastSquared = 0.1;
/** So many times the cross-entropy. */
const wanted = 2;
/** If both answers give the right class more than this, no pair of equal squared errors is far enough apart: (1 + p)² ≤ 1.8. */
const tooGood = 0.34;

interface Pair {
  readonly milder: KeptAnswer;
  readonly harsher: KeptAnswer;
  readonly equal: boolean;
  readonly ratio: number;
}

function pairOf(one: KeptAnswer, other: KeptAnswer): Pair {
  const [milder, harsher] = one.crossEntropy <= other.crossEntropy ? [one, other] : [other, one];
  const larger = Math.max(one.squaredError, other.squaredError);
  const equal = larger >= leastSquared && Math.abs(one.squaredError - other.squaredError) <= equalWithin * larger;
  return { milder, harsher, equal, ratio: harsher.crossEntropy / milder.crossEntropy };
}

/** Of the answers that the reader has kept, the latest last. Two are compared if the same class is right. */
export function judgeKept(kept: readonly KeptAnswer[]): Verdict | undefined {
  const pairs = kept.flatMap((other, i) => kept.slice(0, i).flatMap((one) => (one.label === other.label ? [pairOf(one, other)] : [])));
  const parted = pairs.find(({ equal, ratio }) => equal && ratio >= wanted);
  if (parted) {
    const { milder, harsher, ratio } = parted;
    return found(...[milder.squaredError, harsher.squaredError, milder.crossEntropy, harsher.crossEntropy, ratio].map((value) => written(value, 3)));
  }
  const last = kept.at(-1);
  const pair = pairs.filter(({ milder, harsher }) => milder === last || harsher === last).sort((a, b) => Number(b.equal) - Number(a.equal))[0];
  if (!pair) return undefined;
  const { milder, harsher, equal, ratio } = pair;
  if (Math.min(milder.probability, harsher.probability) > tooGood) return near('tooGood');
  if (equal) return near('ruleOut', written(ratio, 2));
  return near('unequal', written(milder.squaredError, 3), written(harsher.squaredError, 3));
}

/** A bar of one answer is dragged to each of these probabilities. */
const drags = [
  { from: answers.right, bar: 7, to: [0.3, 0.5, 0.69] },
  { from: answers.even, bar: 2, to: [0.07, 0.03, 0] },
] as const;
const label = 2;

/** Two answers with the same squared error, one with at least twice the cross-entropy. */
export function equalErrorsTask(engine: () => Engine | undefined): Task<readonly KeptAnswer[]> {
  return {
    id: 'equal-errors',
    judge: (trail) => judgeKept(trail.at(-1) ?? []),
    show: async (film) => {
      await film.until(() => engine() !== undefined);
      const kept: Answer[] = [];
      await film.set({ y: null, label: null, kept: null });
      for (const { from, bar, to } of drags) {
        let y: ArrayLike<number> = from;
        for (const probability of to) {
          y = (engine() as Engine).setProbability(Float64Array.from(from), bar, probability);
          await film.set({ y: writeProbabilities(y), label });
          await film.pause(600);
        }
        kept.push({ y: Array.from(y), label });
        await film.set({ kept: kept.map(answerText).join(';') });
        await film.pause(1500);
      }
    },
  };
}
