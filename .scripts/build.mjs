import './node-version.mjs';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { putIntoReadme } from './readme.mjs';
import { setUp } from './setup.mjs';
import { shippedFiles, sizesTable } from './sizes.mjs';

await command(async () => {
  await setUp('build');
  await build();
  const table = sizesTable(shippedFiles());
  console.log(`\n${table}\n\nBuilt dist/site and dist/lib.`);
  if (process.argv.includes('--readme')) putIntoReadme('sizes', table);
});
