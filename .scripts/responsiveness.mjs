import './node-version.mjs';
import { lookAtSite } from './built-site.mjs';
import { command } from './command.mjs';
import { putIntoReadme } from './readme.mjs';

await command(async () => {
  const words = process.argv.slice(2);
  /** @type {typeof import('../tests/browser/responsiveness.ts')} */
  const { measureResponsiveness } = await lookAtSite('test', 'tests/browser/responsiveness.ts');
  const { table, withinBar } = await measureResponsiveness(words.filter((word) => !word.startsWith('--')));
  console.log(`\n${table}`);
  if (words.includes('--readme')) putIntoReadme('responsiveness', table);
  if (!withinBar) throw new Error('Some figures answer too late.');
});
