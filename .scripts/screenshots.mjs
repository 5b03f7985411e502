import './node-version.mjs';
import { lookAtSite } from './built-site.mjs';
import { command } from './command.mjs';

await command(async () => {
  /** @type {typeof import('../tests/browser/screenshots.ts')} */
  const { takeReadmePicture, takeScreenshots } = await lookAtSite('test', 'tests/browser/screenshots.ts');
  await (process.argv.includes('--readme') ? takeReadmePicture() : takeScreenshots());
});
