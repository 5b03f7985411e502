import './node-version.mjs';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildNative } from './build-steps.mjs';
import { command } from './command.mjs';
import { bundleTarget, fuzzNative, fuzzScript, table } from './fuzz-targets.mjs';
import { inRepository } from './root.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      target: { type: 'string', multiple: true },
      grow: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes is ${values.minutes}; it must be a number above 0.`);

  const files = readdirSync(inRepository('tests/fuzz'));
  const named = (/** @type {string} */ ending) => files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const native = named('_fuzz.cpp');
  const scripts = named('.fuzz.ts');
  const all = [...native, ...scripts];
  // Without the sanitisers a broken promise or a crash is all that can be seen, in many more inputs.
  const preset = values.quick ? 'fuzz-quick' : 'fuzz';
  const wanted = values.target ?? (values.quick ? native : all);
  for (const name of wanted) if (!all.includes(name)) throw new Error(`--target is ${name}; there are ${all.join(', ')}.`);

  // An equal share of the time for each.
  const seconds = Math.max(1, Math.round((minutes * 60) / wanted.length));
  await setUp('build');
  await setUp('fuzz');
  if (wanted.some((name) => native.includes(name))) await buildNative(preset, 'fuzz_targets');

  const results = [];
  for (const name of wanted) {
    console.log(`\n${name}: ${seconds} s`);
    if (native.includes(name)) results.push(await fuzzNative(name, preset, seconds, values.grow));
    else {
      await bundleTarget(name);
      results.push(await fuzzScript(name, seconds));
    }
  }
  console.log(`\n${table(results)}`);
  const found = results.flatMap(({ findings }) => findings);
  if (found.length > 0) throw new Error(`Inputs that break a promise:\n${found.join('\n')}`);
});
