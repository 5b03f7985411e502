import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './root.mjs';

/**
 * The files under a file or folder but for installed packages, relative to the repository's root, in one order everywhere.
 * @param {string} path
 * @returns {string[]} empty where there is nothing
 */
export function filesUnder(path) {
  const found = statSync(inRepository(path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(inRepository(path))
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
