import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { putIntoReadme } from '../../.scripts/readme.mjs';
import { inRepository } from '../../.scripts/root.mjs';
import { comparison } from './compare.mjs';
import { measure } from './measure.mjs';
import { reportOf } from './table.mjs';

/**
 * Measures, prints, and keeps the results as JSON in build/bench.
 * @param {{ mnist: string | undefined, rounds: number, full: boolean, readme: boolean, compare: string | undefined }} options
 */
export async function bench({ compare, readme, ...options }) {
  /** @type {import('./measure.mjs').Results | undefined} */
  const earlier = compare === undefined ? undefined : JSON.parse(readFileSync(compare, 'utf8'));
  const results = await measure(options);
  const file = inRepository('build/bench', `${results.date.slice(0, 19).replaceAll(':', '-')}.json`);
  mkdirSync(inRepository('build/bench'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  const report = reportOf(results);
  console.log(`\n${report}\n`);
  if (earlier) console.log(`${comparison(earlier, results)}\n`);
  if (readme) putIntoReadme('bench', report);
  console.log(`Kept in ${file}`);
}
