import './node-version.mjs';
import { command } from './command.mjs';
import { runChecks } from './count.mjs';
import { lintChecks } from './lint-checks.mjs';
import { setUp } from './setup.mjs';

await command(async () => {
  await setUp('lint');
  const { failed } = await runChecks(lintChecks);
  if (failed > 0) throw new Error(`${failed} of ${lintChecks.length} checks failed. npm run format mends what can be mended by itself.`);
});
