import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from '../../.scripts/root.mjs';

const begin = '<!-- npm run bench -- --readme writes from here -->';
const end = '<!-- to here -->';

/**
 * A text with what stands between its two marks replaced.
 * @param {string} text
 * @param {string} report
 */
export function withReport(text, report) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${report}\n\n${text.slice(to)}`;
}

/** @param {string} report */
export function writeReadme(report) {
  const file = inRepository('README.md');
  writeFileSync(file, withReport(readFileSync(file, 'utf8'), report));
}
