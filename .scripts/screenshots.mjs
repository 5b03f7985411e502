import './node-version.mjs';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { inRepository } from './root.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  await setUp('test');
  await build({ library: false });
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../tests/browser/screenshots.ts') }} */
  const { module } = await runnerImport(inRepository('tests/browser/screenshots.ts'));
  await (process.argv.includes('--readme') ? module.takeReadmePicture() : module.takeScreenshots());
});
