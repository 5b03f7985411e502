import { join } from 'node:path';
import { renderMarkdown } from './markdown.ts';
import { readTexts } from './texts.ts';

const folders = ['chapter', 'exercises'].map((name) => join(import.meta.dirname, '..', name));

/** Each character, once, that a font must have for the formulas of the chapter and the exercises. */
export function charactersOfPages(): string {
  const heading = { level: 2, number: '' };
  return charactersOf(folders.flatMap((folder) => readTexts(folder, (source) => [renderMarkdown(source, heading).html])).join('\n'));
}

/** The same for the MathML within `html`. */
export function charactersOf(html: string): string {
  const found = new Set<string>();
  for (const [formula] of html.matchAll(/<math\b[\s\S]*?<\/math>/g)) {
    // The sign of a root stands in no text.
    if (/<m(?:sqrt|root)\b/.test(formula)) found.add('√');
    for (const [, element, text = ''] of formula.matchAll(/<(m[inos]|mtext)\b[^>]*>([^<]+)</g)) {
      const characters = [...text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')];
      for (const character of characters) found.add((element === 'mi' && characters.length === 1 && italicOf.get(character)) || character);
    }
  }
  return [...found].sort().join('');
}

/** MathML sets a letter that stands alone in italics, which are characters of their own: Planck's constant for h, and the mathematical alphabets. */
const italicOf: ReadonlyMap<string, string> = new Map(
  [0x210e, ...range(0x1d434, 0x1d467), ...range(0x1d6e2, 0x1d71b)].map((code) => String.fromCodePoint(code)).map((italic) => [italic.normalize('NFKC'), italic]),
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
