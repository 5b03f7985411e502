import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesUnder } from './files.mjs';
import { inRepository } from './root.mjs';

/**
 * Runs `make` unless its outputs are there and were made from inputs of the same contents.
 * @param {string} name
 * @param {{ inputs: readonly string[], outputs: readonly string[] }} files files and folders, relative to the repository's root
 * @param {() => void | Promise<void>} make
 */
export async function unlessMade(name, { inputs, outputs }, make) {
  const stamp = inRepository('build', 'made', name);
  const fingerprint = fingerprintOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint && outputs.every((output) => existsSync(inRepository(output)))) return;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** @param {readonly string[]} paths */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRepository(file)))
      .update('\0');
  return hash.digest('hex');
}
