import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build, buildNative, buildWasm } from './build-steps.mjs';
import { countCatch2, countVitest, runChecks } from './count.mjs';
import { lintChecks } from './lint-checks.mjs';
import { packageChecks } from './package-checks.mjs';
import { inRepository } from './root.mjs';
import { execute } from './run.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} what
 * @property {() => Promise<void>} [prepare]
 * @property {() => Promise<import('./count.mjs').Count>} test does not throw because a test fails
 * @property {boolean} [oneCore] whether it leaves the others free, to build the next suite
 */

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'lint', what: 'formatting, lint, types, arrows between folders', test: () => runChecks(lintChecks) },
  {
    name: 'native',
    what: 'the engine, compiled for this machine',
    prepare: () => buildNative('native', 'downhill_tests', 'downhill_cli'),
    test: () => catch2('build/native/tests/native/downhill_tests'),
    oneCore: true,
  },
  {
    name: 'package',
    what: "the engine in somebody else's CMake project",
    prepare: () => buildNative('native', 'downhill'),
    test: () => runChecks(packageChecks),
  },
  {
    name: 'asan',
    what: 'the engine, under AddressSanitizer and UndefinedBehaviorSanitizer',
    prepare: () => buildNative('asan', 'downhill_tests'),
    test: () => catch2('build/asan/tests/native/downhill_tests'),
    oneCore: true,
  },
  {
    name: 'wasm',
    what: 'the engine, as WebAssembly in Node',
    prepare: () => buildWasm('downhill_tests'),
    test: () => catch2(process.execPath, 'build/wasm/tests/native/downhill_tests.cjs'),
    oneCore: true,
  },
  { name: 'web', what: 'unit tests of the page', prepare: build, test: () => vitest('web') },
  { name: 'lib', what: 'the library in Node', prepare: build, test: () => vitest('lib') },
  { name: 'browser', what: 'the site in Chromium, Firefox and WebKit', prepare: build, test: () => vitest('browser', ['Chromium', 'Firefox', 'WebKit']) },
];

/**
 * @param {string} program
 * @param {...string} args
 */
const catch2 = async (program, ...args) => countCatch2(await execute(program, args));

/**
 * @param {string} project of tests/vitest.config.ts
 * @param {readonly string[]} [engines] each of them must have run something
 */
async function vitest(project, engines = []) {
  const report = `build/results/${project}.json`;
  rmSync(inRepository(report), { force: true });
  const outcome = await execute(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
  ]);
  return countVitest(existsSync(inRepository(report)) ? JSON.parse(readFileSync(inRepository(report), 'utf8')) : undefined, outcome, engines);
}
