import type { DrawTheme } from '../../draw/theme.ts';
import type { DataStrings } from '../../i18n/data.ts';
import type { Answer } from '../learning/answer.ts';
import type { DigitSet, Split } from './compute.ts';
import type { State } from './state.ts';

/** What the parts of the figure show and change. */
export interface Subject {
  readonly words: DataStrings;
  readonly drawTheme: DrawTheme;
  readonly state: State;
  /** Undefined until the digits have come. */
  readonly set: DigitSet | undefined;
  readonly split: Split | undefined;
  /** Of the chosen digit, as it is and with the paint on it; empty until it has come. */
  readonly original: Uint8Array;
  readonly pixels: Uint8Array;
  /** Those of them that are not what they were. */
  readonly changed: readonly number[];
  /** What the net reads, and what it read before the digit was painted on. */
  readonly answer: Answer | undefined;
  readonly before: Answer | undefined;
  /** While the net still learns, the share that is done; it then answers as it does untrained. */
  readonly learning: number | undefined;
}

export interface PartOptions {
  readonly subject: () => Subject;
  readonly change: (state: Readonly<Record<string, string | number | null>>) => void;
  /** Something is to be drawn or rendered anew though the state is the same. */
  readonly update: () => void;
}

/** The chosen digit is in the training part or in the test part. */
export function partName({ words, state, split }: Subject): string {
  return split?.isTest[state.digit] === 1 ? words.test : words.train;
}
