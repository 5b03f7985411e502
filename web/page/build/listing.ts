import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut } from './cut.ts';

const folder = join(import.meta.dirname, '../../figures/listings');

/**
 * The text of a fenced block of the chapter. One with the word `listing` names a function of web/figures/listings, `loss.py#cross_entropy_error`, so that the
 * chapter and the Code panels show the same; any other is its own text.
 */
export function codeOf(text: string, word: string | undefined): string {
  if (word !== 'listing') return text;
  const [file = '', name = ''] = text.trim().split('#');
  return cut(readFileSync(join(folder, file), 'utf8'), file, name);
}
