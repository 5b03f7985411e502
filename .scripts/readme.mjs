import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from './root.mjs';

/**
 * Puts a generated part into README.md, between `<!-- name -->` and `<!-- /name -->`.
 * @param {string} name
 * @param {string} text
 */
export function putIntoReadme(name, text) {
  const file = inRepository('README.md');
  const before = readFileSync(file, 'utf8');
  const part = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!part.test(before)) throw new Error(`README.md has no place for ${name}: it needs <!-- ${name} --> and <!-- /${name} -->.`);
  writeFileSync(
    file,
    before.replace(part, (_all, open, close) => `${open}${text}\n${close}`),
  );
}
