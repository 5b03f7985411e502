import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { answerOf } from '../learning/answer.ts';
import { learnt, learntNet } from '../learning/learnt-net.ts';

/** From so many digits the first of the two nets has learnt. */
export const fewDigits = 100;

/** Two nets that have had the same training, but from a few digits, and from all. */
export interface Readers {
  readonly few: TwoLayerNet;
  readonly all: TwoLayerNet;
}

/** `train`: what the test leaves. */
export function* readersOf(engine: Engine, train: Dataset): Work<Readers> {
  const part = train.subset(Uint32Array.from({ length: fewDigits }, (_, i) => i));
  let few: TwoLayerNet | undefined;
  let handedOver = false;
  try {
    few = yield* half(learntNet(engine, part, learnt), 0);
    const all = yield* half(learntNet(engine, train, learnt), 0.5);
    handedOver = true;
    return { few, all };
  } finally {
    part.delete();
    if (!handedOver) few?.delete();
  }
}

function* half<T>(work: Work<T>, from: number): Work<T> {
  try {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      yield from + step.value / 2;
    }
  } finally {
    work.return(undefined as T);
  }
}

/** A test digit that the net of all digits reads, and that of a few does not. */
export interface Apart {
  /** Its number in the test part. */
  readonly digit: number;
  readonly label: number;
  /** What the net of a few digits reads. */
  readonly few: number;
  /** Of the first of the few digits with the same label, which that net has learnt from, its number in the training part. */
  readonly learnt: number;
}

/** The first one; undefined where there is none. */
export function firstApart(engine: Engine, { few, all }: Readers, train: Dataset, test: Dataset): Apart | undefined {
  const known = train.labels(Uint32Array.from({ length: fewDigits }, (_, i) => i));
  for (let digit = 0; digit < test.size; digit++) {
    const at = Uint32Array.of(digit);
    const label = test.labels(at)[0] as number;
    const pixels = test.pixels(at);
    const read = answerOf(engine, few, pixels).digit;
    if (read !== label && answerOf(engine, all, pixels).digit === label && known.includes(label)) return { digit, label, few: read, learnt: known.indexOf(label) };
  }
  return undefined;
}
