// Catch2 3 is a library, and packages bring it for the machine's own processor alone: for the tests as WebAssembly it is compiled from its source. Debian has
// that as a source package. Version 2 is one header, and none of this is needed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './emscripten.mjs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';
import { findHeader } from './versions.mjs';

const fetched = 'build/catch2';
/** What is used of it: the whole library in two files. */
const used = ['extras/catch_amalgamated.cpp', 'extras/catch_amalgamated.hpp'];

/** The folder of the source: that of CATCH2_SOURCE, else the one that was fetched; undefined where version 2 does without. */
export function catch2Source() {
  if (process.env.CATCH2_SOURCE) return process.env.CATCH2_SOURCE;
  return findHeader('catch2/catch.hpp') ? undefined : inRepository(fetched);
}

/** Whether the source is needed and not here. */
export function catch2SourceMissing() {
  const folder = catch2Source();
  if (!folder || used.every((file) => existsSync(join(folder, file)))) return false;
  if (process.env.CATCH2_SOURCE) throw new Error(`CATCH2_SOURCE is ${folder}; it must be the folder of Catch2's source, with ${used.join(' and ')}.`);
  return true;
}

export const catch2SourcePlan = `To be fetched with apt-get source, into ${fetched}: the source of catch2, for the tests as WebAssembly`;

/** Fetches the source package of the Catch2 that this system has, with lists of sources of its own: those of the system need not name any, and stay as they are. */
export async function fetchCatch2Source() {
  const advice = 'Please get the source of Catch2 3 (https://github.com/catchorg/Catch2) and name its folder in the variable CATCH2_SOURCE.';
  if (!findProgram('apt-get')) throw new Error(`The tests as WebAssembly need the source of Catch2, and there is no apt-get here. ${advice}`);
  const sources = sourceList();
  if (!sources) throw new Error(`The tests as WebAssembly need the source of Catch2, and apt-get knows no archive that has catch2. ${advice}`);

  const folder = mkdtempSync(join(tmpdir(), 'downhill-catch2-'));
  try {
    const list = join(folder, 'sources.list');
    writeFileSync(list, `${sources}\n`);
    for (const name of ['lists/partial', 'cache/archives/partial', 'source']) mkdirSync(join(folder, name), { recursive: true });
    const options = [
      ...[`Dir::Etc::SourceList=${list}`, 'Dir::Etc::SourceParts=/dev/null', `Dir::State::Lists=${folder}/lists`, `Dir::Cache=${folder}/cache`],
      // As another user it would not get into the folder.
      'APT::Sandbox::User=root',
    ].flatMap((option) => ['-o', option]);
    await run('apt-get', [...options, 'update'], { quiet: true });
    await run('apt-get', [...options, 'source', '--download-only', 'catch2'], { cwd: join(folder, 'source'), quiet: true });
    const archive = readdirSync(join(folder, 'source')).find((name) => /\.orig\.tar\.\w+$/.test(name));
    if (!archive) throw new Error(`The source package of catch2 holds no *.orig.tar.*. ${advice}`);
    execFileSync('tar', ['-xf', archive, '--strip-components=1'], { cwd: join(folder, 'source') });
    const missing = used.find((file) => !existsSync(join(folder, 'source', file)));
    if (missing) throw new Error(`The source package of catch2 (${archive}) holds no ${missing}. ${advice}`);

    const target = inRepository(fetched);
    rmSync(target, { recursive: true, force: true });
    rmSync(`${target}.part`, { recursive: true, force: true });
    for (const file of used) cpSync(join(folder, 'source', file), join(`${target}.part`, file));
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The archive that catch2 comes from, as one that has sources. */
function sourceList() {
  const ask = (/** @type {string[]} */ ...[program = '', ...args]) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';
  // catch2 | 3.7.1-0.5 | http://deb.debian.org/debian trixie/main amd64 Packages
  const [, site, release, component] = /\| (\S+) (\S+)\/(\S+) \S+ Packages$/m.exec(ask('apt-cache', 'madison', 'catch2')) ?? [];
  if (!site || !release) return undefined;
  const targets = ask('apt-get', 'indextargets', '--format', '$(SITE) $(RELEASE) $(SIGNED_BY)', 'Created-By: Packages').split('\n');
  const key = targets.find((line) => line.startsWith(`${site} ${release} `))?.split(' ')[2];
  return `deb-src ${key?.startsWith('/') ? `[signed-by=${key}] ` : ''}${site} ${release} ${component}`;
}
