import './node-version.mjs';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { putIntoReadme } from './readme.mjs';
import { inRepository } from './root.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  await setUp('test');
  await build({ library: false });
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../tests/browser/frames.ts') }} */
  const { module } = await runnerImport(inRepository('tests/browser/frames.ts'));
  const table = await module.measureFrames();
  console.log(`\n${table}`);
  if (process.argv.includes('--readme')) putIntoReadme('frames', table);
});
