import './node-version.mjs';
import { parseArgs } from 'node:util';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  const { calls, seed } = parseArgs({ options: { calls: { type: 'string', default: '500000' }, seed: { type: 'string', default: '1' } } }).values;
  await setUp('test');
  await build({ site: false });
  await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'lib', 'tests/lib/random-caller.test.ts'], {
    env: { DOWNHILL_CALLS: calls, DOWNHILL_SEED: seed },
  });
});
