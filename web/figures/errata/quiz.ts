import type { ErratumId } from '../../engine/api/api.ts';
import type { Form } from './draw.ts';
import { mistakes } from './state.ts';

/** Pairs of programs, one asked at a time: which of the two is right? */
export interface Quiz {
  /** Those that are not spotted yet; the first is asked, or was just answered. */
  readonly queue: readonly ErratumId[];
  /** The right program stands first. */
  readonly rightFirst: boolean;
  /** What the reader took for right; undefined until then. */
  readonly answer: Form | undefined;
  readonly spotted: number;
  /** Of all pairs, so far. */
  readonly answers: number;
}

/** One whose picture tells something at first sight, then the others in the order of the chapter. */
const order: readonly ErratumId[] = ['quiver', ...mistakes.filter((mistake) => mistake !== 'quiver')];

export function begun(rightFirst: boolean): Quiz {
  return { queue: order, rightFirst, answer: undefined, spotted: 0, answers: 0 };
}

/** The first answer to a pair counts alone. */
export function answered(quiz: Quiz, answer: Form): Quiz {
  if (quiz.answer) return quiz;
  return { ...quiz, answer, spotted: quiz.spotted + (answer === 'right' ? 1 : 0), answers: quiz.answers + 1 };
}

/** What was not spotted comes again, after the others; when all are spotted, it begins anew. */
export function next({ queue: [asked, ...others], answer, ...quiz }: Quiz, rightFirst: boolean): Quiz {
  const queue = answer === 'right' || !asked ? others : [...others, asked];
  return queue.length > 0 ? { ...quiz, queue, answer: undefined, rightFirst } : begun(rightFirst);
}
