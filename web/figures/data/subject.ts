import type { DrawTheme } from '../../draw/theme.ts';
import type { DataStrings } from '../../i18n/data.ts';
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
  /** Of the chosen digit; empty until it has come. */
  readonly pixels: Uint8Array;
}

export interface PartOptions {
  readonly subject: () => Subject;
  readonly change: (state: Readonly<Record<string, string | number>>) => void;
  /** Something is to be drawn or rendered anew though the state is the same. */
  readonly update: () => void;
}

/** The chosen digit is in the training part or in the test part. */
export function partName({ words, state, split }: Subject): string {
  return split?.isTest[state.digit] === 1 ? words.test : words.train;
}
