import './node-version.mjs';
import { lookAtSite } from './built-site.mjs';
import { command } from './command.mjs';
import { putIntoReadme } from './readme.mjs';

await command(async () => {
  /** @type {typeof import('../tests/hosting/load.ts')} */
  const { measureLoad } = await lookAtSite('load', 'tests/hosting/load.ts');
  const table = await measureLoad();
  console.log(`\n${table}`);
  if (process.argv.includes('--readme')) putIntoReadme('load', table);
});
