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
  for (const { name, what, prepare, test } of chosen) {
    console.log(`\n== ${name}: ${what}`);
    const start = performance.now();
    const count = await runSuite(prepare, test);
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
 * What cannot be built counts as one that failed; the other suites still run.
 * @param {import('./suites.mjs').Suite['prepare']} prepare
 * @param {import('./suites.mjs').Suite['test']} test
 */
async function runSuite(prepare, test) {
  try {
    await prepare?.();
    return withoutNothing(await test());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** @param {readonly string[]} names */
function choose(names) {
  const known = suites.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is no such suite; there are ${known.join(', ')}`);
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}
