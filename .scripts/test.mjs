import './node-version.mjs';
import { parseArgs } from 'node:util';
import { command } from './command.mjs';
import { countLine, enginesLine, triesText, withoutNothing } from './count.mjs';
import { setUp } from './setup.mjs';
import { suites } from './suites.mjs';

await command(async () => {
  const chosen = choose(parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } }).values.only);
  await setUp('test');

  const total = { passed: 0, failed: 0 };
  const lines = [];
  const again = [];
  let ready = prepared(chosen[0]);
  for (const [i, { name, what, test, oneCore }] of chosen.entries()) {
    console.log(`\n== ${name}: ${what}`);
    const start = performance.now();
    const failure = await ready;
    const ahead = oneCore ? prepared(chosen[i + 1]) : undefined;
    const count = failure ? unprepared(failure) : await runSuite(test);
    ready = ahead ?? prepared(chosen[i + 1]);
    total.passed += count.passed;
    total.failed += count.failed;
    again.push(...(count.again ?? []));
    const engines = enginesLine(count);
    lines.push(`${name.padEnd(8)} ${countLine(count)}${engines && `; ${engines}`} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
    console.log(lines.at(-1));
  }
  const tries = triesText(again);
  console.log(`\n${lines.join('\n')}\n\n${tries && `${tries}\n`}${countLine(total)}`);
  if (total.failed > 0) process.exitCode = 1;
});

/**
 * @param {import('./suites.mjs').Suite | undefined} suite
 * @returns {Promise<unknown>} why it could not be built, if so; the other suites still run
 */
async function prepared(suite) {
  try {
    await suite?.prepare?.();
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * What cannot be built counts as one that failed.
 * @param {unknown} error
 * @returns {import('./count.mjs').Count}
 */
function unprepared(error) {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

/** @param {import('./suites.mjs').Suite['test']} test */
async function runSuite(test) {
  try {
    return withoutNothing(await test());
  } catch (error) {
    return unprepared(error);
  }
}

/** @param {readonly string[]} names */
function choose(names) {
  const known = suites.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is no such suite; there are ${known.join(', ')}`);
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}
