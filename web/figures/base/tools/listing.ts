export type CodeTongue = 'numpy' | 'cpp';

/** Functions cut out of their source, and how they are called: what the figure runs, or the plain form that a test holds equal to it. */
export interface Program {
  /** With the numbers that the reader has set. */
  readonly call?: string;
  readonly functions: readonly string[];
  /** A part of the line that is being executed. */
  readonly at?: string | undefined;
}

/** In C++, and its twin in Python, which a test runs. */
export type CodeListing = Readonly<Record<CodeTongue, Program>>;

/** The call first, and the functions below it. `current` is the number of the line that is being executed. Throws unless there is one such line. */
export function written(tongue: CodeTongue, { call, functions, at }: Program): { readonly lines: readonly string[]; readonly current: number | undefined } {
  // As PEP 8 has it.
  const gap = tongue === 'numpy' ? '\n\n\n' : '\n\n';
  const lines = [...(call === undefined ? [] : [call]), ...functions].join(gap).split('\n');
  if (at === undefined) return { lines, current: undefined };
  const found = lines.flatMap((line, i) => (line.includes(at) ? [i] : []));
  if (found.length !== 1) throw new Error(`${found.length} lines of the ${tongue} code have ${at}; it must be one`);
  return { lines, current: found[0] };
}
