import { mkdirSync, writeFileSync } from 'node:fs';
import { putIntoReadme } from '../../.scripts/readme.mjs';
import { inRepository } from '../../.scripts/root.mjs';
import { measure } from './measure.mjs';
import { reportOf } from './table.mjs';

/**
 * Measures, prints, and keeps the results as JSON in build/bench.
 * @param {{ mnist: string | undefined, rounds: number, full: boolean, readme: boolean }} options
 */
export async function bench({ readme, ...options }) {
  const results = await measure(options);
  const file = inRepository('build/bench', `${results.date.slice(0, 19).replaceAll(':', '-')}.json`);
  mkdirSync(inRepository('build/bench'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  const report = reportOf(results);
  console.log(`\n${report}\n`);
  if (readme) putIntoReadme('bench', report);
  console.log(`Kept in ${file}`);
}
