// One program in Node. Each line of the input names a measurement; each line of the output is what it gave.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const [program = '', data = '', place = '{}'] = process.argv.slice(2);
const { open } = await import(program);
/** @type {import('./files.mjs').Read} */
const read = async (name) => new Uint8Array(await readFile(`${data}${name}`));
const measurements = { ...(await open({ ...JSON.parse(place), read })), peakMemory: () => process.resourceUsage().maxRSS * 1024 };

for await (const line of createInterface({ input: process.stdin })) {
  const { name, settings } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ value: await measurements[name](settings) })}\n`);
}
