import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from './root.mjs';

/** The generated parts and the files they belong to. */
export const generatedParts = /** @type {const} */ ({
  sizes: 'web/README.md',
  load: 'web/README.md',
  bench: 'tests/bench/README.md',
  frames: 'tests/bench/README.md',
  responsiveness: 'tests/bench/README.md',
});

/**
 * A text with what stands between `<!-- name -->` and `<!-- /name -->` replaced.
 * @param {string} text
 * @param {string} name
 * @param {string} part
 */
export function withPart(text, name, part) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}: it needs ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
}

/**
 * Puts a generated part into its README.
 * @param {keyof typeof generatedParts} name
 * @param {string} part
 */
export function putIntoReadme(name, part) {
  const file = inRepository(generatedParts[name]);
  writeFileSync(file, withPart(readFileSync(file, 'utf8'), name, part));
}
