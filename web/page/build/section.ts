import type { Language } from '../../i18n/language.ts';
import { inEachLanguage, languages } from '../../i18n/language.ts';

// A section of the chapter is written in one file, both languages side by side:
//
//   ::: section 4.4.1          its number, as in the chapter (or a word, for a section that the chapter does not have)
//   ::: en                     text in Markdown, formulas as $…$ and $$…$$; the title is a heading of the second level
//   …
//   :::
//   ::: zh-Hans                each part stands directly beside its twin
//   …
//   :::
//   ::: figure descent steps="20" question
//   ::: en erratum             a correction
//   …
//
// The exercises of a section (page/exercises) are written in the same way, each followed by its answer.

export type TextKind = 'prose' | 'erratum';
const textKinds: readonly TextKind[] = ['prose', 'erratum'];

/** How an exercise is to be done. */
export type ExerciseKind = 'pencil' | 'figure' | 'think';
export type SheetKind = ExerciseKind | 'answer';
const sheetKinds: readonly SheetKind[] = ['pencil', 'figure', 'think', 'answer'];

/** The same text in every language. */
export interface TextPart<Kind = TextKind> {
  readonly type: 'text';
  readonly kind: Kind;
  /** Markdown. */
  readonly text: { readonly [L in Language]: string };
}

export interface FigurePart {
  readonly type: 'figure';
  /** That of the element without its `downhill-`. */
  readonly figure: string;
  /** As they stand in a tag. */
  readonly attributes: string;
}

export interface Section<Kind = TextKind> {
  /** The first of its numbers (4.2.1 for 4.2.1–2), or its word. */
  readonly id: string;
  /** Empty for a section that the chapter does not have. */
  readonly number: string;
  readonly parts: readonly (TextPart<Kind> | FigurePart)[];
}

/** An exercise and its answer. */
export interface Exercise {
  readonly kind: ExerciseKind;
  readonly text: TextPart['text'];
  readonly answer: TextPart['text'];
}

/** The exercises of a section. */
export interface Sheet {
  readonly id: string;
  readonly exercises: readonly Exercise[];
}

interface Fence {
  readonly line: number;
  readonly head: readonly string[];
  readonly body: string;
}

/** @throws Error with file and line: no section line, a part without its twin, an unknown fence, text outside of a part. */
export function parseSection(source: string, file: string): Section {
  return parseParts(textKinds, source, file);
}

/** @throws Error as `parseSection` does, and where an exercise is without its answer. */
export function parseSheet(source: string, file: string): Sheet {
  const { id, parts } = parseParts(sheetKinds, source, file);
  const exercises: Exercise[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [exercise, answer] = [parts[at], parts[at + 1]];
    if (exercise?.type !== 'text' || exercise.kind === 'answer' || answer?.type !== 'text' || answer.kind !== 'answer') {
      throw new Error(`${file}: part ${at + 1} must be an exercise that an answer follows`);
    }
    exercises.push({ kind: exercise.kind, text: exercise.text, answer: answer.text });
  }
  return { id, exercises };
}

function parseParts<Kind extends string>(kinds: readonly Kind[], source: string, file: string): Section<Kind> {
  const fail = (line: number, message: string): never => {
    throw new Error(`${file}:${line}: ${message}`);
  };
  const [first, ...fences] = readFences(source, fail);
  if (first?.head[0] !== 'section' || first.head.length !== 2) return fail(1, 'the first line must be “::: section” and a number or a word');
  const name = first.head[1] as string;
  const parts: (TextPart<Kind> | FigurePart)[] = [];
  for (let at = 0; at < fences.length; ) {
    const { line, head } = fences[at] as Fence;
    if (head[0] === 'figure') {
      const [, figure, ...attributes] = head;
      if (!figure) return fail(line, 'a figure needs its id');
      parts.push({ type: 'figure', figure, attributes: attributes.join(' ') });
      at += 1;
      continue;
    }
    const kind = (head[1] ?? 'prose') as Kind;
    if (!kinds.includes(kind)) return fail(line, `“${kind}” is none of ${kinds.join(', ')}`);
    const text = inEachLanguage(() => '');
    for (const language of languages) {
      const twin = fences[at];
      at += 1;
      if (twin?.head[0] !== language || (twin.head[1] ?? 'prose') !== kind || twin.body.trim() === '') {
        return fail(line, `this part (${head.join(' ')}) needs its text in ${languages.join(' and ')}, in this order`);
      }
      text[language] = twin.body;
    }
    parts.push({ type: 'text', kind, text });
  }
  return { id: name.split('–')[0] as string, number: /^\d/.test(name) ? name : '', parts };
}

function readFences(source: string, fail: (line: number, message: string) => never): Fence[] {
  const fences: Fence[] = [];
  let open: { line: number; head: string[]; body: string[] } | undefined;
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1;
    const head = /^:::\s*(.*)$/.exec(text)?.[1]?.split(/\s+/).filter(Boolean);
    if (!head) {
      if (open) open.body.push(text);
      else if (text.trim() !== '') fail(line, 'text outside of a part');
    } else if (head.length === 0) {
      if (!open) return fail(line, 'nothing is open here');
      fences.push({ ...open, body: open.body.join('\n') });
      open = undefined;
    } else {
      if (open) fail(line, `the part of line ${open.line} is not closed`);
      if (head[0] === 'section' || head[0] === 'figure') fences.push({ line, head, body: '' });
      else open = { line, head, body: [] };
    }
  }
  if (open) fail(open.line, 'this part is not closed');
  return fences;
}
