import './node-version.mjs';
import { parseArgs } from 'node:util';
import { lookAtSite } from './built-site.mjs';
import { command } from './command.mjs';

await command(async () => {
  const { minutes: given } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } }).values;
  const minutes = Number(given);
  if (!(minutes >= 1 && minutes <= 24 * 60)) throw new Error(`--minutes is ${given}; it must be a number from 1 to 1440.`);
  const { soak } = await lookAtSite('test', 'tests/browser/soak.ts');
  const grown = await soak(minutes);
  if (grown.length > 0) throw new Error(`It grew: ${grown.join('; ')}.`);
  console.log('Nothing grew.');
});
