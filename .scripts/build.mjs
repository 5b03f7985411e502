import './node-version.mjs';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  await setUp('build');
  await build();
  console.log('Built dist/site and dist/lib.');
});
