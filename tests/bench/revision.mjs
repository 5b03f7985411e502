// The library as it was at a commit, to be measured beside today's.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../.scripts/root.mjs';
import { run } from '../../.scripts/run.mjs';

const library = 'dist/lib/downhill.js';

/** @typedef {{ commit: string, subject: string, library: string }} Revision library: a path from the repository's root */

/**
 * Builds the library of a commit in build/bench/revisions, unless it is there. It is built by that commit's own scripts, with today's packages and compiler.
 * @param {string} name as git knows it: a hash, a branch, HEAD~3
 * @returns {Promise<Revision>}
 */
export async function revisionOf(name) {
  const [commit = '', subject = ''] = git('log', '-1', '--format=%h%n%s', `${name}^{commit}`).split('\n');
  const folder = join('build/bench/revisions', commit);
  const revision = { commit, subject, library: join(folder, library) };
  const whole = inRepository(folder, 'built');
  if (existsSync(whole)) return revision;
  console.log(`\nThe library of ${commit} (${subject}) is built in ${folder}`);
  rmSync(inRepository(folder), { recursive: true, force: true });
  mkdirSync(inRepository(folder), { recursive: true });
  execFileSync('tar', ['-x', '-C', inRepository(folder)], { input: execFileSync('git', ['archive', commit], { cwd: inRepository(), maxBuffer: 2 ** 30 }) });
  symlinkSync(inRepository('node_modules'), inRepository(folder, 'node_modules'));
  const build = "const { build } = await import('./.scripts/build-steps.mjs'); await build({ site: false });";
  await run(process.execPath, ['--input-type=module', '--eval', build], { cwd: inRepository(folder) });
  writeFileSync(whole, '');
  return revision;
}

/** @param {readonly string[]} args */
function git(...args) {
  try {
    return execFileSync('git', args, { cwd: inRepository(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
  } catch (error) {
    throw new Error(`--compare takes a commit: ${/** @type {{ stderr?: string }} */ (error).stderr?.trim() ?? error}`);
  }
}
