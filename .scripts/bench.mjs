import './node-version.mjs';
import { parseArgs } from 'node:util';
import { build, buildLimits, buildNative } from './build-steps.mjs';
import { command } from './command.mjs';
import { installNpmPackages, npmPackageNames, npmPackagesInstalled } from './npm-packages.mjs';
import { setUp } from './setup.mjs';

const peers = 'tests/bench';

await command(async () => {
  const { values } = parseArgs({
    options: {
      mnist: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      full: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      compare: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds is ${values.rounds}; it must be a whole number, at least 1.`);

  await setUp('bench');
  if (values.compare !== undefined) {
    await build({ site: false });
    const { compare } = await import('../tests/bench/compare.mjs');
    console.log(`\n${await compare({ revision: values.compare, mnist: values.mnist, rounds })}`);
    return;
  }
  try {
    await setUp('peers');
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : error}\n\nWithout them NumPy is left out.`);
  }
  if (!npmPackagesInstalled(peers)) {
    console.log(`To be installed with npm ci, into ${peers}/node_modules: ${npmPackageNames(peers).join(' ')}, and what these need`);
    await installNpmPackages(peers);
  }
  await build({ site: false });
  await buildNative('native', 'downhill_bench');
  await buildLimits();
  const { bench } = await import('../tests/bench/bench.mjs');
  await bench({ mnist: values.mnist, rounds, full: values.full, readme: values.readme });
});
