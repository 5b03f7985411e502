import './node-version.mjs';
import { lookAtSite } from './built-site.mjs';
import { command } from './command.mjs';
import { putIntoReadme } from './readme.mjs';

await command(async () => {
  /** @type {typeof import('../tests/browser/frames.ts')} */
  const { measureFrames } = await lookAtSite('test', 'tests/browser/frames.ts');
  const table = await measureFrames();
  console.log(`\n${table}`);
  if (process.argv.includes('--readme')) putIntoReadme('frames', table);
});
