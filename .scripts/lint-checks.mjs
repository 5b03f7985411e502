import { readFileSync } from 'node:fs';
import { wrongArrows } from './arrows.mjs';
import { filesUnder } from './files.mjs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';

const projects = ['web', 'web/page/build', 'web/page/service-worker', 'tests', 'tests/bench', '.scripts'];

// Of npm: the versions of Debian 12 and 13 do not format alike.
const clangFormat = 'clang-format-node/build/cli.js';

/** @type {readonly { name: string, check: () => void | Promise<void> }[]} */
export const lintChecks = [
  { name: 'clang-format', check: () => runNpmProgram(clangFormat, '--dry-run', '-Werror', ...cppFiles()) },
  { name: 'Biome', check: () => runNpmProgram('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  ...projects.map((project) => ({ name: `TypeScript of ${project}`, check: () => runNpmProgram('typescript/bin/tsc', '--project', project) })),
  { name: 'arrows between folders', check: checkArrows },
];

/** Rewrites the sources as the formatters want them. */
export async function format() {
  await runNpmProgram(clangFormat, '-i', ...cppFiles());
  await runNpmProgram('@biomejs/biome/bin/biome', 'check', '--write', '.');
}

/**
 * @param {string} program in node_modules
 * @param {...string} args
 */
const runNpmProgram = (program, ...args) => run(process.execPath, [inRepository('node_modules', program), ...args]);

const cppFiles = () => ['native', 'tests'].flatMap(filesUnder).filter((file) => /\.[ch]pp$/.test(file));

function checkArrows() {
  const files = ['native', 'web'].flatMap(filesUnder).filter((file) => /\.([ch]pp|ts)$/.test(file));
  const wrong = wrongArrows(new Map(files.map((file) => [file, readFileSync(inRepository(file), 'utf8')])));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
