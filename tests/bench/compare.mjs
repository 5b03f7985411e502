import { markdownTable, shown } from './numbers.mjs';
import { median } from './statistics.mjs';

/**
 * What two runs have in common, median by median.
 * @param {import('./measure.mjs').Results} then
 * @param {import('./measure.mjs').Results} now
 */
export function comparison(then, now) {
  const common = Object.keys(now.samples).filter((id) => id in then.samples);
  const rows = common.map((id) => {
    const [before, after] = [median(then.samples[id] ?? []), median(now.samples[id] ?? [])];
    return [id, shown(before), shown(after), (after / before).toFixed(2)];
  });
  return `Compared with ${then.date} (${then.data.name}, load ${shown(then.machine.load)}):\n\n${markdownTable([['measurement', 'then', 'now', 'now ÷ then'], ...rows])}`;
}
