import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { inRepository } from './root.mjs';
import { execute } from './run.mjs';

// How one fuzz target runs: those in C++ by libFuzzer, those in TypeScript by tests/fuzz/drive.mjs. Both begin with the inputs kept in
// tests/fuzz/corpus/<name> and leave what they find in build/fuzz/findings.

/**
 * @typedef {object} FuzzResult
 * @property {string} name
 * @property {number} executions
 * @property {number} seconds
 * @property {readonly string[]} findings files with inputs that break a promise, or how the target failed
 */

const longestInput = 512;

/** @param {string} name */
function folders(name) {
  const kept = `tests/fuzz/corpus/${name}`;
  const grown = `build/fuzz/corpus/${name}`;
  const findings = `build/fuzz/findings/${name}`;
  for (const folder of [kept, grown, findings]) mkdirSync(inRepository(folder), { recursive: true });
  return { kept, grown, findings };
}

/**
 * @param {string} name
 * @param {'fuzz' | 'fuzz-quick'} preset it was built with
 * @param {number} seconds
 * @param {boolean} grow whether what reaches new code is added to the kept inputs
 * @returns {Promise<FuzzResult>}
 */
export async function fuzzNative(name, preset, seconds, grow) {
  const program = inRepository(`build/${preset}/tests/fuzz/${name}_fuzz`);
  const { kept, grown, findings } = folders(name);
  const dictionary = `tests/fuzz/${name}.dict`;
  const before = new Set(readdirSync(inRepository(findings)));
  const started = performance.now();
  const { output, failure } = await execute(program, [
    `-max_total_time=${seconds}`,
    `-max_len=${longestInput}`,
    '-timeout=10',
    '-print_final_stats=1',
    '-verbosity=1',
    `-artifact_prefix=${findings}/`,
    ...(existsSync(inRepository(dictionary)) ? [`-dict=${dictionary}`] : []),
    grown,
    kept,
  ]);
  const spent = (performance.now() - started) / 1000;
  if (grow) await mergeInto(program, kept, grown);
  const executions = Number(/stat::number_of_executed_units:\s*(\d+)/.exec(output)?.[1] ?? lastCount(output));
  return { name, executions, seconds: spent, findings: newFiles(findings, before, failure) };
}

/** Where it stopped before it could say: the number at the head of its last line of news. */
const lastCount = (/** @type {string} */ output) => [...output.matchAll(/^#(\d+)\s/gm)].at(-1)?.[1] ?? 0;

/**
 * The fewest and smallest inputs that together reach what all do.
 * @param {string} program
 * @param {string} kept
 * @param {string} grown
 */
async function mergeInto(program, kept, grown) {
  const fewest = `${grown}-merged`;
  rmSync(inRepository(fewest), { recursive: true, force: true });
  mkdirSync(inRepository(fewest), { recursive: true });
  const { failure } = await execute(program, ['-merge=1', `-max_len=${longestInput}`, fewest, kept, grown], { show: false });
  if (failure) throw new Error(failure);
  rmSync(inRepository(kept), { recursive: true });
  cpSync(inRepository(fewest), inRepository(kept), { recursive: true });
}

/**
 * A target in TypeScript as one module that Node runs.
 * @param {string} name
 */
export async function bundleTarget(name) {
  // Not before npm's packages are installed.
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: inRepository(),
    build: { ssr: `tests/fuzz/${name}.fuzz.ts`, outDir: 'build/fuzz/scripts', emptyOutDir: false, minify: false, rolldownOptions: { output: { entryFileNames: `${name}.mjs` } } },
    ssr: { noExternal: true },
  });
}

/**
 * @param {string} name
 * @param {number} seconds
 * @returns {Promise<FuzzResult>}
 */
export async function fuzzScript(name, seconds) {
  const { kept, findings } = folders(name);
  const before = new Set(readdirSync(inRepository(findings)));
  const started = performance.now();
  const { output, failure } = await execute(process.execPath, ['tests/fuzz/drive.mjs', inRepository(`build/fuzz/scripts/${name}.mjs`), String(seconds), findings, kept]);
  const spent = (performance.now() - started) / 1000;
  return { name, executions: Number(/^executions: (\d+)$/m.exec(output)?.[1] ?? 0), seconds: spent, findings: newFiles(findings, before, failure) };
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} before
 * @param {string | undefined} failure
 */
function newFiles(folder, before, failure) {
  const files = readdirSync(inRepository(folder)).filter((file) => !before.has(file));
  return files.length > 0 || !failure ? files.map((file) => `${folder}/${file}`) : [failure];
}

/** @param {readonly FuzzResult[]} results */
export function table(results) {
  const sum = (/** @type {(result: FuzzResult) => number} */ of) => results.reduce((total, result) => total + of(result), 0);
  const rows = [
    ...results.map((result) => ({ ...result, found: result.findings.length })),
    { name: 'all', executions: sum(({ executions }) => executions), seconds: sum(({ seconds }) => seconds), found: sum(({ findings }) => findings.length) },
  ];
  return [
    '| target | executions | a second | findings |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(({ name, executions, seconds, found }) => `| ${name} | ${executions.toLocaleString('en')} | ${Math.round(executions / seconds).toLocaleString('en')} | ${found} |`),
  ].join('\n');
}
