import './node-version.mjs';
import { command } from './command.mjs';
import { format } from './lint-checks.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  await setUp('lint');
  await format();
});
