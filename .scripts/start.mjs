import './node-version.mjs';
import { build } from './build-steps.mjs';
import { command } from './command.mjs';
import { inRepository } from './root.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  const wanted = portOf(process.env.PORT ?? '8000');
  await setUp('build');
  await build({ library: false });
  // Not before: its packages may have to be installed first.
  const { serve } = await import('./serve.mjs');
  const { address } = await serve(inRepository('dist/site'), { port: wanted });
  console.log(`\nDownhill is at ${address} (stop it with Ctrl+C)`);
});

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`PORT is ${text}; it must be a number from 0 (any free port) to 65535.`);
  return port;
}
