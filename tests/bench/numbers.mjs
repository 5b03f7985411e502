/**
 * As one reads it: three digits that count, thousands set apart.
 * @param {number} value
 */
export function shown(value) {
  if (!Number.isFinite(value)) return '';
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}

/** @param {number | undefined} bytes */
export const megabytes = (bytes) => (bytes === undefined ? '' : `${shown(bytes / 2 ** 20)} MiB`);

/**
 * A table in Markdown, its columns padded so that it can be read as it is.
 * @param {readonly (readonly string[])[]} rows the first one is the head
 */
export function markdownTable(rows) {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (/** @type {readonly string[]} */ row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.slice(1).map(line)].join('\n');
}
