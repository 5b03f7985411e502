import { found, near, type Task } from '../base/tasks/task.ts';
import type { Work } from '../base/work/sliced-work.ts';
import { classOf } from '../learning/answer.ts';
import { type Paint, paintAttributes, paintedWith, paintOn, values } from './painting.ts';
import { side } from './state.ts';

/** What the reader has made of a digit that the net read rightly. */
export interface Attempt {
  readonly label: number;
  /** What the net reads now. */
  readonly answer: number;
  /** How many pixels are not what they were. */
  readonly changed: number;
}

export const most = { few: 40, fewer: 20 };

/** What *Show me* asks of the figure. */
export interface PaintedDigit {
  /** The number of the digit that is shown how. */
  readonly number: () => number;
  /** The net has learnt. */
  readonly ready: () => boolean;
  readonly original: () => Uint8Array;
  readonly label: () => number;
  /** Of some digits of 784 pixels, ten probabilities each. */
  readonly predict: (pixels: Uint8Array) => Float32Array;
}

/** Digits that are tried at once. */
const tries = side * 8;
const classes = 10;
const look = 150; // ms

/** With one more pixel painted: that by which the label loses most. It is found by trying them all. */
export function* oneMore(original: Uint8Array, paint: Paint, label: number, predict: PaintedDigit['predict']): Work<Paint> {
  const pixels = paintOn(original, paint);
  const painted = new Set([...paint.ink, ...paint.paper]);
  const changes = (['ink', 'paper'] as const).flatMap((pen) =>
    [...pixels.keys()].filter((pixel) => !painted.has(pixel) && pixels[pixel] !== values[pen]).map((pixel) => ({ pen, pixel })),
  );
  let [least, best] = [Number.POSITIVE_INFINITY, paint];
  for (let from = 0; from < changes.length; from += tries) {
    const some = changes.slice(from, from + tries);
    const digits = new Uint8Array(some.length * pixels.length);
    some.forEach(({ pen, pixel }, i) => {
      digits.set(pixels, i * pixels.length);
      digits[i * pixels.length + pixel] = values[pen];
    });
    const probabilities = predict(digits);
    some.forEach(({ pen, pixel }, i) => {
      const left = probabilities[i * classes + label] as number;
      if (left < least) [least, best] = [left, paintedWith(paint, [pixel], pen)];
    });
    yield from / changes.length;
  }
  return best;
}

/** Two of one kind: with few changed pixels, and with fewer. */
export function tasksFor(digit: PaintedDigit): readonly Task<Attempt>[] {
  const show: Task<Attempt>['show'] = async (film) => {
    await film.set({ digit: digit.number(), ink: null, paper: null });
    await film.until(digit.ready);
    let paint: Paint = { ink: [], paper: [] };
    for (let count = 0; count < most.fewer; count++) {
      const { predict } = digit;
      const [original, label] = [digit.original(), digit.label()];
      const answer = predict(paintOn(original, paint));
      if (classOf(answer) !== label) return;
      const work = oneMore(original, paint, label, predict);
      await film.until(() => {
        const step = work.next();
        if (step.done) paint = step.value;
        return step.done === true;
      });
      await film.set(paintAttributes(paint));
      await film.pause(look);
    }
  };
  return [
    {
      id: 'few',
      judge: (trail) => {
        const last = trail.at(-1);
        if (!last) return undefined;
        const { label, answer, changed } = last;
        if (changed > most.few) return near('second');
        return answer === label ? undefined : found(String(changed), String(label), String(answer));
      },
      show,
    },
    {
      id: 'fewer',
      judge: (trail) => {
        const last = trail.at(-1);
        if (!last || last.answer === last.label) return undefined;
        const { label, answer, changed } = last;
        return changed > most.fewer ? near('spare', String(changed)) : found(String(changed), String(label), String(answer));
      },
      show,
    },
  ];
}
